import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { addDataPoint } from '#src/features/plan/store/commands/parts.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { AboutScreen, EmptyState, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import {
  type DenominatorUse,
  denominatorUses,
  frameDataPoints,
  outdatedPoints,
  type YearUse,
} from '../core/frame-uses.ts'
import type { FramePopulation } from '../core/frame-years.ts'
import { permissions } from '../core/permissions.ts'
import { findFramePopulation } from '../store/queries.ts'
import { frameCrumb, usesAddress } from './parts/addresses.ts'
import { whole } from './parts/age-tables.tsx'

/** 計画での使われ方: the figures of the adopted frame in texts, and the indicators that divide by its residents. */
export const usesPage = page(usesAddress, {
  audience: 'staff',
  async show(context): Promise<Screen> {
    authorize(context, permissions, 'read-scenarios')
    const frame = await findFramePopulation(context)
    return {
      title: '計画フレームの使われ方',
      crumbs: [frameCrumb],
      body: (
        <>
          <div class="sb-title">
            <h1>計画フレームの使われ方</h1>
          </div>
          {frame ? <Uses {...(await usesOf(context, frame))} /> : <NothingAdopted />}
          <AboutScreen>
            <p>
              計画フレームを採用し直すと、ここの人口も変わります。本文の数（統計値）は自分では変わらないので、前のフレームの数が残っていれば、ここに並びます。
            </p>
            <p>推計は5年おきなので、間の年は、前後の年を直線で結んで求めます。</p>
          </AboutScreen>
        </>
      ),
    }
  },
  async submit(context, _visit, form) {
    authorize(context, permissions, 'read-scenarios')
    const frame = found(await findFramePopulation(context), '採用した計画フレーム')
    const plan = found(await findPrimaryPlan(context), '公開サイトに出す計画')
    const chosen = frameDataPoints(frame).find(({ figure }) => figure === form.get('figure'))
    const id = await addDataPoint(context, { planId: plan.id, point: found(chosen, '数').point })
    return { seeOther: `/staff/figures/${plan.id}?notice=added#${id}` }
  },
})

const NothingAdopted = () => (
  <EmptyState title="採用した計画フレームが、まだありません。">
    <p>ケースの「採用」で、計画が前提とする人口を決めます。</p>
  </EmptyState>
)

type UsesProps = {
  frame: FramePopulation
  planId: string | undefined
  uses: readonly DenominatorUse[]
  outdated: readonly { id: string; label: string }[]
  mayBind: boolean
}

async function usesOf(context: Context, frame: FramePopulation): Promise<UsesProps> {
  const mayRead = mayDo(context.actor, planPermissions, 'read-working-plan')
  const primary = mayRead ? await findPrimaryPlan(context) : undefined
  const plan = primary && (await getPlanDocument(context, primary.id))
  return {
    frame,
    planId: primary?.id,
    uses: plan ? denominatorUses(plan, frame) : [],
    outdated: plan ? outdatedPoints(plan, frame.frameId) : [],
    mayBind: plan !== undefined && mayDo(context.actor, planPermissions, 'edit-concept'),
  }
}

function Uses({ frame, planId, uses, outdated, mayBind }: UsesProps) {
  return (
    <>
      <Section id="figures" title="本文に差し込む数">
        <ul class="sb-list">
          {frameDataPoints(frame).map(({ figure, point: { label, value, unit } }) => (
            <li key={figure}>
              {label}：{whole(value)}
              {unit}
              {mayBind && (
                <form method="post" class="l-cluster">
                  <button
                    class="dads-button dads-button--secondary dads-button--small"
                    name="figure"
                    value={figure}
                    type="submit"
                  >
                    計画の統計値に加える<span class="vh">：{label}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {outdated.length > 0 && (
        <Section id="outdated" title={`前の計画フレームの数（${outdated.length}）`}>
          <ul class="sb-list">
            {outdated.map(({ id, label }) => (
              <li key={id}>
                <a href={`/staff/figures/${planId}?open=${id}#${id}`}>{label}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="denominators" title="人口を分母にする指標">
        {uses.length > 0 ? (
          <Denominators uses={uses} planId={planId} />
        ) : (
          <p>分母が人口（「人口」「65歳以上の人口」など）の指標はありません。</p>
        )}
      </Section>
    </>
  )
}

function Denominators({ uses, planId }: Pick<UsesProps, 'uses' | 'planId'>) {
  return (
    <ScrollFrame label="人口を分母にする指標">
      <table class="dads-table dads-table--wide">
        <caption>計画フレームの人口と、指標の値が表す人数（人）</caption>
        <thead>
          <tr>
            <th scope="col">指標</th>
            <th scope="col">分母</th>
            {['基準年度の人口', '基準値とその人数', '目標年度の人口', '目標値とその人数'].map((label) => (
              <th key={label} scope="col" class="is-num">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {uses.map(({ indicatorId, name, denominator, unit, baseline, target }) => (
            <tr key={indicatorId}>
              <th scope="row">
                <a href={`/staff/plans/${planId}/indicators/${indicatorId}`}>{name}</a>
              </th>
              <td>{denominator}</td>
              <YearCells use={baseline} unit={unit} />
              <YearCells use={target} unit={unit} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function YearCells({ use, unit }: { use: YearUse | undefined; unit: string }) {
  return (
    <>
      <td class="is-num">
        {use?.persons === undefined ? <NoValue words="計画フレームにありません" /> : whole(use.persons)}
        {use && <div class="sb-sub">{use.year}年</div>}
      </td>
      <td class="is-num">
        {use?.value === undefined || use.value === null ? (
          <NoValue words="値なし" />
        ) : (
          `${groupedNumber(use.value, 1)}${unit}`
        )}
        {use?.counted !== undefined && <div class="sb-sub">{whole(use.counted)}人</div>}
      </td>
    </>
  )
}

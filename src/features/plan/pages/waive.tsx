import { listUnits } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { AboutScreen } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { longestWaiver, waiverForm } from '../core/waivers.ts'
import { grantWaiver } from '../store/commands/waivers.ts'
import { planFacts } from '../store/queries/facts.ts'
import { lintNow } from '../store/queries/lint.ts'
import { getPlanDocument } from '../store/queries/plans.ts'
import { lintAddress } from './parts/addresses.ts'
import { FindingBox } from './parts/findings-aside.tsx'

/** 例外を認める: one finding, the reason, who grants it and until when. */
export const waivePage = page('/staff/lint/:planId/waive/:fingerprint', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params),
  async submit(context, { params }, form) {
    const { planId, fingerprint } = params
    const read = readForm(waiverForm(tokyoDay(context.now)), form)
    if (read.problems) return { ...(await screen(context, params, read)), status: 422 }
    await grantWaiver(context, { planId, fingerprint, ...read.values })
    return { seeOther: `${lintAddress(planId)}/waivers?notice=added` }
  },
})

type Params = { planId: string; fingerprint: string }
type Typed = { entered: Entered; problems?: Problems }

async function screen(context: Context, { planId, fingerprint }: Params, typed?: Typed): Promise<Screen> {
  authorize(context, permissions, 'grant-waiver')
  const plan = await getPlanDocument(context, planId)
  const [{ findings }, units, facts] = await Promise.all([
    lintNow(context, plan),
    listUnits(context),
    planFacts(context, planId),
  ])
  const finding = found(
    findings.find((one) => one.fingerprint === fingerprint),
    '指摘',
  )
  const today = tokyoDay(context.now)
  const entered = typed?.entered ?? { expiresOn: longestWaiver(today) }
  const field = (name: string) => ({ name, value: entered[name], problem: typed?.problems?.[name] })
  const alive = units.filter(({ validTo }) => !validTo || validTo >= today)
  return {
    title: '例外を認める',
    crumbs: [{ label: '点検', href: lintAddress(planId) }],
    facts,
    isInvented: plan.isInvented,
    body: (
      <>
        <h1>例外を認める</h1>
        <div class="l-gap">
          <FindingBox finding={finding} />
        </div>
        <form method="post" class="sb-form l-gap">
          <ProblemSummary problems={typed?.problems ?? {}} />
          <TextArea
            {...field('reason')}
            label="理由"
            support="公開されます。なぜ直さないのか、いつどうするのかを書きます。"
            rows={3}
            required
          />
          <SelectField
            {...field('grantedBy')}
            label="認める課"
            blank="（選ぶ）"
            width="mid"
            choices={alive.map(({ id, name }) => ({ value: id, label: name }))}
            required
          />
          <TextField
            {...field('expiresOn')}
            label="期限"
            support="1年以内です。過ぎると、指摘が戻ります。例：2027-03-31"
            width="short"
            required
          />
          <div class="l-cluster">
            <button class="dads-button" type="submit">
              例外を認める
            </button>
            <a href={lintAddress(planId)}>やめる</a>
          </div>
        </form>
        <AboutScreen>
          <p>
            例外は、理由・認めた課・期限とともに、公開サイトの「点検の例外」に出ます。体系そのものの誤り（ST001・ST002・ST007）には認められません。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

import { Disclosure, EmptyState, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { channelLabels } from '../../core/labels.ts'
import type { CoverageFacts } from '../../store/queries/coverage.ts'
import type { HeardLine } from '../../store/queries/voices.ts'
import { short } from './list-view.tsx'
import { SaturationSection } from './saturation-view.tsx'

const mostFirst = 10
const mostShown = 100
const percent = (share: number) => `${Math.round(share * 100)}％`

/** A measure residents are least content with for how much it matters to them, and the survey that says so. */
export type UrgentMeasure = { measureId: string; survey: string }
type ViewProps = CoverageFacts & { urgent: readonly UrgentMeasure[] }

export function CoverageView({ coverage, heard, codes, items, planId, urgent }: ViewProps) {
  const names = new Map(codes.map(({ id, label }) => [id, label]))
  if (heard.size === 0)
    return (
      <div class="l-gap">
        <EmptyState title="まだ声がありません。">
          <p>声を受け付けて分類すると、抜けと偏りがここでわかります。</p>
        </EmptyState>
      </div>
    )
  return (
    <>
      <Unlinked coverage={coverage} heard={heard} />
      <Silent coverage={coverage} items={items} planId={planId} />
      <Urgent coverage={coverage} items={items} urgent={urgent} />
      <Topics coverage={coverage} names={names} />
      <SaturationSection curve={coverage.saturation} />
      <Pairs coverage={coverage} names={names} />
    </>
  )
}

function Unlinked({ coverage: { unlinked }, heard }: Pick<CoverageFacts, 'coverage' | 'heard'>) {
  const lines = unlinked.flatMap((id) => heard.get(id) ?? [])
  const more = lines.slice(mostFirst, mostShown)
  return (
    <Section id="unlinked" title="施策に結び付いていない意見">
      <p>
        意見 n＝{heard.size}件のうち{unlinked.length}件（{percent(unlinked.length / heard.size)}）。
      </p>
      <Lines lines={lines.slice(0, mostFirst)} />
      {more.length > 0 && (
        <Disclosure label={`続きの${more.length}件（新しい順）`}>
          <Lines lines={more} />
        </Disclosure>
      )}
    </Section>
  )
}

const Lines = ({ lines }: { lines: readonly HeardLine[] }) => (
  <ul class="sb-rows l-gap">
    {lines.map(({ id, submissionId, channel, district, verbatim }) => (
      <li key={id}>
        <p class="sb-rows__when">
          {channelLabels[channel]}
          {district && `・${district}`}
        </p>
        <p dir="auto">
          <a href={`/staff/voices/${submissionId}/opinions/${id}`}>{short(verbatim)}</a>
        </p>
      </li>
    ))}
  </ul>
)

type SilentProps = Pick<CoverageFacts, 'coverage' | 'items' | 'planId'>

function Silent({ coverage: { silentItemIds }, items, planId }: SilentProps) {
  const measures = items.filter(({ isMeasure }) => isMeasure)
  const silent = measures.filter(({ id }) => silentItemIds.includes(id))
  return (
    <Section id="silent" title="声のない施策">
      <p>
        {measures.length}の施策のうち{silent.length}。
      </p>
      <ul class="sb-list l-gap">
        {silent.map(({ id, label }) => (
          <li key={id}>{planId ? <a href={`/staff/plans/${planId}/items/${id}`}>{label}</a> : label}</li>
        ))}
      </ul>
    </Section>
  )
}

type UrgentProps = Pick<ViewProps, 'coverage' | 'items' | 'urgent'>

/** What the survey finds wanting, beside how many spoke of it: few voices there are a reason to ask. */
function Urgent({ coverage: { heardOfItem }, items, urgent }: UrgentProps) {
  const names = new Map(items.map(({ id, label }) => [id, label]))
  const known = urgent.filter(({ measureId }) => names.has(measureId))
  if (known.length === 0) return null
  return (
    <Section id="urgent" title="調査で急がれる施策と声">
      <ScrollFrame label="調査で急がれる施策と声">
        <table class="dads-table">
          <caption>
            調査で急がれる施策と声<small>満足度が低く、重要度が高い施策（誤差を考えても動かないもの）</small>
          </caption>
          <thead>
            <tr>
              <th scope="col">施策</th>
              <th scope="col">調査</th>
              <th scope="col" class="is-num">
                声（件）
              </th>
            </tr>
          </thead>
          <tbody>
            {known.map(({ measureId, survey }) => (
              <tr key={measureId + survey}>
                <th scope="row">{names.get(measureId)}</th>
                <td>{survey}</td>
                <td class="is-num">{heardOfItem.get(measureId) ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </Section>
  )
}

type Named = Pick<CoverageFacts, 'coverage'> & { names: ReadonlyMap<string, string> }

function Topics({ coverage: { shares, districts }, names }: Named) {
  if (shares.length === 0) return null
  return (
    <Section id="topics" title="地区ごとの分類の割合">
      <ScrollFrame label="地区ごとの分類の割合">
        <table class="dads-table dads-table--wide">
          <caption>
            地区ごとの分類の割合
            <small>
              その地区の意見のうち、その分類が付いたものの割合（かっこは件数）。1件にいくつも付くので、合計は100％になりません
            </small>
          </caption>
          <thead>
            <tr>
              <th scope="col">分類</th>
              {districts.map(({ district, voices }) => (
                <th key={district} scope="col" class="is-num">
                  {district}
                  <small>n＝{voices}</small>
                </th>
              ))}
              <th scope="col" class="is-num">
                全体（件）
              </th>
              <th scope="col" class="is-num">
                地区の違い（V）
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ codeId, voices, byDistrict, cramersV, isThin }) => (
              <tr key={codeId}>
                <th scope="row">
                  <a href={`/staff/voices?code=${codeId}`}>{names.get(codeId)}</a>
                </th>
                {byDistrict.map(({ district, coded, share }) => (
                  <td key={district} class="is-num">
                    {percent(share)}（{coded}）
                  </td>
                ))}
                <td class="is-num">{voices}</td>
                <td class="is-num">
                  {cramersV === undefined ? <NoValue words="求められない" /> : cramersV.toFixed(2)}
                  {isThin && '※'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <p class="sb-sub">
        V（クラメールの連関係数）は0〜1で、大きいほど地区の違いが大きいことを表します。※は、声が少なく、違いが偶然かもしれないものです。
      </p>
    </Section>
  )
}

function Pairs({ coverage: { pairs }, names }: Named) {
  if (pairs.length === 0) return null
  return (
    <Section id="pairs" title="いっしょに付く分類">
      <ScrollFrame label="いっしょに付く分類">
        <table class="dads-table">
          <caption>
            いっしょに付く分類<small>強い順に10組まで</small>
          </caption>
          <thead>
            <tr>
              <th scope="col">分類</th>
              <th scope="col" class="is-num">
                両方（件）
              </th>
              <th scope="col" class="is-num">
                Jaccard係数
              </th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ codes: [a, b], both, jaccard }) => (
              <tr key={a + b}>
                <th scope="row">
                  {names.get(a)}―{names.get(b)}
                </th>
                <td class="is-num">{both}</td>
                <td class="is-num">{jaccard.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </Section>
  )
}

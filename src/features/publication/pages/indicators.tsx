import { courseText, seriesOf, valueText } from '#src/features/plan/core/indicator-series.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { TrendLine } from '#src/lib/chart/trend-line.tsx'
import { fiscalYearShort } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { NoValue } from '#src/ui/parts.tsx'
import { judge, judgementLabels } from '../core/judgement.ts'
import { Chapter, type ChapterPart } from './parts/chapter.tsx'
import { indicatorsBelow } from './parts/policy-view.tsx'
import { homeCrumb, publicScreen, withPublicPlan } from './parts/public-page.tsx'

/** 数字で見る: every indicator by field. */
export const indicatorsPage = page('/indicators', {
  audience: 'public',
  show: (context) =>
    withPublicPlan(context, (shown) =>
      publicScreen(shown, { title: '数字で見る', crumbs: [homeCrumb], body: <Indicators shown={shown} /> }),
    ),
})

function Indicators({ shown }: { shown: PublicPlan }) {
  const { plan, tree, numbers, indicators } = shown
  const groups = [
    { id: 'goals', title: '総括的な目標', rows: indicators.get(plan.concept.vision.id) ?? [] },
    ...tree.map(({ item }) => ({
      id: item.id,
      title: `${numbers.get(item.id)}　${item.title}`,
      rows: indicatorsBelow(shown, item.id),
    })),
  ].filter(({ rows }) => rows.length > 0)
  return (
    <>
      <h1>数字で見る</h1>
      <p class="sb-lead">
        {plan.indicators.length === 0
          ? 'この版には、まだ指標がありません。'
          : `${plan.indicators.length}の指標で、計画の進み具合を確かめます。名前を押すと、図と表、数え方が見られます。`}
      </p>
      {groups.length > 0 && <Chapter parts={groups.map((group) => partOf(shown, group))} />}
    </>
  )
}

type Group = { id: string; title: string; rows: readonly Indicator[] }

function partOf(shown: PublicPlan, { id, title, rows }: Group): ChapterPart {
  return {
    id,
    title,
    aside: <span class="sb-sub">（　）は年度　◇ 目標</span>,
    body: (
      <table class="dads-table dads-table--cards dads-table--indicators">
        <caption class="vh">{title}の指標</caption>
        <thead>
          <tr>
            <th scope="col">指標</th>
            <th scope="col">推移</th>
            <th scope="col" class="is-num">
              最新
            </th>
            <th scope="col" class="is-num">
              基準
            </th>
            <th scope="col" class="is-num">
              目標
            </th>
            <th scope="col">判定</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((indicator) => (
            <Row key={indicator.id} shown={shown} indicator={indicator} />
          ))}
        </tbody>
      </table>
    ),
  }
}

function Row({ shown, indicator }: { shown: PublicPlan; indicator: Indicator }) {
  const { baseline, unit } = indicator
  const latest = indicator.actuals.findLast(({ value }) => value !== null)
  const { judgement, arrow } = judge(indicator)
  const number = shown.numbers.get(indicator.itemId)
  return (
    <tr>
      <th scope="row">
        <a href={`/indicators/${indicator.id}`}>{indicator.name}</a>
        <span class="sb-sub">
          （{unit || '単位なし'}）{number && <span class="nowrap">{number}</span>}
        </span>
      </th>
      <td data-label="推移">
        <div>
          <TrendLine series={seriesOf(indicator, shown.plan.period.fiscalYears)} />
          <span class="vh">{courseText(indicator)}</span>
        </div>
      </td>
      <td data-label="最新" class="is-num">
        <YearValue indicator={indicator} value={latest?.value} year={latest?.fiscalYear} />
      </td>
      <td data-label="基準" class="is-num">
        <YearValue indicator={indicator} value={baseline.value} year={baseline.fiscalYear} />
      </td>
      <td data-label="目標" class="is-num">
        <Goal indicator={indicator} />
      </td>
      <td data-label="判定" class="is-nowrap">
        {judgement === 'unknown' ? (
          <span class="sb-sub">{judgementLabels.unknown}</span>
        ) : (
          <span>
            <span aria-hidden="true">{arrow}</span> {judgementLabels[judgement]}
          </span>
        )}
      </td>
    </tr>
  )
}

type YearValueProps = { indicator: Indicator; value: number | null | undefined; year: number | undefined }

function YearValue({ indicator, value, year }: YearValueProps) {
  if (value === null || value === undefined || year === undefined)
    return (
      <span>
        <NoValue />
      </span>
    )
  return (
    <span>
      {valueText(indicator, value)}
      <span class="sb-sub">（{fiscalYearShort(year)}）</span>
    </span>
  )
}

function Goal({ indicator }: { indicator: Indicator }) {
  const { target } = indicator
  if (target?.kind === 'monitor-only') return <span class="sb-sub">経過を見る</span>
  if (target?.kind === 'range' && target.low !== undefined && target.high !== undefined) {
    return (
      <span>
        {valueText(indicator, target.low)}〜<wbr />
        <YearValue indicator={indicator} value={target.high} year={target.fiscalYear} />
      </span>
    )
  }
  return <YearValue indicator={indicator} value={target?.value} year={target?.fiscalYear} />
}

import { courseText, seriesOf } from '#src/features/plan/core/indicator-series.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { IndicatorChart } from '#src/lib/chart/indicator-chart.tsx'
import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { Disclosure, NoValue, NumberMark, Stat } from '#src/ui/parts.tsx'
import { findingText, progressText, wholePercent } from '../../core/finding.ts'
import { achievementRate, judge, judgementLabels } from '../../core/judgement.ts'
import { ValueHistory } from './indicator-history.tsx'
import { Note } from './indicator-note.tsx'
import { YearsTable } from './indicator-tables.tsx'
import { Target, Value } from './indicator-values.tsx'
import { fieldOf } from './public-page.tsx'

type IndicatorProps = { shown: PublicPlan; indicator: Indicator }

/** One indicator, whole: where it stands, its course, how it is counted, and what was changed about it. */
export function IndicatorView({ shown, indicator }: IndicatorProps) {
  return (
    <>
      <Kicker shown={shown} indicator={indicator} />
      <h1>{indicator.name}</h1>
      <Figures indicator={indicator} />
      <Course shown={shown} indicator={indicator} />
      <Note shown={shown} indicator={indicator} />
      <ValueHistory shown={shown} indicator={indicator} />
      <p class="l-gap">
        <a class="sb-arrow" href={`/indicators/${indicator.id}/thread`}>
          この指標の根拠と、その先をたどる
        </a>
      </p>
    </>
  )
}

function Kicker({ shown, indicator }: IndicatorProps) {
  const field = fieldOf(shown, indicator.itemId)
  const item = shown.items.get(indicator.itemId)
  return (
    <p class="sb-kicker">
      {field && <NumberMark number={field.number}>{field.item.title}</NumberMark>}
      {item && (
        <a href={`/plan/items/${item.id}`}>
          {shown.numbers.get(item.id)} {item.title}
        </a>
      )}
      {indicator.itemId === shown.plan.concept.vision.id && <a href="/plan/concept#goals">総括的な目標</a>}
    </p>
  )
}

function Figures({ indicator }: { indicator: Indicator }) {
  const { target, actuals, baseline } = indicator
  const actual = actuals.findLast(({ value }) => value !== null)
  const latest = actual ?? baseline
  const { judgement, arrow, why } = judge(indicator)
  const rate = achievementRate(indicator)
  const tone = { better: 'sb-trend--up', worse: 'sb-trend--down', same: '', unknown: '' }[judgement]
  return (
    <div class="l-cols l-cols--4 l-gap">
      <Stat
        label={actual ? '最新の実績' : '基準値'}
        value={latest.value === null ? <NoValue /> : <Value indicator={indicator} value={latest.value} />}
        note={`${fiscalYearLabel(latest.fiscalYear)}${actual?.provisional ? '（速報）' : ''}`}
      />
      <Stat
        label="判定"
        value={
          <span class={tone}>
            {arrow && <span aria-hidden="true">{arrow} </span>}
            {judgementLabels[judgement]}
          </span>
        }
        note={why || `${fiscalYearLabel(baseline.fiscalYear)}の基準値とくらべて`}
      />
      <Stat
        label="目標"
        value={<Target indicator={indicator} />}
        note={target ? fiscalYearLabel(target.fiscalYear) : 'まだ決まっていません'}
      />
      <Stat
        label="目標までの道のり"
        value={rate === undefined ? <NoValue words="まだ計算できません" /> : wholePercent(rate)}
        unit={rate === undefined ? '' : '％'}
        note="基準値から目標値までのうち、進んだ割合"
      />
    </div>
  )
}

function Course({ shown, indicator }: IndicatorProps) {
  const series = seriesOf(indicator, shown.plan.period.fiscalYears)
  const description = courseText(indicator)
  const { source } = indicator
  return (
    <div class="l-section l-section--plain">
      <figure class="sb-figure">
        <figcaption class="sb-figure__cap">
          <span class="sb-figure__title">{findingText(indicator)}</span>
          <span class="sb-figure__find">{progressText(indicator)}</span>
        </figcaption>
        <div class="sb-chart sb-chart--w">
          <IndicatorChart series={series} size="wide" id="w" description={description} />
        </div>
        <div class="sb-chart sb-chart--n">
          <IndicatorChart series={series} size="narrow" id="n" description={description} />
        </div>
        <div class="sb-figure__foot">
          <Disclosure label="表で見る">
            <YearsTable indicator={indicator} />
          </Disclosure>
          <a href={`/indicators/${indicator.id}/values.csv`}>
            データ（CSV）<span class="vh">：{indicator.name}</span>
          </a>
        </div>
        <p class="sb-sub">○ 基準　◇ 中間・目標{source.ref && `　出典：${source.ref}`}</p>
      </figure>
    </div>
  )
}

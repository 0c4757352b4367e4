import { courseText, seriesOf, valueText } from '#src/features/plan/core/indicator-series.ts'
import { directionLabels } from '#src/features/plan/core/labels.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { IndicatorChart } from '#src/lib/chart/indicator-chart.tsx'
import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { NoValue, NumberMark } from '#src/ui/parts.tsx'
import { Baseline, Target } from './indicator-values.tsx'
import { fieldOf } from './public-page.tsx'

type IndicatorProps = { shown: PublicPlan; indicator: Indicator }

const SmallChart = ({ shown, indicator }: IndicatorProps) => (
  <IndicatorChart
    series={seriesOf(indicator, shown.plan.period.fiscalYears)}
    size="small"
    id={indicator.id}
    description={courseText(indicator)}
  />
)

/** What the marks of the small charts mean. */
export const ChartKey = () => <span class="sb-sub">○ 基準　◇ 中間・目標　灰色の帯は計画期間</span>

/** One indicator of an item: what it counts, from where to where, and its course. */
export function IndicatorRow({ shown, indicator }: IndicatorProps) {
  const { baseline, target, direction, definition, source } = indicator
  return (
    <div class="sb-ind">
      <div>
        <h3>
          <a href={`/indicators/${indicator.id}`}>{indicator.name}</a>
        </h3>
        <p class="sb-sub">{[definition, source.ref && `出典：${source.ref}`].filter(Boolean).join('　')}</p>
        <dl class="sb-ind__vals">
          <div>
            <dt>基準（{fiscalYearLabel(baseline.fiscalYear)}）</dt>
            <dd>
              <Baseline indicator={indicator} />
            </dd>
          </div>
          <div class="sb-ind__arrow">
            <dt class="vh">方向</dt>
            <dd>
              <span class="vh">{direction ? directionLabels[direction] : '決まっていません'}</span>
              <span aria-hidden="true">→</span>
            </dd>
          </div>
          <div>
            <dt>目標{target && `（${fiscalYearLabel(target.fiscalYear)}）`}</dt>
            <dd>
              <Target indicator={indicator} />
            </dd>
          </div>
        </dl>
      </div>
      <SmallChart shown={shown} indicator={indicator} />
    </div>
  )
}

/** One indicator as a headline number with its chart. */
export function HeadlineNumber({ shown, indicator, withField }: IndicatorProps & { withField?: boolean }) {
  const { actuals, baseline, target, unit } = indicator
  const latest = actuals.findLast(({ value }) => value !== null) ?? baseline
  const field = withField ? fieldOf(shown, indicator.itemId) : undefined
  return (
    <div class="sb-stat sb-stat--ruled">
      <h3 class="sb-stat__label">
        <a href={`/indicators/${indicator.id}`}>{indicator.name}</a>
      </h3>
      <p class="sb-stat__value">
        {latest.value === null ? <NoValue /> : valueText(indicator, latest.value)}
        <small>
          {unit}（{fiscalYearLabel(latest.fiscalYear)}）
        </small>
      </p>
      <p class="sb-stat__note">
        {field && (
          <>
            <NumberMark number={field.number}>{field.item.title}</NumberMark>
            {'　'}
          </>
        )}
        {target && target.kind !== 'monitor-only' && `${fiscalYearLabel(target.fiscalYear)}の目標 `}
        <Target indicator={indicator} />
      </p>
      <SmallChart shown={shown} indicator={indicator} />
    </div>
  )
}

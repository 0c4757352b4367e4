import type { Indicator } from '#src/formats/plan-indicator.ts'
import { IndicatorChart } from '#src/lib/chart/indicator-chart.tsx'
import { courseText, seriesOf } from '../../core/indicator-series.ts'

/** The small chart of an indicator with its sentence, as the editor and lists show it. */
export function IndicatorFigure({
  indicator,
  period,
}: {
  indicator: Indicator
  period: readonly [number, number]
}) {
  const description = courseText(indicator)
  return (
    <figure>
      <IndicatorChart
        series={seriesOf(indicator, period)}
        size="small"
        id={indicator.id}
        description={description}
      />
      <figcaption class="sb-sub">{description}</figcaption>
    </figure>
  )
}

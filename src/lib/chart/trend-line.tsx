import { scaleLinear } from 'd3-scale'
import { tenth } from './chart-frame.ts'
import { type ChartPoint, drawnPoints, type IndicatorSeries, wayToTarget } from './indicator-series.ts'

const width = 112
const height = 32
const room = 5

/**
 * The course of an indicator at the size of a word, for tables: actual values solid, the way to the target dotted, the
 * target a diamond. It says nothing that does not stand beside it, so it is hidden from who hears the page.
 */
export function TrendLine({ series }: { series: IndicatorSeries }) {
  const all = drawnPoints(series)
  if (all.length < 2) return null
  const years = all.map(({ fiscalYear }) => fiscalYear)
  const values = all.map(({ value }) => Math.max(-1e15, Math.min(1e15, value)))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const least = (Math.max(Math.abs(low), Math.abs(high)) * 0.1 || 1) - (high - low)
  const spare = Math.max(0, least) / 2
  const x = scaleLinear(
    [Math.min(...years), Math.max(...years, Math.min(...years) + 1)],
    [room, width - room],
  )
  const y = scaleLinear([low - spare, high + spare], [height - room, room])
  const at = ({ fiscalYear, value }: ChartPoint) => [tenth(x(fiscalYear)), tenth(y(value))] as const
  const line = (points: readonly ChartPoint[]) => points.map((point) => at(point).join(',')).join(' ')
  const way = wayToTarget(series)
  const end = series.range || series.target ? way.at(-1) : undefined
  const latest = series.actuals.at(-1)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true" fill="none">
      {way.length > 1 && (
        <polyline points={line(way)} stroke="#ac3e00" stroke-width="1.5" stroke-dasharray="2 3" />
      )}
      {series.actuals.length > 1 && (
        <polyline points={line(series.actuals)} stroke="#0017c1" stroke-width="2" />
      )}
      {latest && <circle cx={at(latest)[0]} cy={at(latest)[1]} r="2.5" fill="#0017c1" />}
      {end && (
        <path
          d={`M${at(end)[0]} ${tenth(at(end)[1] - 4)}l4 4-4 4-4-4z`}
          fill="#ffffff"
          stroke="#ac3e00"
          stroke-width="1.5"
        />
      )}
    </svg>
  )
}

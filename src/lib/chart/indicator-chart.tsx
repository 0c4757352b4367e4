import { type ChartFrame, type ChartSize, chartSizes, frameOf, targetWords, tenth } from './chart-frame.ts'
import { besideTarget, type ChartLabel, valueLabels } from './chart-labels.ts'
import { type ChartPoint, drawnPoints, type IndicatorSeries, wayToTarget } from './indicator-series.ts'

const black = '#1a1a1a'
const blue = '#0017c1'
const orange = '#ac3e00'
const grey = '#4d4d4d'

type ChartProps = { series: IndicatorSeries; size: ChartSize; id: string; description: string }

/**
 * The course of an indicator: actual values solid with dots, the baseline a ring, the way to the target dotted, interim
 * and target diamonds, a range to keep a bracket, the plan period a grey band.
 *
 * The numbers stand in the table beside it; with nothing to draw there is no picture. `id` keeps the names of title and
 * description apart from those of other charts of the page.
 */
export function IndicatorChart({ series, size, id, description }: ChartProps) {
  if (drawnPoints(series).length === 0) return null
  const frame = frameOf(series, size)
  const { width, height } = chartSizes[size]
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}t ${id}d`}
    >
      <title id={`${id}t`}>{`${series.name}の推移と目標`}</title>
      <desc id={`${id}d`}>{description}</desc>
      <Ground frame={frame} unit={series.unit} />
      <Lines series={series} frame={frame} />
      <Marks series={series} frame={frame} />
      <Labels series={series} frame={frame} />
    </svg>
  )
}

/** Plan period, grid and years. */
function Ground({ frame, unit }: { frame: ChartFrame; unit: string }) {
  const { size, left, right, band, ticks, years } = frame
  const { top, bottom } = chartSizes[size]
  const edge = right + chartSizes[size].beyond
  const grid = ticks.filter(({ y }) => y < bottom).map(({ y }) => `M${left} ${y}H${edge}`)
  const roof = top - (size === 'small' ? 16 : 14)
  return (
    <>
      {band && <rect x={band.x} y={roof} width={band.width} height={bottom - roof} fill="#f2f2f2" />}
      {grid.length > 0 && <path d={grid.join('')} stroke="#e6e6e6" />}
      <path d={`M${left} ${bottom}H${edge}`} stroke={size === 'small' ? '#b3b3b3' : '#666666'} />
      <g font-size={12} fill={grey}>
        {size !== 'small' && (
          <text x={left} y={14} text-anchor={unit.length > 4 ? 'start' : 'middle'}>
            （{unit || '単位なし'}）
          </text>
        )}
        {size !== 'small' && band && band.width > 60 && (
          <text x={band.x + 6} y={top + 1}>
            計画期間
          </text>
        )}
        <g text-anchor="middle">
          {years.map(({ x, words, anchor }) => (
            <text key={x} x={x} y={bottom + (size === 'small' ? 18 : 24)} text-anchor={startOnly(anchor)}>
              {words}
            </text>
          ))}
        </g>
        <g font-size={13} text-anchor="end">
          {ticks.map(({ y, words }) => (
            <text key={y} x={left - 8} y={tenth(y + 4.5)}>
              {words}
            </text>
          ))}
        </g>
      </g>
    </>
  )
}

/** Middle is what the group says already. */
const startOnly = (anchor: 'start' | 'middle') => (anchor === 'start' ? anchor : undefined)

const points = ({ x, y }: ChartFrame, all: readonly ChartPoint[]) =>
  all.map(({ fiscalYear, value }) => `${x(fiscalYear)},${y(value)}`).join(' ')

function Lines({ series, frame }: { series: IndicatorSeries; frame: ChartFrame }) {
  const way = wayToTarget(series)
  return (
    <g fill="none" stroke-linejoin="round" stroke-linecap="round">
      {way.length > 1 && (
        <polyline points={points(frame, way)} stroke={orange} stroke-width={2} stroke-dasharray="2 5" />
      )}
      {series.actuals.length > 1 && (
        <polyline
          points={points(frame, series.actuals)}
          stroke={blue}
          stroke-width={frame.size === 'small' ? 2.5 : 3}
        />
      )}
    </g>
  )
}

function Marks({ series, frame }: { series: IndicatorSeries; frame: ChartFrame }) {
  const { actuals, baseline, interim, target, range } = series
  const { x, y, size } = frame
  const { mark } = chartSizes[size]
  const dots = size === 'small' ? actuals.slice(-1) : actuals
  const wished = [...interim, ...(target ? [target] : [])]
  return (
    <>
      <g fill={blue}>
        {dots.map(({ fiscalYear, value }) => (
          <circle key={fiscalYear} cx={x(fiscalYear)} cy={y(value)} r={size === 'small' ? 3.5 : 4} />
        ))}
      </g>
      {baseline && (
        <circle
          cx={x(baseline.fiscalYear)}
          cy={y(baseline.value)}
          r={mark}
          fill="#ffffff"
          stroke={blue}
          stroke-width={size === 'small' ? 2.5 : 3}
        />
      )}
      <g fill="#ffffff" stroke={orange} stroke-width={2}>
        {wished.map(({ fiscalYear, value }) => (
          <path
            key={fiscalYear}
            d={`M${x(fiscalYear)} ${tenth(y(value) - mark)}l${mark} ${mark}-${mark} ${mark}-${mark}-${mark}z`}
          />
        ))}
        {range && (
          <path
            fill="none"
            d={`M${tenth(x(range.fiscalYear) - mark)} ${y(range.high)}h${2 * mark}m-${mark} 0V${y(range.low)}m-${mark} 0h${2 * mark}`}
          />
        )}
      </g>
    </>
  )
}

function Labels({ series, frame }: { series: IndicatorSeries; frame: ChartFrame }) {
  const { target, range } = series
  const { baseline, latest } = valueLabels(series, frame)
  const goal = range
    ? { x: frame.x(range.fiscalYear), y: (frame.y(range.low) + frame.y(range.high)) / 2 }
    : target && { x: frame.x(target.fiscalYear), y: frame.y(target.value) }
  return (
    <g font-size={chartSizes[frame.size].font} font-weight={700}>
      <g stroke="#ffffff" stroke-width={4} stroke-linejoin="round" paint-order="stroke">
        {baseline && <Words label={baseline} fill={frame.size === 'small' ? blue : black} />}
        {latest && <Words label={latest} fill={blue} />}
      </g>
      {goal && (
        <g fill={orange}>
          {besideTarget(frame, goal, targetWords(series, frame.size)).map((label) => (
            <Words key={label.y} label={label} />
          ))}
        </g>
      )}
    </g>
  )
}

function Words({ label, fill }: { label: ChartLabel; fill?: string }) {
  const { x, y, anchor, words } = label
  return (
    <text x={x} y={y} text-anchor={anchor === 'start' ? undefined : anchor} fill={fill}>
      {words}
    </text>
  )
}

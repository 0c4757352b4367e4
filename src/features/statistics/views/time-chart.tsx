import { axisNumbers, textWidth } from '#src/lib/chart/chart-words.ts'
import { chartColours, scaleTo, spaced, tenth, valueDomain } from './chart-scales.ts'

export type TimePoint = { x: number; label: string; value: number; shown: string }
export type TimeChartProps = {
  id: string
  title: string
  description: string
  points: readonly TimePoint[]
  unit: string
  size: 'wide' | 'narrow'
}

const sizes = {
  wide: { width: 1000, height: 320 },
  narrow: { width: 343, height: 260 },
} as const
const [top, foot] = [40, 34]
/** Under a line that does not start from zero there is room for a number below its end. */
const labelRoom = 26

/** One series over time: a line with its points, first and last value written out. The table stands beside it. */
export function TimeChart({ id, title, description, points, unit, size }: TimeChartProps) {
  if (points.length < 2) return null
  const { width, height } = sizes[size]
  const gap = Math.max(...points.map(({ label }) => textWidth(label, 13))) + 12
  const bottom = height - foot
  const domain = valueDomain(points.map(({ value }) => value))
  const y = scaleTo(domain, [domain[0] === 0 ? bottom : bottom - labelRoom, top]).nice(5)
  const ticks = y.ticks(5)
  const words = axisNumbers(ticks)
  const left = Math.ceil(Math.max(30, ...words.map((word) => textWidth(word, 13) + 12)))
  const right = width - Math.max(30, Math.ceil(gap / 2))
  const xs = points.map(({ x }) => x)
  const x = scaleTo([Math.min(...xs), Math.max(...xs)], [left + 14, right])
  const at = points.map((point) => ({ ...point, x: tenth(x(point.x)), y: tenth(y(point.value)) }))
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      <text x={left - 8} y={16} font-size={12} fill={chartColours.quiet} text-anchor="middle">
        （{unit}）
      </text>
      {ticks.map((tick, index) => (
        <g key={tick}>
          <path d={`M${left} ${tenth(y(tick))}H${width - 8}`} stroke={chartColours.line} />
          <text
            x={left - 8}
            y={tenth(y(tick) + 4.5)}
            font-size={13}
            fill={chartColours.quiet}
            text-anchor="end"
          >
            {words[index]}
          </text>
        </g>
      ))}
      <path d={`M${left} ${bottom}H${width - 8}`} stroke={chartColours.axis} />
      {spaced(at, gap).map((point) => (
        <text
          key={point.label}
          x={point.x}
          y={height - 10}
          font-size={13}
          fill={chartColours.quiet}
          text-anchor="middle"
        >
          {point.label}
        </text>
      ))}
      <polyline
        points={at.map((point) => `${point.x},${point.y}`).join(' ')}
        fill="none"
        stroke={chartColours.own}
        stroke-width={3}
        stroke-linejoin="round"
      />
      {at.map((point) => (
        <circle key={point.label} cx={point.x} cy={point.y} r={4} fill={chartColours.own} />
      ))}
      <EndLabel point={at[0]} beside={at[1]} anchor="start" />
      <EndLabel point={at.at(-1)} beside={at.at(-2)} anchor="end" />
    </svg>
  )
}

type Placed = { x: number; y: number; shown: string }
type EndLabelProps = { point: Placed | undefined; beside: Placed | undefined; anchor: 'start' | 'end' }

/** The number at an end of the line, on the side the line does not go to. */
function EndLabel({ point, beside, anchor }: EndLabelProps) {
  if (!point) return null
  const isBelow = beside !== undefined && beside.y < point.y - 4
  return (
    <text
      x={point.x}
      y={isBelow ? point.y + 22 : point.y - 12}
      font-size={14}
      font-weight={700}
      fill={chartColours.own}
      stroke={chartColours.paper}
      stroke-width={4}
      paint-order="stroke"
      text-anchor={anchor}
    >
      {point.shown}
    </text>
  )
}

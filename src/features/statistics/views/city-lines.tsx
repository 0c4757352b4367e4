import { axisNumbers } from '#src/lib/chart/chart-words.ts'
import { chartColours, scaleTo, tenth, valueDomain } from './chart-scales.ts'

export type LinePoint = { x: number; value: number }
export type CityLine = { areaCode: string; areaName: string; points: readonly LinePoint[] }
export type CityLinesProps = {
  id: string
  title: string
  description: string
  line: CityLine
  /** The own city, drawn thin and dashed in every picture. */
  reference: CityLine | undefined
  frame: LineFrame
}

/** The common scale of all small pictures of a page. */
export type LineFrame = { x: readonly [number, number]; y: readonly [number, number] }

export function frameOf(lines: readonly CityLine[]): LineFrame | undefined {
  const points = lines.flatMap((line) => line.points)
  if (points.length === 0) return undefined
  const xs = points.map(({ x }) => x)
  const [low = 0, high = 1] = scaleTo(valueDomain(points.map(({ value }) => value)), [0, 1])
    .nice(4)
    .domain()
  return { x: [Math.min(...xs), Math.max(...xs)], y: [low, high] }
}

const [width, height] = [260, 150]
const [left, right, top, bottom] = [48, 250, 12, 122]

/** One city over time, at the same scale as its neighbours. */
export function CityLines({ id, title, description, line, reference, frame }: CityLinesProps) {
  const x = scaleTo(frame.x, [left + 6, right - 6])
  const y = scaleTo(frame.y, [bottom, top])
  const ticks = y.ticks(3)
  const words = axisNumbers(ticks)
  const path = ({ points }: CityLine) =>
    points.map((point) => `${tenth(x(point.x))},${tenth(y(point.value))}`).join(' ')
  const last = line.points.at(-1)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      {ticks.map((tick, at) => (
        <g key={tick}>
          <path d={`M${left} ${tenth(y(tick))}H${right}`} stroke={chartColours.line} />
          <text
            x={left - 6}
            y={tenth(y(tick) + 4)}
            font-size={12}
            fill={chartColours.quiet}
            text-anchor="end"
          >
            {words[at]}
          </text>
        </g>
      ))}
      <path d={`M${left} ${bottom}H${right}`} stroke={chartColours.axis} />
      <g font-size={12} fill={chartColours.quiet}>
        <text x={left} y={height - 10}>
          {Math.floor(frame.x[0])}
        </text>
        {frame.x[1] > frame.x[0] && (
          <text x={right} y={height - 10} text-anchor="end">
            {Math.floor(frame.x[1])}
          </text>
        )}
      </g>
      {reference && reference.points.length > 1 && (
        <polyline
          points={path(reference)}
          fill="none"
          stroke={chartColours.other}
          stroke-width={1.5}
          stroke-dasharray="4 3"
        />
      )}
      {line.points.length > 1 && (
        <polyline points={path(line)} fill="none" stroke={chartColours.own} stroke-width={2.5} />
      )}
      {last && <circle cx={tenth(x(last.x))} cy={tenth(y(last.value))} r={4} fill={chartColours.own} />}
    </svg>
  )
}

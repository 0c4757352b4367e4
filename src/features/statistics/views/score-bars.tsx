import { chartColours, scaleTo, tenth } from './chart-scales.ts'

export type ScoreBar = { key: string; label: string; score: number }
export type ScoreBarsProps = {
  id: string
  title: string
  description: string
  bars: readonly ScoreBar[]
  size: 'wide' | 'narrow'
}

const sizes = {
  wide: { width: 1000, labels: 250, row: 30, isStacked: false },
  narrow: { width: 343, labels: 8, row: 48, isStacked: true },
} as const
const top = 30

/** Standard scores as bars from 50. Bars, no radar chart: its area and the order of its axes would mislead. */
export function ScoreBars({ id, title, description, bars, size }: ScoreBarsProps) {
  if (bars.length === 0) return null
  const { width, labels, row, isStacked } = sizes[size]
  const scores = bars.map(({ score }) => score)
  const reach = Math.max(20, ...scores.map((score) => Math.ceil(Math.abs(score - 50) / 10) * 10))
  const scale = scaleTo([50 - reach, 50 + reach], [labels + 34, width - 44])
  const x = (score: number) => tenth(scale(score))
  const height = top + bars.length * row + 6
  const ticks = Array.from({ length: (reach / 10) * 2 + 1 }, (_, at) => 50 - reach + at * 10)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      {ticks.map((tick) => (
        <g key={tick}>
          <path
            d={`M${x(tick)} ${top - 6}V${height - 4}`}
            stroke={tick === 50 ? chartColours.text : chartColours.line}
          />
          <text x={x(tick)} y={16} font-size={13} fill={chartColours.quiet} text-anchor="middle">
            {tick}
          </text>
        </g>
      ))}
      {bars.map(({ key, label, score }, at) => {
        const y = top + at * row + (isStacked ? 22 : 5)
        const isOver = score >= 50
        return (
          <g key={key} font-size={14}>
            <text
              x={isStacked ? 0 : labels}
              y={isStacked ? y - 6 : y + 14}
              text-anchor={isStacked ? 'start' : 'end'}
            >
              {label}
            </text>
            <rect
              x={Math.min(x(50), x(score))}
              y={y}
              width={tenth(Math.abs(x(score) - x(50)))}
              height={18}
              fill={isOver ? chartColours.own : chartColours.other}
            />
            <text
              x={isOver ? x(score) + 6 : x(score) - 6}
              y={y + 14}
              font-weight={700}
              text-anchor={isOver ? 'start' : 'end'}
            >
              {score.toFixed(1)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

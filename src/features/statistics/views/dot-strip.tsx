import { chartColours, scaleTo, tenth } from './chart-scales.ts'

export type StripDot = { key: string; value: number; isOwn: boolean }
export type DotStripProps = {
  id: string
  title: string
  description: string
  dots: readonly StripDot[]
  mean: number
  shown: (value: number) => string
}

const [width, height] = [320, 92]
const [left, right, line] = [16, 304, 52]

/** All cities of a group on one line: the own city filled with its value, the others hollow, the mean a marked stroke. */
export function DotStrip({ id, title, description, dots, mean, shown }: DotStripProps) {
  const values = dots.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const scale = scaleTo([low, high], [left, right])
  const x = (value: number) => tenth(scale(value))
  const own = dots.find(({ isOwn }) => isOwn)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      <path d={`M${left} ${line}H${right}`} stroke={chartColours.axis} />
      <g fill={chartColours.paper} stroke={chartColours.axis}>
        {dots
          .filter(({ isOwn }) => !isOwn)
          .map(({ key, value }) => (
            <circle key={key} cx={x(value)} cy={line} r={5} />
          ))}
      </g>
      <path d={`M${x(mean)} ${line - 14}V${line + 14}`} stroke={chartColours.text} stroke-width={2} />
      <g font-size={13}>
        {own && (
          <>
            <circle cx={x(own.value)} cy={line} r={7} fill={chartColours.own} />
            <text {...besideOf(x(own.value))} y={22} font-weight={700} fill={chartColours.own}>
              本市 {shown(own.value)}
            </text>
          </>
        )}
        <text {...besideOf(x(mean))} y={line + 31} fill={chartColours.text}>
          平均 {shown(mean)}
        </text>
      </g>
    </svg>
  )
}

/** Words stay inside the picture at either end. */
function besideOf(x: number) {
  if (x < 70) return { x: Math.max(4, x - 8), 'text-anchor': 'start' } as const
  return x > width - 70
    ? ({ x: Math.min(width - 4, x + 8), 'text-anchor': 'end' } as const)
    : ({ x, 'text-anchor': 'middle' } as const)
}

import { type AgeClass, ageClassLabels, type Composition, shareOf } from '../core/composition.ts'
import { chartColours, tenth } from './chart-scales.ts'

export type AgeBarsProps = {
  id: string
  title: string
  description: string
  compositions: readonly Composition[]
  size: 'wide' | 'narrow'
}

const sizes = { wide: { width: 1000, labels: 60 }, narrow: { width: 343, labels: 48 } } as const
const [row, bar, top] = [34, 24, 6]
const classes = Object.keys(ageClassLabels) as AgeClass[]

/** Solid, white and striped, so that the classes are told apart without colour. */
const fills: Record<AgeClass, string> = { child: '#0017c1', workingAge: '#ffffff', elderly: '#ffeee2' }

/** 年齢3区分 of every census as bars to 100 %. Numbers stand where there is room, and in the table beside it. */
export function AgeBars({ id, title, description, compositions, size }: AgeBarsProps) {
  const { width, labels } = sizes[size]
  const room = width - labels - 4
  const height = top + compositions.length * row
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      {compositions.map((composition, at) => {
        const y = top + at * row
        let from: number = labels
        return (
          <g key={composition.time} font-size={14}>
            <text x={labels - 8} y={y + 17} text-anchor="end">
              {composition.time}
            </text>
            {classes.map((ageClass) => {
              const share = shareOf(composition, ageClass) ?? 0
              const wide = tenth((room * share) / 100)
              const x = from
              from = tenth(from + wide)
              return <Segment key={ageClass} ageClass={ageClass} x={x} y={y} wide={wide} share={share} />
            })}
          </g>
        )
      })}
    </svg>
  )
}

type SegmentProps = { ageClass: AgeClass; x: number; y: number; wide: number; share: number }

function Segment({ ageClass, x, y, wide, share }: SegmentProps) {
  const isStriped = ageClass === 'elderly'
  const stripes = isStriped ? stripesOf({ x, y, wide }) : undefined
  return (
    <>
      <rect x={x} y={y} width={wide} height={bar} fill={fills[ageClass]} stroke={chartColours.text} />
      {stripes && <path d={stripes} stroke={chartColours.other} stroke-width={1.5} />}
      {wide > 44 && (
        <>
          {isStriped && <rect x={x + wide / 2 - 20} y={y + 4} width={40} height={16} fill="#ffffff" />}
          <text
            x={tenth(x + wide / 2)}
            y={y + 17}
            text-anchor="middle"
            fill={ageClass === 'child' ? chartColours.paper : chartColours.text}
          >
            {share.toFixed(1)}
          </text>
        </>
      )}
    </>
  )
}

/** Slanted lines as one path: a pattern would need an id of its own on every page. */
function stripesOf({ x, y, wide }: { x: number; y: number; wide: number }): string {
  const lines: string[] = []
  for (let at = 8; at < wide - 1; at += 8) {
    const reach = Math.min(8, wide - at)
    lines.push(`M${tenth(x + at)} ${y + bar}L${tenth(x + at + reach)} ${y}`)
  }
  return lines.join('')
}

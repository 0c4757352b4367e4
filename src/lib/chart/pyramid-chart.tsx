import { scaleLinear } from 'd3-scale'
import { tenth } from './chart-frame.ts'
import { wholePersons } from './population-frame.ts'

/** Five-year groups of both sexes, youngest first. */
export type PyramidGroups = { M: readonly number[]; F: readonly number[] }

export type PyramidSeries = {
  title: string
  /** What is seen, as a heading. */
  finding: string
  description: string
  labels: readonly string[]
  groups: PyramidGroups
  /** Another year to compare with, drawn as an outline. */
  outline?: PyramidGroups | undefined
}

export type PyramidSize = 'wide' | 'narrow'

const sizes = {
  wide: { width: 560, row: 20, middle: 96 },
  narrow: { width: 343, row: 18, middle: 84 },
} as const
const top = 30
const foot = 26
const gap = 4

type PyramidFrame = {
  size: PyramidSize
  count: number
  /** Length in px of so many persons. */
  long: (persons: number) => number
  ticks: number[]
  /** Where the bars of men end and those of women begin. */
  men: number
  women: number
  bottom: number
}

function frameOf({ groups, outline, labels }: PyramidSeries, size: PyramidSize): PyramidFrame {
  const { width, row, middle } = sizes[size]
  const most = Math.max(1, ...groups.M, ...groups.F, ...(outline?.M ?? []), ...(outline?.F ?? []))
  const room = (width - middle) / 2 - 18
  const scale = scaleLinear([0, most], [0, room]).nice(3)
  const ticks = scale.ticks(3).filter((tick) => scale(tick) <= room + 0.5)
  return {
    size,
    count: labels.length,
    long: (persons) => tenth(scale(persons)),
    ticks,
    men: (width - middle) / 2,
    women: (width + middle) / 2,
    bottom: top + labels.length * row,
  }
}

/**
 * Population pyramid (人口ピラミッド): men left, women right, on one scale. Children are filled dark, working ages
 * light, 65歳以上 hatched; the year compared with is a stepped line. `id` keeps the names of the parts apart.
 */
export function PyramidChart({ series, size, id }: { series: PyramidSeries; size: PyramidSize; id: string }) {
  const frame = frameOf(series, size)
  const { width } = sizes[size]
  const height = frame.bottom + foot
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}t ${id}d`}
    >
      <title id={`${id}t`}>{series.title}</title>
      <desc id={`${id}d`}>{series.description}</desc>
      <pattern id={`${id}h`} width={6} height={6} patternUnits="userSpaceOnUse">
        <rect width={6} height={6} fill="#e8f1fe" />
        <path d="M-1 7L7 -1M2 10L10 2M-4 4L4 -4" stroke="#0017c1" stroke-width={1.6} />
      </pattern>
      <Scale frame={frame} />
      <Bars series={series} frame={frame} hatch={`url(#${id}h)`} />
      {series.outline && <Outline groups={series.outline} frame={frame} />}
      <Words series={series} frame={frame} />
    </svg>
  )
}

/** 0–14, 15–64, 65 and over, by five-year group. */
const fillOf = (group: number, hatch: string) => (group < 3 ? '#0017c1' : group < 13 ? '#7096f8' : hatch)

const rowOf = ({ bottom, size }: PyramidFrame, group: number) => bottom - (group + 1) * sizes[size].row

function Bars({ series, frame, hatch }: { series: PyramidSeries; frame: PyramidFrame; hatch: string }) {
  const height = sizes[frame.size].row - gap
  return (
    <>
      {series.labels.map((label, group) => {
        const y = rowOf(frame, group) + gap / 2
        const [men, women] = [
          frame.long(series.groups.M[group] ?? 0),
          frame.long(series.groups.F[group] ?? 0),
        ]
        const fill = fillOf(group, hatch)
        return (
          <g key={label} fill={fill} stroke="#0017c1" stroke-width={0.5}>
            <rect x={tenth(frame.men - men)} y={y} width={men} height={height} />
            <rect x={frame.women} y={y} width={women} height={height} />
          </g>
        )
      })}
    </>
  )
}

function Outline({ groups, frame }: { groups: PyramidGroups; frame: PyramidFrame }) {
  const { row } = sizes[frame.size]
  const steps = (values: readonly number[], at: (long: number) => number) =>
    values.map((persons, group) => {
      const x = tenth(at(frame.long(persons)))
      const y = rowOf(frame, group)
      return `${group === 0 ? 'M' : 'L'}${x} ${y + row}V${y}`
    })
  return (
    <g fill="none" stroke="#ac3e00" stroke-width={2}>
      <path d={steps(groups.M, (long) => frame.men - long).join('')} />
      <path d={steps(groups.F, (long) => frame.women + long).join('')} />
    </g>
  )
}

function Scale({ frame }: { frame: PyramidFrame }) {
  const { ticks, men, women, bottom, long } = frame
  const lines = ticks.map(
    (tick) => `M${men - long(tick)} ${top}V${bottom}M${women + long(tick)} ${top}V${bottom}`,
  )
  return (
    <>
      <path d={lines.join('')} stroke="#e6e6e6" />
      <g font-size={12} fill="#4d4d4d" text-anchor="middle">
        {ticks.flatMap((tick) =>
          [men - long(tick), women + long(tick)].map((x) => (
            <text key={`${tick}-${x}`} x={tenth(x)} y={bottom + 18}>
              {wholePersons(tick)}
            </text>
          )),
        )}
      </g>
    </>
  )
}

const sumOf = (values: readonly number[]) => values.reduce((sum, persons) => sum + persons, 0)

function Words({ series, frame }: { series: PyramidSeries; frame: PyramidFrame }) {
  const middle = (frame.men + frame.women) / 2
  const { row } = sizes[frame.size]
  return (
    <>
      <g font-size={14} font-weight={700} fill="#1a1a1a">
        <text x={frame.men} y={16} text-anchor="end">
          男 {wholePersons(sumOf(series.groups.M))}人
        </text>
        <text x={frame.women} y={16}>
          女 {wholePersons(sumOf(series.groups.F))}人
        </text>
      </g>
      <g font-size={12} fill="#1a1a1a" text-anchor="middle">
        {series.labels.map((label, group) => (
          <text key={label} x={middle} y={tenth(rowOf(frame, group) + row / 2 + 4.5)}>
            {label}
          </text>
        ))}
      </g>
    </>
  )
}

import { tenth } from './chart-frame.ts'
import {
  drawnName,
  type PopulationFrame,
  type PopulationSeries,
  type PopulationSize,
  populationFrame,
  populationSizes,
  wholePersons,
  type YearPersons,
} from './population-frame.ts'

/** Colour and dash of each line: none is told by its colour alone. */
const tones = [
  { stroke: '#0017c1', dash: '9 4' },
  { stroke: '#ac3e00', dash: '2 4' },
  { stroke: '#006f83', dash: '12 4 2 4' },
  { stroke: '#8b008b', dash: '5 5' },
  { stroke: '#507500', dash: '16 4' },
  { stroke: '#4d4d4d', dash: '4 2 1 2' },
] as const
const toneOf = (line: number) => tones[line % tones.length] ?? tones[0]
const bandFills = ['#e8f1fe', '#c9dcfb', '#a3bff5'] as const
const black = '#1a1a1a'
const grey = '#4d4d4d'

type ChartProps = { series: PopulationSeries; size: PopulationSize; id: string }

/**
 * Residents over the years: what was counted solid with dots, projections dashed, the width of a probabilistic
 * projection as bands, the frame of the plan as a ring. The numbers stand in the table beside it.
 */
export function PopulationChart({ series, size, id }: ChartProps) {
  if (series.lines.every(({ points }) => points.length === 0)) return null
  const frame = populationFrame(series, size)
  const { width, height } = populationSizes[size]
  const legend = size === 'narrow' ? legendOf(series) : []
  const below = legend.length * legendLine
  return (
    <svg
      viewBox={`0 0 ${width} ${height + below}`}
      width={width}
      height={height + below}
      role="img"
      aria-labelledby={`${id}t ${id}d`}
    >
      <title id={`${id}t`}>{series.title}</title>
      <desc id={`${id}d`}>{series.description}</desc>
      <Bands series={series} frame={frame} />
      <Ground frame={frame} size={size} />
      <Turn series={series} frame={frame} size={size} />
      <Lines series={series} frame={frame} />
      <EndLabels frame={frame} />
      {series.mark && <Mark mark={series.mark} frame={frame} />}
      <Legend entries={legend} from={height + 4} />
    </svg>
  )
}

type Drawn = { series: PopulationSeries; frame: PopulationFrame }

function Bands({ series, frame: { x, y } }: Drawn) {
  return (
    <>
      {(series.fan ?? []).map(({ name, edges }, at) => {
        const upper = edges.map(({ year, high }) => `${x(year)} ${y(high)}`)
        const lower = edges.toReversed().map(({ year, low }) => `${x(year)} ${y(low)}`)
        return <path key={name} d={`M${[...upper, ...lower].join('L')}Z`} fill={bandFills[at] ?? '#e8f1fe'} />
      })}
    </>
  )
}

function Ground({ frame, size }: { frame: PopulationFrame; size: PopulationSize }) {
  const { left, right, ticks, years } = frame
  const { bottom } = populationSizes[size]
  const grid = ticks.map(({ y }) => `M${left} ${y}H${right}`).join('')
  return (
    <>
      <path d={grid} stroke="#d9d9d9" />
      <path d={`M${left} ${bottom}H${right}`} stroke="#666666" />
      <g font-size={13} fill={grey}>
        <text x={left} y={13} text-anchor="start">
          （人）
        </text>
        <g text-anchor="middle">
          {years.map(({ x, year }) => (
            <text key={year} x={x} y={bottom + 22}>
              {year}
            </text>
          ))}
        </g>
        <g text-anchor="end">
          {ticks.map(({ y, words }) => (
            <text key={words} x={left - 8} y={tenth(y + 4.5)}>
              {words}
            </text>
          ))}
        </g>
      </g>
    </>
  )
}

/** Where counting ends and projecting begins. */
function Turn({ series, frame, size }: Drawn & { size: PopulationSize }) {
  const first = series.lines[0]?.points[0]
  if (!first || series.history.every(({ year }) => year >= first.year)) return null
  const { top, bottom } = populationSizes[size]
  const at = frame.x(first.year)
  return (
    <g font-size={12} fill={grey}>
      <path d={`M${at} ${top}V${bottom}`} stroke="#666666" stroke-dasharray="3 3" />
      <text x={at - 5} y={top + 4} text-anchor="end">
        実績
      </text>
      <text x={at + 5} y={top + 4}>
        推計
      </text>
    </g>
  )
}

const pathOf = ({ x, y }: PopulationFrame, points: readonly YearPersons[]) =>
  points.map(({ year, persons }) => `${x(year)},${y(persons)}`).join(' ')

function Lines({ series, frame }: Drawn) {
  return (
    <g fill="none" stroke-linejoin="round" stroke-width={2.5}>
      {series.lines
        .map(({ name, points }, line) => ({ name, points, ...toneOf(line) }))
        .toReversed()
        .map(({ name, points, stroke, dash }) => (
          <polyline key={name} points={pathOf(frame, points)} stroke={stroke} stroke-dasharray={dash} />
        ))}
      {series.history.length > 1 && <polyline points={pathOf(frame, series.history)} stroke={black} />}
      {series.history.map(({ year, persons }) => (
        <circle key={year} cx={frame.x(year)} cy={frame.y(persons)} r={3.5} fill={black} />
      ))}
    </g>
  )
}

function EndLabels({ frame }: { frame: PopulationFrame }) {
  return (
    <>
      {frame.labels.map(({ y, words, line }) => (
        <text
          key={y}
          x={frame.right + 8}
          y={tenth(y + 5)}
          font-size={line === undefined ? 12 : 14}
          font-weight={line === undefined ? undefined : 700}
          fill={line === undefined ? grey : toneOf(line).stroke}
        >
          {words}
        </text>
      ))}
    </>
  )
}

function Mark({ mark, frame }: { mark: NonNullable<PopulationSeries['mark']>; frame: PopulationFrame }) {
  const [x, y] = [frame.x(mark.year), frame.y(mark.persons)]
  return (
    <>
      <circle cx={x} cy={y} r={7} fill="#ffffff" stroke="#0017c1" stroke-width={3} />
      <text
        x={x}
        y={tenth(y - 15)}
        text-anchor="middle"
        font-size={14}
        font-weight={700}
        fill="#0017c1"
        stroke="#ffffff"
        stroke-width={4}
        paint-order="stroke"
      >
        {mark.name} {wholePersons(mark.persons)}
      </text>
    </>
  )
}

const legendLine = 22

type LegendEntry = { words: string; line: number | undefined; fill: string | undefined }

function legendOf({ lines, fan = [] }: PopulationSeries): LegendEntry[] {
  const named = lines.map(({ name, points }, line) => {
    const end = points.at(-1)
    return {
      words: end ? `${drawnName(name)} ${wholePersons(end.persons)}（${end.year}年）` : drawnName(name),
      line,
      fill: undefined,
    }
  })
  return [...named, ...fan.map(({ name }, at) => ({ words: name, line: undefined, fill: bandFills[at] }))]
}

/** On the narrow chart the names stand below, each beside a piece of its line or band. */
function Legend({ entries, from }: { entries: readonly LegendEntry[]; from: number }) {
  return (
    <>
      {entries.map(({ words, line, fill }, at) => {
        const middle = from + at * legendLine + 8
        const tone = line === undefined ? undefined : toneOf(line)
        return (
          <g key={middle} font-size={14} fill={black}>
            {fill && <rect x={0} y={middle - 7} width={34} height={14} fill={fill} />}
            {tone && (
              <path
                d={`M0 ${middle}H34`}
                stroke={tone.stroke}
                stroke-width={3}
                stroke-dasharray={tone.dash}
              />
            )}
            <text x={42} y={middle + 5}>
              {words}
            </text>
          </g>
        )
      })}
    </>
  )
}

import { scaleLinear } from 'd3-scale'
import { tenth } from './chart-frame.ts'
import { axisNumbers, textWidth } from './chart-words.ts'

/** Residents in one year. */
export type YearPersons = { year: number; persons: number }

/** Edges of a band of a fan in one year, persons. */
export type BandEdges = { year: number; low: number; high: number }

/** What a chart of residents shows. Lines come in the order of their importance; at most six. */
export type PopulationSeries = {
  title: string
  /** The finding in one sentence. */
  description: string
  history: readonly YearPersons[]
  lines: readonly { name: string; points: readonly YearPersons[] }[]
  /** Widest band first. */
  fan?: readonly { name: string; edges: readonly BandEdges[] }[] | undefined
  /** A year and number of its own: the frame of the plan. */
  mark?: (YearPersons & { name: string }) | undefined
}

export type PopulationSize = 'wide' | 'narrow'

/** In px as displayed. */
export const populationSizes = {
  wide: { width: 960, height: 400, top: 28, bottom: 360, font: 14 },
  narrow: { width: 343, height: 290, top: 24, bottom: 256, font: 14 },
} as const

export type EndLabel = { y: number; words: string; line: number | undefined }

export type PopulationFrame = {
  left: number
  right: number
  x: (year: number) => number
  y: (persons: number) => number
  ticks: { y: number; words: string }[]
  years: { x: number; year: number }[]
  /** Names at the ends of lines and bands; on the narrow chart they stand below. */
  labels: EndLabel[]
}

export const wholePersons = (persons: number) => Math.round(persons).toLocaleString('en-US')

const longestName = 16

/** A name as the drawing has room for it; the whole name stands in the table. */
export const drawnName = (name: string) =>
  name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name

/** Where everything goes. The axis begins at zero only where zero is near: what matters is the course. */
export function populationFrame(series: PopulationSeries, size: PopulationSize): PopulationFrame {
  const { width, top, bottom, font } = populationSizes[size]
  const values = drawnValues(series)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = Math.max((high - low) * 0.08, high * 0.02)
  const scale = scaleLinear([Math.max(0, low - room), high + room], [bottom, top]).nice(5)
  const ticks = scale.ticks(5)
  const words = axisNumbers(ticks)
  const labelled = size === 'wide' ? endWords(series) : []
  const beside = Math.max(24, ...labelled.map((label) => textWidth(label.words, font) + 14))
  const left = Math.ceil(Math.max(24, ...words.map((one) => textWidth(one, 13) + 12)))
  const right = Math.floor(width - beside)
  const [first, last] = yearSpan(series)
  const years = scaleLinear([first, Math.max(last, first + 1)], [left + 8, right])
  const y = (persons: number) => tenth(scale(persons))
  const x = (year: number) => tenth(years(year))
  return {
    left,
    right,
    x,
    y,
    ticks: ticks.map((tick, at) => ({ y: y(tick), words: words[at] ?? '' })),
    years: yearMarks([first, last], x),
    labels: spread(
      labelled.map(({ persons, ...label }) => ({ ...label, y: y(persons) })),
      { least: font + 4, top: top - 10, bottom },
    ),
  }
}

function drawnValues({ history, lines, fan = [], mark }: PopulationSeries): number[] {
  const edges = fan.flatMap((band) => band.edges.flatMap(({ low, high }) => [low, high]))
  const points = [...history, ...lines.flatMap((line) => line.points), ...(mark ? [mark] : [])]
  return [...points.map(({ persons }) => persons), ...edges]
}

function yearSpan({ history, lines }: PopulationSeries): [number, number] {
  const years = [...history, ...lines.flatMap(({ points }) => points)].map(({ year }) => year)
  return [Math.min(...years), Math.max(...years)]
}

/** Years of ten, or of five where there are few, at least 40 px apart. */
function yearMarks([first, last]: [number, number], x: (year: number) => number) {
  const every = [5, 10, 20, 50].find((years) => x(first + years) - x(first) >= 40) ?? 50
  const start = Math.ceil(first / every) * every
  const count = Math.max(0, Math.floor((last - start) / every)) + 1
  return Array.from({ length: count }, (_, at) => start + at * every).map((year) => ({ year, x: x(year) }))
}

type EndWords = { persons: number; words: string; line: number | undefined }

function endWords({ lines, fan = [] }: PopulationSeries): EndWords[] {
  const ends = lines.flatMap(({ name, points }, line) => {
    const end = points.at(-1)
    return end
      ? [{ persons: end.persons, words: `${drawnName(name)} ${wholePersons(end.persons)}`, line }]
      : []
  })
  const bands = fan.flatMap(({ name, edges }) => {
    const end = edges.at(-1)
    return end ? [{ persons: end.high, words: name, line: undefined }] : []
  })
  return [...ends, ...bands]
}

type Spreading = { least: number; top: number; bottom: number }

/** Moves labels apart that would lie on one another, up or down from where they belong. */
function spread(labels: readonly EndLabel[], { least, top, bottom }: Spreading): EndLabel[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y).map((label) => ({ ...label }))
  let before = top - least
  for (const label of sorted) {
    label.y = Math.max(label.y, before + least)
    before = label.y
  }
  let after = bottom + least
  for (const label of sorted.toReversed()) {
    label.y = Math.min(label.y, after - least)
    after = label.y
  }
  return sorted.map((label) => ({ ...label, y: tenth(label.y) }))
}

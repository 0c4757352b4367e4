import type { PopulationSeries } from '#src/lib/chart/population-frame.ts'
import type { ProjectionResult } from '#src/lib/demography/cohort-component.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { stateIn } from './age-table.ts'
import type { Fan } from './fan.ts'
import type { PlanningFrame, ResidentCount } from './scenario.ts'

type Course = Pick<ProjectionResult, 'years' | 'population'>
export type NamedCourse = { name: string; result: Course }

export const persons = (count: number) => `${groupedNumber(Math.round(count), 0)}人`

/** Total of every year of a result, unrounded. */
export function totalsOf({ years, population }: Course) {
  return years.map((year) => {
    const { M, F } = stateIn({ population }, year)
    return { year, persons: [...M, ...F].reduce((sum, count) => sum + count, 0) }
  })
}

/** How the total goes, as a heading: until when it grows, or that it falls. */
export function courseFinding(result: Course): string {
  const totals = totalsOf(result)
  const [first, last] = [totals[0], totals.at(-1)]
  if (!first || !last) return '人口の見通し'
  const peak = totals.reduce((most, one) => (one.persons > most.persons ? one : most))
  if (peak === last) return `人口は、${last.year}年まで増えます`
  if (peak === first) return `人口は、${last.year}年には${persons(last.persons)}に減ります`
  return `人口は、${peak.year}年ごろまで増え、その後は減ります`
}

/** The same with its numbers, in one sentence. */
export function courseSentence({ name, result }: NamedCourse): string {
  const totals = totalsOf(result)
  const [first, last] = [totals[0], totals.at(-1)]
  if (!first || !last) return ''
  const peak = totals.reduce((most, one) => (one.persons > most.persons ? one : most))
  const middle =
    peak === first || peak === last ? '' : `${peak.year}年の${persons(peak.persons)}を最多として、`
  return `「${name}」では、${first.year}年の${persons(first.persons)}が、${middle}${last.year}年に${persons(last.persons)}となります。`
}

type SeriesRequest = {
  courses: readonly NamedCourse[]
  counts?: readonly ResidentCount[]
  fan?: Fan | undefined
  frame?: Pick<PlanningFrame, 'year' | 'persons'> | undefined
}

const bands = [
  { name: '95％の幅', low: 0, high: 6 },
  { name: '80％の幅', low: 1, high: 5 },
  { name: '50％の幅', low: 2, high: 4 },
] as const

/** What the chart of residents shows: counts, the courses of up to six scenarios, the fan of the first. */
export function courseSeries({ courses, counts = [], fan, frame }: SeriesRequest): PopulationSeries {
  return {
    title: courses.length > 1 ? 'ケースごとの人口の見通し' : '人口の見通し',
    description: courses.map(courseSentence).join(''),
    history: counts.map(({ year, persons: counted }) => ({ year, persons: counted })),
    lines: courses.slice(0, 6).map(({ name, result }) => ({ name, points: totalsOf(result) })),
    fan: fan && bandsOf(fan),
    mark: frame && { name: '計画人口', year: frame.year, persons: frame.persons },
  }
}

function bandsOf({ measures }: Fan): NonNullable<PopulationSeries['fan']> {
  const byYear = Object.entries(measures['total'] ?? {}).map(
    ([year, values]) => [Number(year), values] as const,
  )
  return bands.map(({ name, low, high }) => ({
    name,
    edges: byYear.map(([year, values]) => ({
      year,
      low: values[low] ?? Number.NaN,
      high: values[high] ?? Number.NaN,
    })),
  }))
}

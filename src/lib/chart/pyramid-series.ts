import type { AgeGroups, AgeValues } from '#src/lib/demography/projection-inputs.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import type { PyramidSeries } from './pyramid-chart.tsx'

/** Five-year groups for a drawing, whatever the width of the groups is. */
export function fiveYearGroups(
  state: AgeValues,
  ages: AgeGroups,
): { labels: string[]; M: number[]; F: number[] } {
  const count = Math.ceil(ages.openFrom / 5) + 1
  const sums = (values: readonly number[]) => {
    const groups = new Array<number>(count).fill(0)
    for (const [group, persons] of values.entries()) {
      const at = Math.min(count - 1, Math.floor((group * ages.width) / 5))
      groups[at] = (groups[at] as number) + persons
    }
    return groups
  }
  const labels = Array.from({ length: count }, (_, at) =>
    at === count - 1 ? `${at * 5}歳以上` : `${at * 5}～${at * 5 + 4}歳`,
  )
  return { labels, M: sums(state.M), F: sums(state.F) }
}

type Course = {
  years: readonly number[]
  population: Readonly<Record<string, AgeValues>>
  ages: AgeGroups
}

/** The pyramid of one year, beside that of the first where it is another. RangeError for a year there is not. */
export function pyramidSeries({ years, population, ages }: Course, year: number): PyramidSeries {
  const [first] = years
  const state = population[year]
  const start = first === undefined || first === year ? undefined : population[first]
  if (!state) throw new RangeError(`${year}年は、推計の時点ではありません`)
  const { labels, ...groups } = fiveYearGroups(state, ages)
  const both = labels.map((_, group) => (groups.M[group] ?? 0) + (groups.F[group] ?? 0))
  const largest = both.indexOf(Math.max(...both))
  const persons = groupedNumber(Math.round(both[largest] ?? 0), 0)
  const finding = `${year}年は、${labels[largest]}がいちばん多く、${persons}人です`
  return {
    title: `${year}年の人口ピラミッド`,
    finding,
    description: `${finding}。${start ? `線は${first}年です。` : ''}`,
    labels,
    groups,
    outline: start && fiveYearGroups(start, ages),
  }
}

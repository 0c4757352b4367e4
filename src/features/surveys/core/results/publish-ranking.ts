import { meanPlace } from '../estimate/run-ranking.ts'
import type { Work } from '../estimate/statistic-result.ts'
import { firstColumn } from '../frame/ranking-columns.ts'
import { type Cell, cellsOf, numbersOf, type RankedOption, type SurveyFrame } from '../frame/survey-frame.ts'
import type { PublishedTable } from './publication-format.ts'

const least = 5
const missingKinds = ['no-answer', 'invalid', 'not-applicable']

/**
 * Every option of a ranking as first, later or none, beside its two tables (1位, any place), so that the difference of the two is
 * a count like any other. `sameLevels`: what is the same people in several of these columns.
 */
export function withRankLevels(frame: SurveyFrame): {
  frame: SurveyFrame
  levels: string[]
  sameLevels: ReadonlyMap<string, string>
} {
  const columns = new Map(frame.columns)
  const levels: string[] = []
  const sameLevels = new Map<string, string>()
  for (const [question, ranked] of frame.rankings ?? []) {
    const first = firstColumn(question)
    const firsts = cellsOf(frame, first)
    for (const { column, code, label } of ranked) {
      const name = `${column}~level`
      const cells = cellsOf(frame, column).map((cell, row): Cell => {
        if (typeof cell === 'number') return cell
        return firsts[row] === code ? 'first' : cell === '1' ? 'later' : 'none'
      })
      const options = ['first', 'later', 'none'].map((level) => ({ code: level, label: level, points: null }))
      columns.set(name, { name, label, cells, options, isDerived: true })
      levels.push(name)
      sameLevels.set(`${name}=first`, `${first}=${code}`).set(`${name}=none`, `${column}=0`)
      for (const kind of missingKinds)
        for (const variable of [name, column]) sameLevels.set(`${variable}=${kind}`, `${first}=${kind}`)
    }
  }
  return { frame: { ...frame, columns }, levels, sameLevels }
}

/** A mean is one more equation over the places: beside a hidden count of the first there is none. */
export function withSafeMeans(tables: readonly PublishedTable[]): PublishedTable[] {
  const firsts = new Map(tables.map((table) => [table.key, table]))
  return tables.map((table) => {
    if (table.kind !== 'ranking') return table
    const isShown = (label: string) =>
      typeof firsts
        .get(firstColumn(table.key))
        ?.lines.find((line) => line.label === label)
        ?.counts.at(-1) === 'number'
    const lines = table.lines.map((line) => (isShown(line.label) ? line : { ...line, meanPlace: null }))
    return { ...table, lines }
  })
}

/** 平均順位 of everybody; null where a place was given by so few that the mean would tell how many. */
export function publishedMeanPlace(work: Work, { place }: RankedOption): number | null {
  const values = numbersOf(work.frame, place)
  const counts = new Map<number, number>()
  for (const value of values) if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1)
  if ([...counts.values()].some((count) => count < least)) return null
  return meanPlace(work, { values, domain: undefined, level: 0.95 })?.estimate ?? null
}

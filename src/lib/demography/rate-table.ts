import { ageWords, groupCount } from './age-groups.ts'
import type { AgeGroups, Sex } from './projection-inputs.ts'
import { sexes } from './projection-inputs.ts'

/** Rates of residents of one sex from an age up to, but not including, another; `to` absent: and older. */
export type RateRow = { year: number; sex: Sex; from: number; to?: number | undefined; rates: number[] }

/** The years a table has, in their order. */
export const yearsOf = (rows: readonly { year: number }[]): number[] =>
  [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b)

/**
 * Why a table does not give exactly one rate to every age group from `youngest` on, for both sexes and each of
 * its years; nothing where it does. Groups younger than that have the rate 0.
 */
export function rateTableProblem(
  rows: readonly RateRow[],
  { ages, youngest }: { ages: AgeGroups; youngest: number },
): string | undefined {
  for (const year of yearsOf(rows)) {
    for (const sex of sexes) {
      for (let group = youngest / ages.width; group < groupCount(ages); group += 1) {
        const found = rows.filter((row) => row.year === year && row.sex === sex && holds(row, ages, group))
        if (found.length === 1) continue
        const who = `${year}年・${sex === 'M' ? '男' : '女'}・${ageWords(ages, group)}`
        return found.length === 0 ? `${who}の行がありません` : `${who}の行が${found.length}つあります`
      }
    }
  }
  return undefined
}

/** Whether the whole group lies in the ages of a row; the open group only where the row is open too. */
function holds({ from, to }: Pick<RateRow, 'from' | 'to'>, ages: AgeGroups, group: number): boolean {
  const begins = group * ages.width
  if (begins >= ages.openFrom) return from <= begins && to === undefined
  return from <= begins && (to === undefined || begins + ages.width <= to)
}

/**
 * One column of a table as rates by sex and age group in a year: on the straight line between the years of the
 * table, as its first or last year outside of them. Groups without a row have the rate 0.
 */
export function ratesInYear(
  rows: readonly RateRow[],
  { ages, year, column }: { ages: AgeGroups; year: number; column: number },
): { M: number[]; F: number[] } {
  const years = yearsOf(rows)
  const before = years.findLast((one) => one <= year) ?? years[0]
  const after = years.find((one) => one >= year) ?? years.at(-1)
  if (before === undefined || after === undefined) throw new RangeError('率の表に行がありません')
  const part = after > before ? (year - before) / (after - before) : 0
  const of = (sex: Sex) => {
    const own = rows.filter((row) => row.sex === sex)
    const rate = (one: number, group: number) =>
      own.find((row) => row.year === one && holds(row, ages, group))?.rates[column] ?? 0
    return Array.from({ length: groupCount(ages) }, (_, group) => {
      const from = rate(before, group)
      return from + part * (rate(after, group) - from)
    })
  }
  return { M: of('M'), F: of('F') }
}

import { readDay } from '#src/features/organization/core/read-day.ts'
import { eras, fiscalYearLabel, fiscalYearOf } from '#src/lib/japanese/fiscal-year.ts'

/** Earlier ones are numbers that a spreadsheet took for days: 2022 as a day is in 1905. */
const [earliest, latest] = [1945, 2199]

/** A field or column that asks for a fiscal year in four digits says so in its label. */
export const asksYear = (label: string) => label.endsWith('年度（西暦）')

/** The years a list in a workbook offers around a deadline. */
export const yearChoices = (dueOn: string): string[] =>
  Array.from({ length: 26 }, (_, at) => String(Number(dueOn.slice(0, 4)) - 10 + at))

/**
 * A fiscal year as people and spreadsheets write it: 2027, 2027年度, 令和9年度, R9, and a day or month, which counts as the fiscal
 * year it falls in. Several years, or a number that is no year, are none.
 */
export function readYear(
  text: string,
): { value: string; note?: string; problem?: undefined } | { problem: string } {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  const year = yearIn(plain)
  if (year === undefined || year < earliest || year > latest)
    return {
      problem: `「${text.slice(0, 30)}」は年度として読めません。2027 のように西暦の4けたで入れてください`,
    }
  const value = String(year)
  return value === text
    ? { value }
    : { value, note: `「${text.slice(0, 30)}」を ${value}（${fiscalYearLabel(year)}）と読みました` }
}

function yearIn(plain: string): number | undefined {
  const day =
    readDay(plain) ?? readDay(`${plain.replace(/[-/.月]$/, '')}${plain.includes('年') ? '月1日' : '-1'}`)
  if (day) return fiscalYearOf(day)
  const [, eraName = '', number = ''] = /^(\D*?)(\d{1,4}|元)(?:年度?)?$/.exec(plain) ?? []
  if (number === '') return undefined
  if (eraName === '') return /^\d{4}$/.test(number) ? Number(number) : undefined
  const era = eras.find(({ name, letter }) => eraName === name || eraName.toUpperCase() === letter)
  return era && era.firstYear + (number === '元' ? 1 : Number(number)) - 1
}

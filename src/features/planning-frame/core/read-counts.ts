import { readCsv } from '#src/lib/csv/csv.ts'
import { numberIn, pastedRows, yearIn } from '#src/lib/table/pasted-rows.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { readCountTable, totalOf } from './count-table.ts'
import type { ResidentCount } from './scenario.ts'

export type ReadCounts =
  | { counts: ResidentCount[]; problems?: undefined }
  | { counts?: undefined; problems: string[] }

type CountOptions = { areaCode: string | undefined; source: string }

/**
 * Counts of a census table by sex and age (the layout of `shirube backtest`): those of this city, or of the
 * only area there is. How many unknown ages were distributed is told in the source. With a problem in the rows of the city nothing is taken.
 */
export function readAgeCounts(text: string, { areaCode, source }: CountOptions): ReadCounts {
  const { rows, problem } = readCsv(text)
  if (problem) return { problems: [`${problem.line}行目：${problem.problem}`] }
  const { counts, unknown, problems } = readCountTable(rows)
  const [only = ''] = counts.size === 1 && !isOtherCity([...counts.keys()], areaCode) ? counts.keys() : []
  const code = counts.has(areaCode ?? '') ? (areaCode ?? '') : only
  const own = counts.get(code)
  if (!own) {
    const words = problems.map(({ line, problem: what }) => `${line}行目：${what}`)
    return { problems: words.length > 0 ? words : [`この市町村（${areaCode ?? '未登録'}）の行がありません`] }
  }
  const told = (year: number) => {
    const persons = Math.round(unknown.get(code)?.get(year) ?? 0)
    return persons > 0 ? `${source}（年齢不詳${groupedNumber(persons, 0)}人を按分）` : source
  }
  return {
    counts: [...own].map(([year, ages]) => ({ year, persons: totalOf(ages), ages, source: told(year) })),
  }
}

/** The only area of a file is taken for the city unless it bears the code of another municipality. */
const isOtherCity = ([code = '']: string[], areaCode: string | undefined) =>
  areaCode !== undefined && /^\d{5}$/.test(code) && code !== areaCode

/** Totals by year, pasted from a spreadsheet: year, persons. */
export function readTotals(text: string, { source }: Pick<CountOptions, 'source'>): ReadCounts {
  const counts: ResidentCount[] = []
  const problems: string[] = []
  for (const { line, cells } of pastedRows(text)) {
    const [year, persons] = [yearIn(cells[0]), numberIn(cells[1])]
    if (year === undefined || year < 1870 || year > 2300)
      problems.push(`${line}行目：年は西暦4けたで書いてください`)
    else if (persons === undefined || persons <= 0)
      problems.push(`${line}行目：人口を0より大きい数で書いてください`)
    else if (counts.some((one) => one.year === year)) problems.push(`${line}行目：${year}年が2つあります`)
    else counts.push({ year, persons: Math.round(persons), source })
  }
  if (counts.length + problems.length === 0) return { problems: ['年と人口の行がありません'] }
  return problems.length > 0 ? { problems } : { counts }
}

import type { AgeGroups } from '#src/lib/demography/projection-inputs.ts'
import { type RateRow, rateTableProblem, yearsOf } from '#src/lib/demography/rate-table.ts'
import { readAgeLabel, readSex } from '#src/lib/demography/read-age-label.ts'
import { numberIn, type PastedRow, pastedRows, yearIn } from '#src/lib/table/pasted-rows.ts'
import type { IndustryRow } from './rate-assumptions.ts'

export type ReadTable<Row> = { rows: Row[]; problem?: undefined } | { rows?: undefined; problem: string }

const ageHead = ['年', '性別', '年齢']
export const headshipHead = [
  ...ageHead,
  ...['単独', '夫婦のみ', '夫婦と子', 'ひとり親と子', 'その他', '施設など'],
]
export const participationHead = [...ageHead, '就業率']
const industryHead = ['年', '第一次', '第二次', '第三次', '分類不能']

/** Heads of household are asked for from 15 years on, as the census does; workers too. */
const youngest = 15

const percent = (share: number) => String(Math.round(share * 1e8) / 1e6)
const shareOf = (value: number) => Math.round(value * 1e6) / 1e8
const sexWords = { M: '男', F: '女' } as const
const ageOf = ({ from, to }: RateRow) => (to === undefined ? `${from}歳以上` : `${from}～${to - 1}歳`)

const written = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [head, ...rows].map((cells) => cells.join('\t')).join('\n')

/** Rates by year, sex and age in percent, as a table to paste from and into a spreadsheet. */
export const rateTable = (head: readonly string[], rows: readonly RateRow[]): string =>
  written(
    head,
    rows.map((row) => [row.year, sexWords[row.sex], ageOf(row), ...row.rates.map(percent)]),
  )

/** Shares of industries by year in percent. */
export const industryTable = (rows: readonly IndustryRow[]): string =>
  written(
    industryHead,
    rows.map(({ year, ...shares }) => [
      year,
      ...[shares.primary, shares.secondary, shares.tertiary, shares.unclassified].map(percent),
    ]),
  )

type Wanted = { ages: AgeGroups; head: readonly string[] }

/**
 * Reads rates in percent, a row a year, sex and age; every group from 15 years on needs exactly one row. The rates
 * of a row together may not be above 100 %, for nobody heads two households.
 */
export function readRateTable(text: string, { ages, head }: Wanted): ReadTable<RateRow> {
  const rows: RateRow[] = []
  for (const row of pastedRows(text)) {
    const read = readRates(row, head.slice(ageHead.length))
    if (typeof read === 'string') return { problem: `${row.line}行目：${read}` }
    rows.push(read)
  }
  const problem = rateTableProblem(rows, { ages, youngest })
  return problem ? { problem } : { rows }
}

function readRates({ cells }: PastedRow, columns: readonly string[]): RateRow | string {
  const [yearCell, sexCell = '', ageCell = '', ...rest] = cells
  const year = yearIn(yearCell)
  if (year === undefined) return `年「${yearCell ?? ''}」を西暦4けたで書いてください`
  const sex = readSex(sexCell)
  if (!sex) return `性別「${sexCell}」は、男か女で書いてください`
  const age = readAgeLabel(ageCell)
  if (age?.kind !== 'closed' && age?.kind !== 'open') {
    return `年齢「${ageCell}」が分かりません（例：15～19歳、85歳以上）`
  }
  const values = columns.map((_, at) => numberIn(rest[at]))
  const wrong = values.findIndex((value) => value === undefined || value < 0 || value > 100)
  if (wrong >= 0) {
    return `「${columns[wrong]}」の率を0から100までの数（％）で書いてください（空欄は0ではありません）`
  }
  const rates = values.map((value) => shareOf(value ?? Number.NaN))
  const heads = columns.length > 1 ? rates.slice(0, -1) : rates
  const all = heads.reduce((sum, rate) => sum + rate, 0)
  if (all > 1 + 1e-9) return `率の合計が${percent(all)}％です（100％までです）`
  return { year, sex, from: age.from, ...(age.kind === 'closed' ? { to: age.to } : {}), rates }
}

/** Reads the shares of industries: those of a year add up to 100 %, unclassified workers among them. */
export function readIndustryTable(text: string): ReadTable<IndustryRow> {
  const rows: IndustryRow[] = []
  for (const [at, { line, cells }] of pastedRows(text).entries()) {
    // A heading such as 第1次産業 has a digit, but no year before it.
    if (at === 0 && !/\d/.test(cells[0] ?? '')) continue
    const year = yearIn(cells[0])
    const [primary, secondary, tertiary, unclassified] = [1, 2, 3, 4].map((column) => numberIn(cells[column]))
    if (
      year === undefined ||
      primary === undefined ||
      secondary === undefined ||
      tertiary === undefined ||
      unclassified === undefined
    ) {
      return { problem: `${line}行目：年と、4つの割合（％）を数で書いてください` }
    }
    const sum = primary + secondary + tertiary + unclassified
    if (Math.min(primary, secondary, tertiary, unclassified) < 0 || Math.abs(sum - 100) > 0.11) {
      return { problem: `${line}行目：割合の合計が${Math.round(sum * 100) / 100}％です（100％のはずです）` }
    }
    if (yearsOf(rows).includes(year)) return { problem: `${line}行目：${year}年が2つあります` }
    const shares = { primary, secondary, tertiary, unclassified }
    const parts = Object.entries(shares).map(([industry, value]) => [
      industry,
      Math.round((value / sum) * 1e10) / 1e10,
    ])
    rows.push({ year, ...(Object.fromEntries(parts) as Omit<IndustryRow, 'year'>) })
  }
  return { rows }
}

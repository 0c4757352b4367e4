import { type Category, combineCategories } from '../category.ts'
import type { Base, MultipleAnswers, Tally } from './tabulate.ts'
import { multipleStatus } from './tabulate.ts'
import { countPacked, packedCodes, weightClassesOf } from './weight-classes.ts'

/**
 * クロス集計: the answers (表頭 or 表側, `lines`) by the columns of a banner.
 *
 * `counts` and `weights` hold (3 + options) lines by columns: lines 0–2 are 非該当, 無効, 無回答, the options
 * follow. The last column is everybody whose banner is missing, so that the columns always add up to the
 * whole survey.
 */
export type CrossTable = {
  options: number
  columns: number
  counts: Float64Array
  weights: Float64Array
  /** Several answers: the respondents of each column by base, since the lines add up to more. */
  multiple?: { counts: Float64Array; weights: Float64Array }
}

/** Weights (absent: 1 each) and rows to count (absent: all). */
export type CrossSettings = { weights?: Float64Array; domain?: Uint8Array }

/** One banner of any depth: 地区 × 年齢 × 性別 gives a column for every combination, the first changing slowest. */
export const bannerOf = (parts: readonly Category[]): Category => combineCategories(parts)

/** Cross table of a question with one answer. One pass over the rows. Refuses columns of different length. */
export function crossTabulate(answers: Category, banner: Category, settings: CrossSettings = {}): CrossTable {
  const rows = answers.codes.length
  if (banner.codes.length !== rows || (settings.weights && settings.weights.length !== rows))
    throw new RangeError('変数の長さが、回答の数と違います')
  const columns = banner.count + 1
  const weights = new Float64Array((answers.count + 3) * columns)
  const counts = new Float64Array(weights.length)
  const table = { options: answers.count, columns, counts, weights }
  if (countByClass(table, answers, { banner, ...settings })) return table
  if (settings.domain) countDomain(table, { answers, banner, ...settings, domain: settings.domain })
  else countAll(table, { answers, banner, ...settings })
  return table
}

/** The most cells of a table by classes of weights: they must stay in the fast memory. */
const mostCells = 65_536

/** Where the weights are few and the table is small: whole numbers by class of weight. Says whether it was done. */
function countByClass(
  { columns, counts, weights }: CrossTable,
  { codes, count }: Category,
  { banner, domain, weights: given }: CrossSettings & { banner: Category },
): boolean {
  const classes = given && weightClassesOf(given)
  if (!classes) return false
  const width = classes.count * columns
  const lines = count + 3
  if (lines * width > Math.min(mostCells, codes.length)) return false
  const cells = countPacked(codes, packedCodes(classes, banner), { lines: count, width, domain })
  for (let line = 0; line < lines; line++)
    for (let group = 0; group < classes.count; group++) {
      const weight = classes.weights[group] as number
      for (let column = 0; column < columns; column++) {
        const found = cells[line * width + group * columns + column] as number
        const place = line * columns + column
        counts[place] = (counts[place] as number) + found
        weights[place] = (weights[place] as number) + found * weight
      }
    }
  return true
}

type Counting = { answers: Category; banner: Category; weights?: Float64Array }

function countAll({ columns, counts, weights }: CrossTable, { answers, banner, ...given }: Counting) {
  const lines = answers.codes
  const places = banner.codes
  const rowWeights = given.weights
  for (let row = 0; row < lines.length; row++) {
    const column = places[row] as number
    const cell = ((lines[row] as number) + 3) * columns + (column < 0 ? columns - 1 : column)
    counts[cell] = (counts[cell] as number) + 1
    if (rowWeights) weights[cell] = (weights[cell] as number) + (rowWeights[row] as number)
  }
  if (!rowWeights) weights.set(counts)
}

function countDomain(
  { columns, counts, weights }: CrossTable,
  { answers, banner, domain, ...given }: Counting & { domain: Uint8Array },
) {
  for (let row = 0; row < domain.length; row++) {
    if (domain[row] === 0) continue
    const column = banner.codes[row] as number
    const cell = ((answers.codes[row] as number) + 3) * columns + (column < 0 ? columns - 1 : column)
    counts[cell] = (counts[cell] as number) + 1
    weights[cell] = (weights[cell] as number) + (given.weights ? (given.weights[row] as number) : 1)
  }
}

/** Cross table of a question with several answers: a line an option, percentages by respondents. */
export function crossTabulateMultiple(
  marked: MultipleAnswers,
  banner: Category,
  settings: CrossSettings = {},
): CrossTable {
  const status = crossTabulate(multipleStatus(marked), banner, settings)
  const { columns } = status
  const counts = new Float64Array((marked.length + 3) * columns)
  const weights = new Float64Array(counts.length)
  counts.set(status.counts.subarray(0, 3 * columns))
  weights.set(status.weights.subarray(0, 3 * columns))
  for (const [option, codes] of marked.entries()) {
    const one = crossTabulate({ codes, count: 2 }, banner, settings)
    counts.set(one.counts.subarray(4 * columns), (option + 3) * columns)
    weights.set(one.weights.subarray(4 * columns), (option + 3) * columns)
  }
  return {
    options: marked.length,
    columns,
    counts,
    weights,
    multiple: { counts: status.counts.slice(3 * columns), weights: status.weights.slice(3 * columns) },
  }
}

/** The tally of one cell. `line` is the option, or −1 … −3 for a kind of missing. */
export function cellOf({ columns, counts, weights }: CrossTable, line: number, column: number): Tally {
  const place = (line + 3) * columns + column
  return { count: counts[place] as number, weight: weights[place] as number }
}

/** Respondents of a column by base; `dontKnow` are the options left out of `opinion`. */
export function columnBase(
  table: CrossTable,
  column: number,
  { base, dontKnow = [] }: { base: Base; dontKnow?: readonly number[] },
): Tally {
  const add = (left: Tally, right: Tally): Tally => ({
    count: left.count + right.count,
    weight: left.weight + right.weight,
  })
  const options = Array.from({ length: table.options }, (_, option) => option)
  const marked = (kept: readonly number[]) =>
    kept.map((option) => cellOf(table, option, column)).reduce(add, { count: 0, weight: 0 })
  const answered = table.multiple
    ? { count: table.multiple.counts[column] as number, weight: table.multiple.weights[column] as number }
    : marked(options)
  if (base === 'answered') return answered
  if (base === 'opinion') {
    const { count, weight } = marked(dontKnow)
    return { count: answered.count - count, weight: answered.weight - weight }
  }
  const asked = [-1, -2].map((line) => cellOf(table, line, column)).reduce(add, answered)
  return base === 'asked' ? asked : add(asked, cellOf(table, -3, column))
}

/** Everybody: the sum of all columns, also of those without a banner (全体). Its columns are one. */
export function totalColumn(table: CrossTable): CrossTable {
  const fold = (values: Float64Array) => {
    const sums = new Float64Array(values.length / table.columns)
    for (let place = 0; place < values.length; place++) {
      const line = Math.floor(place / table.columns)
      sums[line] = (sums[line] as number) + (values[place] as number)
    }
    return sums
  }
  const { multiple } = table
  return {
    options: table.options,
    columns: 1,
    counts: fold(table.counts),
    weights: fold(table.weights),
    ...(multiple ? { multiple: { counts: fold(multiple.counts), weights: fold(multiple.weights) } } : {}),
  }
}

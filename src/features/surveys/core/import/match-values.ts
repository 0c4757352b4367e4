import type { SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import { markColumn, textColumn } from '../answering/answer-cells.ts'
import { rankCells } from '../answering/ranking.ts'
import { dayOf } from './day-of.ts'
import type { ImportMapping } from './import-mapping.ts'
import type { EquatedValue, UnmatchedValue } from './import-report.ts'
import { placeOfColumn } from './place-column.ts'
import { sameWords } from './same-words.ts'
import { readOption, type SplitAnswers, splitAnswers } from './split-answers.ts'

/** A cell of a file with what it is about. */
export type CellOfFile = {
  question: SurveyQuestion
  options: readonly SurveyOption[]
  value: string
  column: string
  heading: string
}
type CellRead = { cells: Record<string, string>; problems: string[] }

/** What is known of the values of a file, and what was found out on the way. */
export type Matching = {
  mapping: ImportMapping
  told: ReadonlyMap<string, string>
  unmatched: Map<string, UnmatchedValue>
  equated: Map<string, EquatedValue>
  /** Cells parted before: a file says the same over and over. */
  split: Map<string, SplitAnswers>
}

const keyOf = (column: string, value: string) => `${column}\n${value}`

export const newMatching = (mapping: ImportMapping): Matching => ({
  mapping,
  told: new Map(mapping.matches.map(({ column, value, code }) => [keyOf(column, value), code])),
  unmatched: new Map(),
  equated: new Map(),
  split: new Map(),
})

/** The cells of one cell of the file, by how its column is read. */
export function readCell(matching: Matching, kind: string, cell: CellOfFile): CellRead {
  if (kind === 'value') return readValue(matching, cell)
  if (kind === 'marks') return readMarks(matching, cell)
  if (kind === 'mark') return readMark(cell)
  if (kind === 'place') return readPlace(matching, cell)
  if (kind === 'other') return readOther(cell)
  return { cells: kind === 'text' ? { [cell.column]: cell.value } : {}, problems: [] }
}

const markWords: Readonly<Record<string, string>> = {
  ...{ '1': '1', y: '1', yes: '1', true: '1', はい: '1', '○': '1', '✓': '1', 選択: '1' },
  ...{ '0': '0', n: '0', no: '0', false: '0', いいえ: '0' },
}
const missingWords: Readonly<Record<string, string>> = { INV: 'INV', NAP: 'NAP', 'N/A': 'NAP' }

/** An option by its words, by what a person said it means, or as the text of 「その他」; else it is noted. */
function matchOption(matching: Matching, text: string, { column, heading, options }: CellOfFile) {
  const { told, equated, unmatched, mapping } = matching
  const key = keyOf(column, text)
  const code = told.get(key)
  if (code !== undefined) return { code, text: '' }
  const found = readOption(text, options) ?? (mapping.isByPlace ? optionAtPlace(text, options) : undefined)
  if (found) {
    const label = options.find((one) => one.code === found.code)?.label ?? ''
    const isSpelt = text === label || text === found.code || found.text !== ''
    if (!isSpelt) equated.set(key, { heading, value: text, label })
    return found
  }
  const [other, another] = options.filter(({ hasText }) => hasText)
  if (mapping.isOtherFree && other && !another) return { code: other.code, text }
  const known = unmatched.get(key) ?? { column, heading, value: text, count: 0, options }
  unmatched.set(key, { ...known, count: known.count + 1 })
  return undefined
}

function optionAtPlace(text: string, options: readonly SurveyOption[]) {
  const place = Number(/^AO?0*(\d+)$/.exec(text)?.[1])
  const option = options[place - 1]
  return option && { code: option.code, text: '' }
}

const notAnOption = (text: string) => `「${text}」は選択肢にありません`

function readValue(matching: Matching, cell: CellOfFile): CellRead {
  const { column, value: text, options, question } = cell
  const missing = missingWords[text]
  if (missing) return { cells: { [column]: missing }, problems: [] }
  if (options.length === 0) return { cells: { [column]: typedValue(question, text) }, problems: [] }
  const found = matchOption(matching, text, cell)
  if (!found) return { cells: {}, problems: [notAnOption(text)] }
  const beside = found.text === '' ? {} : { [textColumn(column, found.code)]: found.text }
  return { cells: found.code === '' ? {} : { [column]: found.code, ...beside }, problems: [] }
}

function typedValue({ type }: SurveyQuestion, text: string): string {
  if (type === 'number') return text.normalize('NFKC').replaceAll(/[,\s]/g, '')
  return type === 'date' ? (dayOf(text) ?? text) : text
}

/** All answers of a question in one cell: marks, or places in their order. */
function readMarks(matching: Matching, cell: CellOfFile): CellRead {
  const { column, value: text, options, question } = cell
  const all = (word: string) =>
    Object.fromEntries(options.map(({ code }) => [markColumn(column, code), word]))
  const missing = missingWords[text]
  if (missing) return { cells: all(missing), problems: [] }
  const { codes, texts, problems } = partsOf(matching, cell)
  if (codes.includes('INV')) return { cells: all('INV'), problems }
  const placed =
    question.type === 'ranking'
      ? rankCells(question, column, codes)
      : Object.fromEntries(codes.map((code) => [markColumn(column, code), '1']))
  const beside = Object.entries(texts).map(([code, words]) => [textColumn(column, code), words])
  return { cells: { ...placed, ...Object.fromEntries(beside) }, problems }
}

function partsOf(matching: Matching, cell: CellOfFile) {
  const { column, value: text, options } = cell
  const { split, mapping } = matching
  const parts = split.get(keyOf(column, text)) ?? splitAnswers(text, mapping.separator, options)
  split.set(keyOf(column, text), parts)
  const problems: string[] = []
  const codes = [...parts.codes]
  const texts = { ...parts.texts }
  for (const unknown of parts.unknown) {
    const found = matchOption(matching, unknown, cell)
    if (!found) problems.push(notAnOption(unknown))
    else if (found.code !== '') codes.push(found.code)
    if (found?.text) texts[found.code] = found.text
  }
  return { codes, texts, problems }
}

function readMark({ column, value: text, question, options }: CellOfFile): CellRead {
  const own = options.find(({ code }) => column.endsWith(`_${code}`))
  const isOwn = own && sameWords(text) === sameWords(own.label)
  const place = question.type === 'ranking' ? text.normalize('NFKC') : undefined
  const word = missingWords[text] ?? place ?? (isOwn ? '1' : markWords[text.toLowerCase()])
  if (word !== undefined) return { cells: { [column]: word }, problems: [] }
  return { cells: {}, problems: [`「${text}」は 1（選んだ）か 0（選ばない）ではありません`] }
}

/** What has one place of a ranking. What a person says of a value holds for all places. */
function readPlace(matching: Matching, cell: CellOfFile): CellRead {
  const { value: text, options } = cell
  const { column, place } = placeOfColumn(cell.column)
  const missing = missingWords[text]
  if (missing) {
    const cells = options.map(({ code }) => [markColumn(column, code), missing])
    return { cells: Object.fromEntries(cells), problems: [] }
  }
  const found = matchOption(matching, text, { ...cell, column })
  if (!found) return { cells: {}, problems: [notAnOption(text)] }
  return { cells: found.code === '' ? {} : { [markColumn(column, found.code)]: place }, problems: [] }
}

/** The text beside 「その他」 in a file that has no column for its mark: whoever wrote has chosen it. */
function readOther({ column, value }: CellOfFile): CellRead {
  const missing = missingWords[value]
  const mark = column.replace(/_text$/, '')
  return { cells: missing ? { [mark]: missing } : { [mark]: '1', [column]: value }, problems: [] }
}

/** The level of a stratum that a value means; the value itself where it is none, so that the row tells it. */
export function levelOf(matching: Matching, cell: Omit<CellOfFile, 'question'>): string {
  if (cell.value === '') return ''
  return matchOption(matching, cell.value, cell as CellOfFile)?.code ?? cell.value
}

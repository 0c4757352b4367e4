import { type CsvProblem, csvRows } from '#src/lib/csv/csv.ts'
import { withRanking } from './ranking-columns.ts'
import type { Cell, FrameColumn, FrameOption, SurveyFrame } from './survey-frame.ts'

/** What a table says beside its values: how missing answers are written, and the options of columns. */
export type TableReading = {
  missing?: { noAnswer?: readonly string[]; invalid?: readonly string[]; notApplicable?: readonly string[] }
  options?: Readonly<Record<string, readonly FrameOption[]>>
  /** Questions with several answers: the columns of the marks (1 marked, 0 not). */
  multiple?: Readonly<Record<string, readonly { column: string; code?: string; label?: string }[]>>
  /** Rankings: the columns of the places (1 for 1位, 0 or empty for none). */
  rankings?: Readonly<Record<string, readonly { column: string; code?: string; label?: string }[]>>
}

const limits = { rows: 3_000_000, columns: 2000 }

/**
 * Answers from a table with a header: an empty cell (or `NA`) is 無回答, `INV` 無効, `NAP` 非該当, unless told
 * otherwise.
 *
 * Refuses (RangeError) what is no table, a name given twice, a row with more or fewer cells than the
 * header, options of a column that is not there.
 */
export function frameOfCsv(text: string, reading: TableReading = {}): SurveyFrame {
  const { names, cells } = readColumns(text, missingWords(reading.missing))
  const columns = new Map<string, FrameColumn>()
  for (const [place, name] of names.entries()) {
    const options = reading.options?.[name]
    columns.set(name, { name, label: name, cells: cells[place] as Cell[], ...(options ? { options } : {}) })
  }
  for (const name of Object.keys(reading.options ?? {}))
    if (!columns.has(name)) throw new RangeError(`選択肢を書いた列「${name}」がありません`)
  const rows = cells[0]?.length ?? 0
  const answered: SurveyFrame = { rows, columns, marks: marksOf(reading.multiple ?? {}, columns) }
  return [...marksOf(reading.rankings ?? {}, columns)]
    .map(([name, parts]) => ({
      name,
      label: name,
      options: parts.map((part) => ({ ...part, points: null })),
    }))
    .reduce(withRanking, answered)
}

/**
 * Cells by column. Equal texts of a column are one string, so that a million answers do not hold the file's
 * text.
 */
function readColumns(text: string, missing: ReadonlyMap<string, Cell>): { names: string[]; cells: Cell[][] } {
  const reading = csvRows(text, limits)
  const head = reading.next()
  if (head.done) throw new RangeError(head.value ? problemWords(head.value) : '表が空です')
  const names = head.value.cells
  const twice = names.find((name, place) => names.indexOf(name) !== place)
  if (twice !== undefined) throw new RangeError(`列「${twice}」が2つあります`)
  const cells = names.map((): Cell[] => [])
  const known = names.map(() => new Map<string, Cell>(missing))
  for (;;) {
    const step = reading.next()
    if (step.done && step.value) throw new RangeError(problemWords(step.value))
    if (step.done) return { names, cells }
    const row = step.value
    if (row.cells.length !== names.length)
      throw new RangeError(`${row.line}行目：列が${row.cells.length}あります（見出しは${names.length}）`)
    for (const [place, cell] of row.cells.entries()) {
      const texts = known[place] as Map<string, Cell>
      const same = texts.get(cell)
      if (same === undefined && texts.size < 10_000) texts.set(cell, cell)
      cells[place]?.push(same ?? cell)
    }
  }
}

const problemWords = ({ line, problem }: CsvProblem) => `${line}行目：${problem}`

function missingWords({
  noAnswer = ['', 'NA'],
  invalid = ['INV'],
  notApplicable = ['NAP'],
}: NonNullable<TableReading['missing']> = {}): Map<string, Cell> {
  return new Map<string, Cell>([
    ...noAnswer.map((word) => [word, -1] as const),
    ...invalid.map((word) => [word, -2] as const),
    ...notApplicable.map((word) => [word, -3] as const),
  ])
}

function marksOf(
  multiple: NonNullable<TableReading['multiple']>,
  columns: ReadonlyMap<string, FrameColumn>,
): SurveyFrame['marks'] {
  const marks = Object.entries(multiple).map(([question, parts]) => {
    const named = parts.map(({ column, code = column, label = code }) => {
      if (!columns.has(column)) throw new RangeError(`「${question}」の列「${column}」がありません`)
      return { column, code, label }
    })
    return [question, named] as const
  })
  return new Map(marks)
}

/** Two tables of the same respondents side by side, joined on a column. Refuses unknown and doubled keys. */
export function joinFrames(left: SurveyFrame, right: SurveyFrame, on: string): SurveyFrame {
  const keyCells = right.columns.get(on)?.cells
  const wanted = left.columns.get(on)?.cells
  if (!keyCells || !wanted) throw new RangeError(`つなぐ列「${on}」がありません`)
  const places = new Map(keyCells.map((cell, row) => [cell, row]))
  if (places.size !== keyCells.length) throw new RangeError(`つなぐ列「${on}」に、同じ値が2つあります`)
  const columns = new Map(left.columns)
  for (const [name, column] of right.columns) {
    if (name === on) continue
    if (columns.has(name)) throw new RangeError(`列「${name}」が、両方の表にあります`)
    const cells = wanted.map((key) => {
      const row = places.get(key)
      if (row === undefined) throw new RangeError(`「${on}」が「${key}」の行が、つなぐ表にありません`)
      return column.cells[row] as Cell
    })
    columns.set(name, { ...column, cells })
  }
  const marks = new Map([...left.marks, ...right.marks])
  const rankings = new Map([...(left.rankings ?? []), ...(right.rankings ?? [])])
  return { rows: left.rows, columns, marks, rankings }
}

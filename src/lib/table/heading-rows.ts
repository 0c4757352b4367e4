import { decimalNumber } from '../form/decimal-number.ts'
import { type Cell, columnLetters, type ReadSheet, type ReadValue } from './table.ts'

/** What is wrong in a cell, in words for the person who filled it in. */
export type CellIssue = { sheet: string; cell: string; message: string }

/** A row read by its headings. An absent column gives undefined, an empty cell '' or null. */
export type HeadingRow = {
  /** Row of the sheet, from 1. */
  row: number
  text: (heading: string) => string | undefined
  number: (heading: string) => number | null | undefined
  /** A fiscal year in 西暦: 2026, or 2026年度. */
  year: (heading: string) => number | null | undefined
  issue: (heading: string, message: string) => void
}

export type HeadingTable = { headings: string[]; rows: HeadingRow[]; issues: CellIssue[] }

const deepestHeading = 10

/**
 * Finds the row of headings (the first of ten that has all the wanted ones) and reads the rows below it.
 * Undefined when there is no such row. Issues gather in the list while rows are read.
 */
export function headingTable(sheet: ReadSheet, wanted: readonly string[]): HeadingTable | undefined {
  const head = sheet.rows
    .slice(0, deepestHeading)
    .find((cells) => wanted.every((heading) => cells.some(({ value }) => tidy(shownOf(value)) === heading)))
  if (!head) return undefined
  const columns = new Map<string, number>()
  for (const { column, value } of head) {
    const heading = tidy(shownOf(value))
    if (!columns.has(heading)) columns.set(heading, column)
  }
  const issues: CellIssue[] = []
  const below = sheet.rows.filter(([first]) => first !== undefined && first.row > (head[0]?.row ?? 0))
  const rows = below.map((cells) => rowOf(cells, { sheet: sheet.name, columns, issues }))
  return { headings: [...columns.keys()], rows, issues }
}

type Reading = { sheet: string; columns: ReadonlyMap<string, number>; issues: CellIssue[] }

function rowOf(cells: readonly Cell[], { sheet, columns, issues }: Reading): HeadingRow {
  const row = cells[0]?.row ?? 0
  const issue = (heading: string, message: string) => {
    issues.push({ sheet, cell: `${columnLetters(columns.get(heading) ?? 1)}${row}`, message })
  }
  const valueAt = (heading: string): ReadValue | null | undefined => {
    const at = columns.get(heading)
    if (at === undefined) return undefined
    const value = cells.find(({ column }) => column === at)?.value
    if (value?.kind !== 'problem') return value ?? null
    issue(heading, problemWords[value.problem])
    return null
  }
  const text = (heading: string) => {
    const value = valueAt(heading)
    return value === undefined ? undefined : value === null ? '' : shownOf(value).trim()
  }
  const number = (heading: string) => {
    const value = valueAt(heading)
    if (value === undefined || value === null) return value
    if (value.kind === 'number') return value.number
    const read = decimal.safeParse(shownOf(value).trim())
    if (read.success) return read.data
    issue(heading, `「${shownOf(value)}」は数ではありません。数だけを書いてください`)
    return null
  }
  const year = (heading: string) => {
    const written = text(heading)
    if (written === undefined || written === '') return written === '' ? null : undefined
    const found = /^(\d{4})(年度?)?$/.exec(written.normalize('NFKC'))
    if (found && Number(found[1]) >= 1868 && Number(found[1]) <= 2200) return Number(found[1])
    issue(heading, `「${written}」は年度ではありません。西暦の4けたで書いてください（例：2026）`)
    return null
  }
  return { row, text, number, year, issue }
}

const decimal = decimalNumber('')

const problemWords = {
  formula: '数式が入っています。値に置き換えてください（コピーして「値の貼り付け」）',
  'error-value': 'エラーの値が入っています。値を書いてください',
  unreadable: '値を読めません。書き直してください',
} as const

const tidy = (heading: string) => heading.replaceAll(/\s+/g, ' ').trim()

function shownOf(value: ReadValue): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'number':
      return String(value.number)
    case 'flag':
      return value.isTrue ? 'TRUE' : 'FALSE'
    case 'day':
      return value.day
    case 'problem':
      return value.shown
  }
}

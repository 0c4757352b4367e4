import type { ColumnFormat, WriteColumn, WriteValue } from '#src/lib/table/table.ts'

/** One column of a sheet of the plan: its heading, and how a row's value is written. Reading goes by the heading. */
export type SheetColumn<Row> = {
  header: string
  width: number
  format: ColumnFormat
  choices?: readonly string[]
  isReference?: boolean
  write: (row: Row) => WriteValue
}

export const writeColumns = <Row>(columns: readonly SheetColumn<Row>[]): WriteColumn[] =>
  columns.map(({ write: _, ...column }) => column)

export const writeRows = <Row>(columns: readonly SheetColumn<Row>[], rows: readonly Row[]): WriteValue[][] =>
  rows.map((row) => columns.map(({ write }) => write(row)))

type Look = Partial<Omit<SheetColumn<never>, 'header' | 'write'>>

/** A column of words. */
export const textColumn = <Row>(
  header: string,
  write: (row: Row) => WriteValue,
  look: Look = {},
): SheetColumn<Row> => ({ header, width: 20, format: 'text', ...look, write })

/** Yes as ○, no as an empty cell. */
export const mark = (isTrue: boolean) => (isTrue ? '○' : '')
export const marks = ['○'] as const

/** What a city calls the values of a list, one word each, both ways. */
export function wordList<Key extends string>(labels: Readonly<Record<Key, string>>) {
  const entries = Object.entries(labels) as [Key, string][]
  return {
    choices: entries.map(([, label]) => label),
    wordOf: (key: Key | null | undefined) => (key ? labels[key] : ''),
    keyOf: (word: string) => entries.find(([key, label]) => label === word || key === word)?.[0],
  }
}

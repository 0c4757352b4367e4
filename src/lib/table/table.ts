/** What stands in a cell of a workbook that was read. A formula's kept result may be a lie, so it is never a value. */
export type ReadValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'flag'; isTrue: boolean }
  | { kind: 'day'; day: string }
  | { kind: 'problem'; problem: 'formula' | 'error-value' | 'unreadable'; shown: string }

/** A cell that is not empty, with its place; row 1 and column 1 are the first. */
export type Cell = { row: number; column: number; value: ReadValue }

/** A sheet as it was read: rows and cells with something in them, in order. `merged` are ranges such as `B2:C3`. */
export type ReadSheet = { name: string; isHidden: boolean; rows: Cell[][]; merged: string[] }

/** `notes` tell in Japanese what of the file was passed over. */
export type WorkbookRead = { sheets: ReadSheet[]; notes: string[]; problem?: undefined } | { problem: string }

export type WriteValue = string | number | boolean | null

/** `year` is a number without separators, `tenth` shows one decimal; `text` cells stay text whatever is typed into them. */
export type ColumnFormat = 'text' | 'whole' | 'decimal' | 'tenth' | 'year'

export type WriteColumn = {
  header: string
  /** In characters of half width. */
  width: number
  format: ColumnFormat
  choices?: readonly string[]
  /** Shown for orientation only, so it is drawn in grey. */
  isReference?: boolean
  /** Not seen and not printed: ids. */
  isHidden?: boolean
}

/** What is special about one cell: `row` counts the rows of the table from 0, `column` from 1. */
export type WriteCell = {
  row: number
  column: number
  /** To be filled in: yellow, and open in a protected sheet. */
  isOpen?: boolean
  /** A heading inside the table. */
  isHeading?: boolean
  choices?: readonly string[]
  /** Said when the cell is chosen. */
  note?: string
  /** Stands at the cell as a comment (メモ). */
  comment?: string
  /** Unlike its column. */
  format?: ColumnFormat
  /** A number in this range, or one of these words; anything else is asked about and can be left. */
  expects?: { least: number; most: number; orWords: readonly string[]; otherwise: string }
}

/** A form to be filled in and printed: everything but its open cells is locked, without a password. */
export type WriteForm = {
  cells: readonly WriteCell[]
  /** Lines of text each row has room for. */
  lines: readonly number[]
  orientation: 'portrait' | 'landscape'
  /** At the foot of each printed page. */
  footer: string
}

/** A sheet to be written: a title over the table, a line of guidance, the headings, the rows. */
export type WriteSheet = {
  name: string
  title: string
  guidance: string
  /** Only the headings and the rows, from the first line on: what other programs read. */
  isPlain?: boolean
  columns: readonly WriteColumn[]
  rows: readonly (readonly WriteValue[])[]
  form?: WriteForm
  /** For programs only: people cannot even make it visible by the menu. */
  isForPrograms?: boolean
}

/** 1 → A, 28 → AB */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`
}

/** `AB12` as numbers, or undefined when it is no place of a sheet. */
export function placeOf(address: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address)
  if (!match) return undefined
  const [, letters = '', digits = ''] = match
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  const row = Number(digits)
  return row >= 1 && row <= 1_048_576 && column <= 16_384 ? { row, column } : undefined
}

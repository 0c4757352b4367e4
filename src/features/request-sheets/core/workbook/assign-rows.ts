import type { BookRead } from './read-unit-book.ts'

/** A row of a returned workbook as forms and reports name it. */
export const rowName = (page: string, line: number) => `${page}!${line}`

/** Which field a person says a row answers: the position of its book in what was sent, the row, the field of a sheet. */
export const assignmentName = (at: number, row: string, key: string) => `${at}:${row}=${key}`

const assignment = /^(\d+):(.*)=(rs_[0-9a-z]{10}\/[\w-]+)$/s

/** The rows people assigned by hand (割り当て), by book. What is no assignment is passed over. */
export function readAssignments(names: readonly string[]): Map<number, Map<string, string>> {
  const books = new Map<number, Map<string, string>>()
  for (const name of names) {
    const [, at = '', row = '', key = ''] = assignment.exec(name) ?? []
    if (key !== '') books.set(Number(at), new Map([...(books.get(Number(at)) ?? []), [row, key]]))
  }
  return books
}

/** The workbook as if the rows had carried these ids. Where another row has the id already, the assigned one speaks instead. */
export function assignRows(book: BookRead, keys: ReadonlyMap<string, string> | undefined): BookRead {
  if (!keys || keys.size === 0) return book
  const given = new Set(keys.values())
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.flatMap((row) => {
      const key = keys.get(rowName(sheet.name, row.line))
      if (key !== undefined) return [{ ...row, key, isAssigned: true }]
      return given.has(row.key) ? [] : [row]
    }),
  }))
  return { ...book, sheets }
}

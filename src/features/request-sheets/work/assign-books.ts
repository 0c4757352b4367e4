import { entriesOf } from '#src/platform/form.ts'
import { assignRows, readAssignments } from '../core/workbook/assign-rows.ts'
import type { NamedBook } from './read-books.ts'

/** The books with the rows a person assigned by hand, as the form says. */
export function assignBooks(books: readonly NamedBook[], names: readonly string[]): NamedBook[] {
  const assigned = readAssignments(names)
  return books.map((named, at) =>
    named.book ? { ...named, book: assignRows(named.book, assigned.get(at)) } : named,
  )
}

/** What a report form says of its rows. `isSeen`: the report it stands on was made with the same. */
export function assignmentsIn(form: FormData): { assigned: string[]; isSeen: boolean } {
  const assigned = entriesOf(form, 'assign').filter((name) => name !== '')
  const seen = new Set(entriesOf(form, 'seen'))
  return { assigned, isSeen: seen.size === assigned.length && assigned.every((name) => seen.has(name)) }
}

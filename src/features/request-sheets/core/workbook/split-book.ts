import { type BookRead, type GivenRow, keyShape } from './read-unit-book.ts'

/**
 * A workbook as one a unit: people paste the sheets of several sections into one file. A row goes where its id belongs; one
 * without a known id goes with the page it stands on, and a page without any id is of the sheet the record gives its name to.
 */
export function splitBook(book: BookRead, unitOf: ReadonlyMap<string, string>): Map<string, BookRead> {
  const ownerOf = ({ key }: GivenRow) => unitOf.get(keyShape.exec(key)?.[1] ?? '')
  const named = new Map(
    Object.entries(book.record?.sheetNames ?? {}).map(([id, name]) => [name, unitOf.get(id)]),
  )
  const pages = book.sheets.map((sheet) => ({
    sheet,
    owner: mostFrequent(sheet.rows.map(ownerOf)) ?? named.get(sheet.name),
  }))
  const units = new Set(pages.flatMap(({ sheet, owner }) => [owner, ...sheet.rows.map(ownerOf)]))
  units.delete(undefined)
  if (units.size < 2) return new Map([...units].map((unitId) => [unitId ?? '', book]))
  return new Map(
    [...units].map((unitId) => {
      const sheets = pages.flatMap(({ sheet, owner }) => {
        const rows = sheet.rows.filter((row) => (ownerOf(row) ?? owner) === unitId)
        return rows.length > 0 ? [{ ...sheet, rows }] : []
      })
      return [unitId ?? '', { ...book, sheets }]
    }),
  )
}

function mostFrequent(found: readonly (string | undefined)[]): string | undefined {
  const counts = [
    ...Map.groupBy(
      found.filter((one) => one !== undefined),
      (one) => one,
    ),
  ]
  return counts.sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
}

import type { ReadSheet, ReadValue, WriteSheet, WriteValue } from '#src/lib/table/table.ts'

export const sheetsAsRead = (sheets: readonly WriteSheet[]): ReadSheet[] => sheets.map(asRead)

/** A written sheet as the office reads it: title, guidance, headings, rows. */
const asRead = ({ name, title, guidance, columns, rows }: WriteSheet): ReadSheet => ({
  name,
  isHidden: false,
  merged: [],
  rows: [[title], [guidance], columns.map(({ header }) => header), ...rows].map((cells, row) =>
    cells.flatMap((cell, column) => {
      const value = valueOfCell(cell)
      return value ? [{ row: row + 1, column: column + 1, value }] : []
    }),
  ),
})

function valueOfCell(cell: WriteValue): ReadValue | undefined {
  if (cell === null || cell === '') return undefined
  if (typeof cell === 'boolean') return { kind: 'flag', isTrue: cell }
  return typeof cell === 'number' ? { kind: 'number', number: cell } : { kind: 'text', text: cell }
}

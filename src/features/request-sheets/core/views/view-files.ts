import type { WriteSheet, WriteValue } from '#src/lib/table/table.ts'
import { type RoundView, roundViewLabels } from './round-view.ts'

/** A view as a table for other programs: headings and rows, nothing else. */
export const viewRows = ({ columns, rows }: RoundView): (string | number | null)[][] => [
  columns.map(({ header }) => header),
  ...rows.map((row) => row.map(plain)),
]

const plain = (value: WriteValue) => (typeof value === 'boolean' ? String(value) : value)

/** A view as a sheet of a workbook; `heading` says of what, for whom and as of when. */
export const viewSheet = (view: RoundView, heading: string): WriteSheet => ({
  name: roundViewLabels[view.kind],
  title: `${heading}　${roundViewLabels[view.kind]}`,
  guidance: view.rows.length > 0 ? view.note : view.none,
  columns: view.columns,
  rows: view.rows,
})

export const isOfNumbers = (format: string) => format === 'whole' || format === 'decimal' || format === 'year'

const grouped = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 6 })

/** A value as people read it: years without separators, other numbers with them. */
export function shownValue(value: WriteValue, format: string | undefined): string {
  if (typeof value !== 'number') return String(value ?? '')
  return format === 'year' ? String(value) : grouped.format(value)
}

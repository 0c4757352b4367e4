import type { JSX } from 'preact'
import { NoValue, ScrollFrame } from '#src/ui/parts.tsx'

/** What a column shows of a row; nothing where there is no value. */
export type Column<Row> = { label: string; of: (row: Row) => string | undefined }

type TableProps<Row> = {
  caption: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  isNarrow?: boolean
}

/** Figures by year, a column each. */
export function YearTable<Row extends { year: number }>(props: TableProps<Row>): JSX.Element {
  const { caption, rows, columns, isNarrow } = props
  return (
    <ScrollFrame label={caption}>
      <table class={`dads-table dads-table--dense${isNarrow ? '' : ' dads-table--wide'}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">年</th>
            {columns.map(({ label }) => (
              <th key={label} scope="col" class="is-num">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.year}>
              <th scope="row" class="is-nowrap">
                {row.year}年
              </th>
              {columns.map(({ label, of }) => (
                <td key={label} class="is-num">
                  {of(row) ?? <NoValue />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

import type { WriteSheet } from '#src/lib/table/table.ts'

const widths = [8, 16, 8, 50, 30, 10, 30, 12] as const

/** コード表 as a sheet, from the table of the same name. */
export const codebookSheet = (
  [head = [], ...rows]: readonly (readonly (string | number | null)[])[],
  title: string,
): WriteSheet => ({
  name: 'コード表',
  title: `${title} コード表`,
  guidance: '無回答は空、無効は INV、非該当は NAP です。わからないは、その番号のままです。',
  columns: head.map((header, at) => ({
    header: String(header ?? ''),
    width: widths[at] ?? 16,
    format: at === 0 ? 'whole' : 'text',
  })),
  rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
})

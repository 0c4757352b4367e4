import type { ReadSheet } from '#src/lib/table/table.ts'

/** A row by the names of its columns, with its line in the sheet. */
export type Row = { line: number; cells: Readonly<Record<string, string>> }

/** Rows by the names of the first row. `label::日本語 (ja)` counts as `label`, the first language wins. */
export function rowsOf(sheets: readonly ReadSheet[], name: string): Row[] | undefined {
  const sheet = sheets.find((one) => one.name.toLowerCase() === name)
  if (!sheet) return undefined
  const [head = [], ...rows] = sheet.rows
  const names = new Map<number, string>()
  const taken = new Set<string>()
  for (const { column, value } of head) {
    const word = textOf(value).trim().toLowerCase().split('::')[0] ?? ''
    if (taken.has(word)) continue
    taken.add(word)
    names.set(column, word)
  }
  return rows.map((cells) => ({
    line: cells[0]?.row ?? 0,
    cells: Object.fromEntries(
      cells.flatMap(({ column, value }) => {
        const word = names.get(column)
        return word === undefined ? [] : [[word, textOf(value)]]
      }),
    ),
  }))
}

const textOf = (value: ReadSheet['rows'][number][number]['value']): string =>
  value.kind === 'text' ? value.text : value.kind === 'number' ? String(value.number) : ''

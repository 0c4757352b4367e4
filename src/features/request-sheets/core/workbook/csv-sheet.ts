import { readCsv } from '#src/lib/csv/csv.ts'
import { decodeText } from '#src/lib/csv/decode-text.ts'
import type { ReadSheet } from '#src/lib/table/table.ts'

/**
 * A page of a workbook that somebody saved as CSV (UTF-8 or CP932), as it would have been read; undefined where it is no text.
 * It has no record of what was exported, so that every difference is shown and none taken unseen.
 */
export function csvSheet(bytes: Uint8Array): ReadSheet | undefined {
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return undefined
  const { rows, problem } = readCsv(decoded.text)
  if (problem) return undefined
  return {
    name: 'CSV',
    isHidden: false,
    merged: [],
    rows: rows.map(({ line, cells }) =>
      cells.flatMap((text, at) =>
        text === '' ? [] : [{ row: line, column: at + 1, value: { kind: 'text' as const, text } }],
      ),
    ),
  }
}

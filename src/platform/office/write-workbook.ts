import type { WriteSheet } from '#src/lib/table/table.ts'
import type { WriteOptions } from './workbook-file.ts'

export type { WriteOptions } from './workbook-file.ts'

/** Writes plain tables as an XLSX file (`workbook-file.ts`). The library is loaded when the first one is written. */
export async function writeWorkbook(
  sheets: readonly WriteSheet[],
  options: WriteOptions,
): Promise<Uint8Array> {
  const { workbookFile } = await import('./workbook-file.ts')
  return workbookFile(sheets, options)
}

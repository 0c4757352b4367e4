import type { WorkbookRead } from '#src/lib/table/table.ts'

/** Reads an XLSX file as plain tables, under hard limits (`workbook-reading.ts`). The library is loaded when the first one is read. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookRead> {
  const { workbookReading } = await import('./workbook-reading.ts')
  return workbookReading(bytes)
}

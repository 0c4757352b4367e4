import { readWorkbook } from '#src/platform/office/read-workbook.ts'
import { type BookRead, readUnitBook } from '../core/workbook/read-unit-book.ts'

export type BookResult = { problem: string; book?: undefined } | { book: BookRead; problem?: undefined }

/** Reads a returned workbook in a worker thread: files from outside never block the server. */
export const run = ({ base64 }: { base64: string }): Promise<BookResult> =>
  readBook(Buffer.from(base64, 'base64'))

export async function readBook(bytes: Uint8Array): Promise<BookResult> {
  const read = await readWorkbook(bytes)
  if (read.problem !== undefined) return { problem: read.problem }
  return { book: readUnitBook(read.sheets, read.notes) }
}

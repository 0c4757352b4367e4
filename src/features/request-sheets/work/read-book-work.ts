import { readWorkbook } from '#src/platform/office/read-workbook.ts'
import { csvSheet } from '../core/workbook/csv-sheet.ts'
import { type BookRead, readUnitBook } from '../core/workbook/read-unit-book.ts'

export type BookResult = { problem: string; book?: undefined } | { book: BookRead; problem?: undefined }

/** Reads a returned workbook in a worker thread: files from outside never block the server. */
export const run = ({ base64 }: { base64: string }): Promise<BookResult> =>
  readBook(Buffer.from(base64, 'base64'))

export const largestBook = 10 * 1024 * 1024
const tooLarge = 'ファイルが大きすぎます（10MBまで）。貼り付けた図や写真を消して、保存し直してください'

export async function readBook(bytes: Uint8Array): Promise<BookResult> {
  if (bytes.length > largestBook) return { problem: tooLarge }
  const read = await readWorkbook(bytes)
  if (read.problem !== undefined) return csvBook(bytes) ?? { problem: read.problem }
  return { book: readUnitBook(read.sheets, read.notes) }
}

/** A CSV is taken for a workbook only if it has the headings of one of our pages. */
function csvBook(bytes: Uint8Array): BookResult | undefined {
  const sheet = csvSheet(bytes)
  const book = sheet && readUnitBook([sheet])
  return book && book.sheets.length > 0 ? { book } : undefined
}

import type { Context } from '#src/platform/context.ts'
import { getFile, readBytes } from '#src/platform/files.ts'
import type { BookResult } from './read-book-work.ts'

/** One workbook of an upload: what stands in it, or why it cannot be read. */
export type NamedBook = { name: string } & BookResult

/** What the long work left. The file is our own and its bytes are checked when it is read. */
export async function booksOf(context: Context, folder: string, fileId: string): Promise<NamedBook[]> {
  const bytes = await readBytes(folder, await getFile(context, fileId))
  return JSON.parse(new TextDecoder().decode(bytes)) as NamedBook[]
}

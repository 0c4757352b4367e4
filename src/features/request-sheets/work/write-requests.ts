import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '#src/platform/context.ts'
import { readSecret } from '#src/platform/secret.ts'
import { askedLines } from '../core/workbook/checked-book.ts'
import { checkedFile } from './checked-file.ts'
import type { NamedBook } from './read-books.ts'
import { lookAtBooks } from './take-in-books.ts'

type Asked = { roundId: string; folder: string; out: string }

/** A name no system takes for a path. */
export const fileName = (name: string) => name.replaceAll(/[\\/:*?"<>|]/g, '・')

/**
 * Writes 「確認のお願い」 for every workbook in which something is left to its section, as the sheets are now: what was taken in
 * is no longer asked. Returns the names; two workbooks of one section get a number each.
 */
export async function writeRequests(
  context: Context,
  books: readonly NamedBook[],
  { roundId, folder, out }: Asked,
): Promise<string[]> {
  const names: string[] = []
  const looked = await lookAtBooks(context, books, { roundId, key: readSecret(folder) })
  await mkdir(out, { recursive: true })
  for (const [at, one] of looked.entries()) {
    const named = books[at]
    if (!named || !one.report || askedLines(one.report).length === 0) continue
    const made = await checkedFile(context, { roundId, folder, named, looked: one })
    const name = free(fileName(made.fileName), names)
    await writeFile(join(out, name), made.file)
    names.push(name)
  }
  return names
}

function free(name: string, taken: readonly string[], number = 2): string {
  if (!taken.includes(name)) return name
  const numbered = name.replace(/\.xlsx$/, `（${number}）.xlsx`)
  return taken.includes(numbered) ? free(name, taken, number + 1) : numbered
}

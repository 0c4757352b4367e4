import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { JobResult, Progress } from '#src/platform/jobs/job-kind.ts'
import { unpackEntry } from '#src/platform/office/unpack-entry.ts'
import { readZipDirectory } from '#src/platform/office/zip-directory.ts'
import { largestBook, readBook } from './read-book-work.ts'
import type { NamedBook } from './read-books.ts'

type Input = { files: { path: string; name: string }[] }
type Named = { name: string; bytes: () => Promise<Uint8Array | { problem: string }> }

/**
 * Reads the workbooks of one upload, one after the other, and says which is at hand. What stood in a workbook is written down
 * at once and forgotten.
 */
export async function run(input: Input, progress: Progress): Promise<JobResult> {
  const parts: Buffer[] = []
  for await (const book of readBooks(input.files, progress))
    parts.push(Buffer.from(`${parts.length === 0 ? '' : ','}${JSON.stringify(book)}`))
  const bytes = Buffer.concat([Buffer.from('['), ...parts, Buffer.from(']')])
  return { file: { bytes, name: '取り込みの確認.json', contentType: 'application/json' } }
}

export async function* readBooks(files: Input['files'], progress: Progress): AsyncGenerator<NamedBook> {
  const named: Named[] = []
  for (const file of files) named.push(...(await booksIn(file)))
  for (const [at, { name, bytes }] of named.entries()) {
    progress((100 * at) / named.length, `${named.length}冊のうち${at + 1}冊目を読んでいます`)
    const content = await bytes()
    const result = 'problem' in content ? content : await readBook(content)
    yield { name, ...result }
  }
}

/** A ZIP is opened and every workbook in it taken; anything else is a workbook itself, or will say what it is. */
async function booksIn({ path, name }: { path: string; name: string }): Promise<Named[]> {
  const bytes = await readFile(path)
  if (!/\.zip$/i.test(name)) return [{ name, bytes: async () => bytes }]
  const directory = readZipDirectory(bytes)
  if (directory.problem !== undefined) return [{ name, bytes: async () => ({ problem: directory.problem }) }]
  const inside = directory.entries.filter((entry) => isBook(entry.name))
  if (inside.length === 0)
    return [
      { name, bytes: async () => ({ problem: 'ZIPの中に、Excelのファイル（.xlsx）もCSVもありません' }) },
    ]
  return inside.map((entry, at) => ({
    name: readableName(entry.name, at),
    bytes: async () => {
      if (entry.isEncrypted) return { problem: 'パスワードで保護されたZIPです。パスワードを外してください' }
      const unpacked = unpackEntry(bytes, entry, largestBook)
      return unpacked.problem === undefined ? unpacked.content : { problem: unpacked.problem }
    },
  }))
}

/** Not the locks and shadows that Excel and macOS leave beside a file. */
const isBook = (name: string) =>
  /\.(xlsx|csv)$/i.test(name) && !/^(~\$|\._)/.test(basename(name)) && !name.startsWith('__MACOSX/')

/** Names in a ZIP made on Windows may not be UTF-8; the name is only for the eye. */
const readableName = (name: string, at: number) =>
  name.includes('\uFFFD') ? `ZIPの中の${at + 1}番目のファイル` : basename(name)

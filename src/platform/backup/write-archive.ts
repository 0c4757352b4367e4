import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { DatabaseLocation } from '../database/open.ts'
import type { Cell, TableShape } from './archive-lines.ts'
import { openSnapshot, type Snapshot } from './database-snapshot.ts'

export type ArchiveReport = { tables: number; rows: number; files: number }
type Source = { location: DatabaseLocation; folder: string; now: Date }

const mostRows = 200
const mostCharacters = 1_000_000
const partBytes = 192 * 1024

/** Rows that make no sense on another machine or another day: who was signed in, and the count of wrong tries. */
const leftOut = new Set(['session', 'sign_in_tries', 'waiting_sign_ins'])

/**
 * Writes everything the installation knows into one file, while it is used: gzip of JSON lines (docs/formats/backup.md).
 *
 * The file is written beside and renamed when it is complete and on the disk: a half archive is never seen.
 */
export async function writeArchive(out: string, source: Source): Promise<ArchiveReport> {
  const snapshot = await openSnapshot(source.location)
  const beside = `${out}.${process.pid}.new`
  const report = { tables: snapshot.tables.length, rows: 0, files: 0 }
  try {
    const lines = Readable.from(hashed(archiveLines(snapshot, source, report), report))
    await pipeline(lines, createGzip(), createWriteStream(beside))
    const file = await open(beside, 'r+')
    await file.sync()
    await file.close()
    await rename(beside, out)
    return report
  } finally {
    await rm(beside, { force: true })
    await snapshot.close()
  }
}

async function* archiveLines(snapshot: Snapshot, { folder, now }: Source, report: ArchiveReport) {
  const { tables, migrations } = snapshot
  yield { format: 'shirube-backup/1', createdAt: now.toISOString(), migrations, tables }
  const kept: string[] = []
  for (const table of tables) {
    const rows = leftOut.has(table.name) ? [] : snapshot.rows(table)
    for await (const bunch of inBunches(rows)) {
      report.rows += bunch.length
      if (table.name === 'files') kept.push(...column(table, bunch, 'sha256'))
      yield { table: table.name, rows: bunch }
    }
  }
  for (const sha256 of new Set(kept)) {
    const path = join(folder, 'files', sha256)
    if (!existsSync(path)) continue
    report.files++
    yield { file: sha256, part: '' }
    for await (const part of createReadStream(path, { highWaterMark: partBytes })) {
      yield { file: sha256, part: (part as Buffer).toString('base64') }
    }
  }
}

const column = ({ columns }: TableShape, rows: readonly Cell[][], name: string) =>
  rows.map((row) => String(row[columns.indexOf(name)]))

async function* inBunches(rows: AsyncIterable<Cell[]> | Cell[][]): AsyncGenerator<Cell[][]> {
  let bunch: Cell[][] = []
  let characters = 0
  for await (const row of rows) {
    bunch.push(row)
    for (const one of row) characters += typeof one === 'string' ? one.length : 8
    if (bunch.length < mostRows && characters < mostCharacters) continue
    yield bunch
    bunch = []
    characters = 0
  }
  if (bunch.length > 0) yield bunch
}

/** The lines as text, and behind them the one that says how much there was and what they hash to. */
async function* hashed(lines: AsyncIterable<object>, report: ArchiveReport) {
  const hash = createHash('sha256')
  for await (const line of lines) {
    const text = `${JSON.stringify(line)}\n`
    hash.update(text)
    yield text
  }
  const { rows, files } = report
  yield `${JSON.stringify({ end: { rows, files }, sha256: hash.digest('hex') })}\n`
}

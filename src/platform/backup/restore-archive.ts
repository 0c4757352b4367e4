import { createHash } from 'node:crypto'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { appendAudit } from '../audit/append.ts'
import { verifyAudit } from '../audit/verify.ts'
import type { Context, Database } from '../context.ts'
import { type Migrations, migrate } from '../database/migrate.ts'
import { inTransaction } from '../database/transaction.ts'
import { keepBytes } from '../files.ts'
import { addMarks, markOf, type PurgeAgain, type PurgingAgain, readMarks } from '../purges/purge-marks.ts'
import { type RemainsReport, searchRemains } from '../purges/search-remains.ts'
import { ArchiveProblem, type Header } from './archive-lines.ts'
import { laterMarks } from './later-purges.ts'
import { bodyOf, checkArchive } from './read-archive.ts'
import { openStage, type Place } from './stage.ts'

type Restoring = {
  place: Place
  migrations: Migrations
  isForced: boolean
  now: Date
  newId: Context['newId']
  /** What the features destroy again of what comes back. */
  purges: readonly PurgeAgain[]
  /** Folders and files (the static copy, logs) to look through for contact data that are destroyed again. */
  searched?: readonly string[]
}
export type RestoreReport = {
  createdAt: string
  rows: number
  files: number
  /** How much was destroyed again: it had been destroyed before, or its day is past. */
  purged: number
  keptAs: string | undefined
  /** What the search found; absent where none was asked for. */
  remains?: RemainsReport & { unreadable: number }
}

const mostValues = 5000

/**
 * Puts an archive back, on either engine. Everything is built beside what is there and takes its place in one step at
 * the end; what was there before is kept under another name. Throws `ArchiveProblem` when the archive is not whole.
 */
export async function restoreArchive(
  path: string,
  { place, migrations, ...rest }: Restoring,
): Promise<RestoreReport> {
  const head = await checkArchive(path)
  const unknown = head.migrations.filter((name) => !(name in migrations))
  if (unknown.length > 0) {
    throw new ArchiveProblem(
      'このバックアップは、もっと新しい標でつくられています。標を新しくしてから、もう一度お試しください。何も変えていません。',
    )
  }
  const stage = await openStage(place, { isForced: rest.isForced, now: rest.now })
  try {
    const then = Object.fromEntries(
      Object.entries(migrations).filter(([name]) => head.migrations.includes(name)),
    )
    await migrate(stage.db, then, stage.schema)
    const { rows, files } = await fill(stage.db, { path, head, folder: place.folder })
    await migrate(stage.db, migrations, stage.schema)
    await checkChain(stage.db)
    await recordRestore(stage.db, rest)
    await addMarks(stage.db, [...stage.formerMarks, ...(await laterMarks(path, head))])
    const gone: string[] = []
    const searched = rest.searched ?? []
    let unreadable = 0
    const tell = (words: readonly string[], closed: number) => {
      gone.push(...words)
      unreadable += closed
    }
    const listen = searched.length > 0 ? { folder: place.folder, tell } : undefined
    const purged = await purgeAll(stage.db, { ...rest, listen })
    const report = { createdAt: head.createdAt, rows, files, purged, keptAs: await stage.takePlace() }
    return listen ? { ...report, remains: { ...(await searchRemains(searched, gone)), unreadable } } : report
  } catch (error) {
    await stage.discard()
    throw error
  }
}

type Filling = { path: string; head: Header; folder: string }

async function fill(db: Database, { path, head, folder }: Filling) {
  const columns = new Map(head.tables.map((table) => [table.name, table.columns]))
  const raw = db.withoutPlugins()
  let parts: { file: string; bytes: Buffer[] } | undefined
  let [rows, files] = [0, 0]
  const keep = async () => {
    if (parts) await keepWhole(folder, parts)
    parts = undefined
  }
  await raw.transaction().execute(async (inside) => {
    for await (const line of bodyOf(path)) {
      if ('file' in line) {
        if (line.part === '') {
          await keep()
          parts = { file: line.file, bytes: [] }
          files++
        } else parts?.bytes.push(Buffer.from(line.part, 'base64'))
        continue
      }
      const names = columns.get(line.table)
      if (!names) throw new ArchiveProblem('バックアップのファイルの中身が合いません。何も変えていません。')
      const most = Math.max(1, Math.floor(mostValues / names.length))
      for (let from = 0; from < line.rows.length; from += most) {
        const values = line.rows
          .slice(from, from + most)
          .map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? null])))
        await inside.insertInto(line.table).values(values).execute()
        rows += values.length
      }
    }
    await keep()
  })
  return { rows, files }
}

async function keepWhole(folder: string, { file, bytes }: { file: string; bytes: Buffer[] }) {
  const whole = Buffer.concat(bytes)
  if (createHash('sha256').update(whole).digest('hex') !== file) {
    throw new ArchiveProblem('バックアップの中のファイルが壊れています。何も変えていません。')
  }
  await keepBytes(folder, whole)
}

async function checkChain(db: Database) {
  const { problem } = await verifyAudit(db)
  if (problem) {
    throw new ArchiveProblem(
      `バックアップの中の監査の記録が、${problem.seq}番でつながっていません。何も変えていません。`,
    )
  }
}

const contextOf = (db: Database, { now, newId }: Pick<Restoring, 'now' | 'newId'>): Context => ({
  ...{ db, now, newId },
  actor: { id: 'command-line', roles: [] },
  source: 'shirube restore',
})

const recordRestore = (db: Database, restoring: Pick<Restoring, 'now' | 'newId'>) =>
  appendAudit(contextOf(db, restoring), {
    action: 'restore',
    role: 'system-administrator',
    trail: { objects: [] },
  })

type PurgingAll = Pick<Restoring, 'now' | 'newId' | 'purges'> & Pick<PurgingAgain, 'listen'>

/** Before anybody sees the data: nothing that was destroyed comes back, nor anything whose day is past. */
async function purgeAll(db: Database, { purges, listen, ...restoring }: PurgingAll) {
  const marks = await readMarks(db)
  const isPurged = (subject: string, id: string) => marks.has(markOf(subject, id))
  return inTransaction(contextOf(db, restoring), async (context) => {
    let count = 0
    const asked = { isPurged, today: tokyoDay(restoring.now), listen }
    for (const purge of purges) count += await purge(context, asked)
    return count
  })
}

import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import type { Database } from '../context.ts'
import { openPostgres } from '../database/postgres.ts'
import { openSqlite } from '../database/sqlite.ts'
import { marksTable, type PurgeMark } from '../purges/purge-marks.ts'
import { ArchiveProblem } from './archive-lines.ts'

/** The installation that is restored: its folder, and its database. */
export type Place = { folder: string; databaseUrl: string | undefined; schema: string }

/** A database beside the one in use. `takePlace` puts it in its place and says under what name the old one is kept. */
export type Stage = {
  db: Database
  schema: string | undefined
  /** What the installation that is replaced knows to have been destroyed. */
  formerMarks: PurgeMark[]
  takePlace: () => Promise<string | undefined>
  discard: () => Promise<void>
}

type Wish = { isForced: boolean; now: Date }

export const openStage = (place: Place, wish: Wish): Promise<Stage> =>
  place.databaseUrl ? postgresStage(place, place.databaseUrl, wish) : sqliteStage(place, wish)

const inUse = () =>
  new ArchiveProblem(
    'この環境には、すでにデータがあります。入れ替えるときは --force を付けてください（いまのデータは別の名前で残します）。何も変えていません。',
  )

const stamp = (now: Date) => now.toISOString().slice(0, 19).replaceAll(/\D/g, '')

async function sqliteStage({ folder }: Place, { isForced, now }: Wish): Promise<Stage> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'shirube.sqlite')
  const beside = join(folder, 'shirube.restoring.sqlite')
  const keptAs = join(folder, `shirube.before-${stamp(now)}.sqlite`)
  const isThere = existsSync(path)
  if (isThere && !isForced && holdsEntries(path)) throw inUse()
  if (isThere) refuseWhileOpen(path)
  const clear = async () => {
    for (const end of ['', '-wal', '-shm']) await rm(`${beside}${end}`, { force: true })
  }
  await clear()
  const db = openSqlite(beside)
  return {
    db,
    schema: undefined,
    formerMarks: isThere ? marksOf(path) : [],
    async takePlace() {
      // What was destroyed on the stage does not stay behind in the free pages of the file.
      await sql`vacuum`.execute(db)
      await db.destroy()
      if (isThere) await rename(path, keptAs)
      await rename(beside, path)
      return isThere ? keptAs : undefined
    },
    async discard() {
      await db.destroy()
      await clear()
    },
  }
}

function holdsEntries(path: string): boolean {
  const db = new DatabaseSync(path, { readOnly: true })
  try {
    return db.prepare('select 1 from audit_entries limit 1').all().length > 0
  } catch {
    return false
  } finally {
    db.close()
  }
}

function marksOf(path: string): PurgeMark[] {
  const db = new DatabaseSync(path, { readOnly: true })
  try {
    const hasMarks = db.prepare('select 1 from sqlite_master where name = ?').all(marksTable).length > 0
    const rows = hasMarks ? db.prepare(`select mark, purged_at from ${marksTable}`).all() : []
    return rows.map((row) => ({ mark: String(row['mark']), purgedAt: String(row['purged_at']) }))
  } finally {
    db.close()
  }
}

/** The journal can be folded into the file only while nobody else has it open: so a server that runs is noticed. */
function refuseWhileOpen(path: string) {
  const db = new DatabaseSync(path, { timeout: 500 })
  try {
    db.exec('PRAGMA journal_mode = DELETE')
  } catch {
    throw new ArchiveProblem('標が動いています。止めてから、もう一度お試しください。何も変えていません。')
  } finally {
    db.close()
  }
}

async function postgresStage({ schema }: Place, url: string, { isForced, now }: Wish): Promise<Stage> {
  const beside = `${schema}_restoring`
  const keptAs = `${schema}_before_${stamp(now)}`
  const home = await openPostgres(url, schema)
  const refuse = async (problem: Error) => {
    await home.destroy()
    throw problem
  }
  const { rows } = await sql<{
    table: string | null
  }>`select to_regclass('audit_entries')::text as table`.execute(home)
  const isThere = Boolean(rows[0]?.table)
  if (isThere && !isForced) {
    const entry = await home
      .selectFrom('auditEntries' as never)
      .selectAll()
      .limit(1)
      .executeTakeFirst()
    if (entry) return refuse(inUse())
  }
  await sql`drop schema if exists ${sql.id(beside)} cascade`.execute(home)
  const db = await openPostgres(url, beside)
  return {
    db,
    schema: beside,
    formerMarks: isThere ? await marksIn(home) : [],
    async takePlace() {
      await db.destroy()
      await home.transaction().execute(async (inside) => {
        if (isThere) await sql`alter schema ${sql.id(schema)} rename to ${sql.id(keptAs)}`.execute(inside)
        else await sql`drop schema ${sql.id(schema)} cascade`.execute(inside)
        await sql`alter schema ${sql.id(beside)} rename to ${sql.id(schema)}`.execute(inside)
      })
      await home.destroy()
      return isThere ? keptAs : undefined
    },
    async discard() {
      await db.destroy()
      await sql`drop schema if exists ${sql.id(beside)} cascade`.execute(home)
      await home.destroy()
    },
  }
}

async function marksIn(home: Database): Promise<PurgeMark[]> {
  const { rows } = await sql<{
    table: string | null
  }>`select to_regclass(${marksTable})::text as table`.execute(home)
  if (!rows[0]?.table) return []
  const marks = await home.selectFrom('purgeMarks').select(['mark', 'purgedAt']).execute()
  return marks.map((row) => ({ mark: String(row['mark']), purgedAt: String(row['purgedAt']) }))
}

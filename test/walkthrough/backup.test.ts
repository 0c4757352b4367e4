import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { features } from '#src/features/index.ts'
import { allMigrations } from '#src/features/migrations.ts'
import { verifyAudit } from '#src/platform/audit/verify.ts'
import { locationOf } from '#src/platform/backup/backup-commands.ts'
import { restoreArchive } from '#src/platform/backup/restore-archive.ts'
import type { Place } from '#src/platform/backup/stage.ts'
import { writeArchive } from '#src/platform/backup/write-archive.ts'
import type { Database } from '#src/platform/context.ts'
import { openDatabase } from '#src/platform/database/open.ts'
import { keepBytes, registerFile } from '#src/platform/files.ts'
import { newId } from '#src/platform/ids.ts'
import { readSettings } from '#src/platform/settings.ts'
import { openTown, type Town } from '#test/town.ts'

/** Last night's archive on another machine gives the same plan, whichever database either of them uses. */

const url = process.env['TEST_DATABASE_URL']
const folder = mkdtempSync(join(tmpdir(), 'shirube-backup-'))
const archive = join(folder, 'last-night.backup')
const schemas: string[] = []
let town: Town

beforeAll(async () => {
  town = await openTown()
  const bytes = Buffer.from('%PDF-1.7 見本')
  const sha256 = await keepBytes(town.folder, bytes)
  await registerFile(town.contextNow(), { bytes, sha256, name: '計画書.pdf', contentType: 'application/pdf' })
  const location = locationOf(readSettings(town.environment))
  const report = await writeArchive(archive, { location, folder: town.folder, now: new Date() })
  const known = await town.db.selectFrom('files').select('sha256').distinct().execute()
  expect(known.map((file) => file['sha256'])).toContain(sha256)
  expect(report.files).toBe(known.length)
})
afterAll(async () => {
  await town.close()
  rmSync(folder, { recursive: true })
  if (!url) return
  const db = await openDatabase({ url, schema: 'public' }, {})
  for (const schema of schemas) await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(db)
  await db.destroy()
})

const purges = features.flatMap(({ purgeAgain }) => purgeAgain ?? [])
let count = 0
function emptyPlace(engine: string): Place {
  const name = `restored_${process.pid}_${++count}`
  if (engine === 'postgres') schemas.push(name)
  return { folder: join(folder, name), databaseUrl: engine === 'postgres' ? url : undefined, schema: name }
}
const restore = (path: string, place: Place, isForced = false) =>
  restoreArchive(path, {
    place,
    migrations: allMigrations,
    purges,
    isForced,
    now: new Date('2026-11-27T00:00:00Z'),
    newId,
  })
const openAt = ({ folder: at, databaseUrl, schema }: Place) =>
  openDatabase(
    locationOf(readSettings({ SHIRUBE_DATA_DIR: at, DATABASE_URL: databaseUrl, SHIRUBE_SCHEMA: schema })),
    allMigrations,
  )

/** Everything in a table, as text that can be compared. */
async function contentOf(db: Database, table: string) {
  const rows = await db.selectFrom(table).selectAll().execute()
  return rows.map((row) => JSON.stringify(row)).sort()
}

const engines = url ? ['sqlite', 'postgres'] : ['sqlite']
test.each(engines)('an archive goes back into an empty %s, every row and file as it was', async (engine) => {
  const place = emptyPlace(engine)
  await restore(archive, place)
  const db = await openAt(place)
  for (const table of [
    'plans',
    'planItems',
    'planIndicators',
    'planParts',
    'planVersions',
    'organizationUnits',
    'user',
    'files',
  ]) {
    expect(await contentOf(db, table), table).toEqual(await contentOf(town.db, table))
  }
  const [before, after] = [await verifyAudit(town.db), await verifyAudit(db)]
  expect(after.problem).toBeUndefined()
  expect(after.entries).toBe(before.entries + 1)
  for (const file of await db.selectFrom('files').select('sha256').execute()) {
    const [there, here] = [place.folder, town.folder].map((at) => join(at, 'files', String(file['sha256'])))
    expect(readFileSync(there ?? '').equals(readFileSync(here ?? ''))).toBe(true)
  }
  await db.destroy()
})

test.each(engines)('what is in use on %s is not replaced unasked, and kept when it is', async (engine) => {
  const place = emptyPlace(engine)
  await restore(archive, place)
  const db = await openAt(place)
  await db.updateTable('plans').set({ head: '{}' }).execute()
  await db.destroy()
  await expect(restore(archive, place)).rejects.toMatchObject({ message: expect.stringContaining('--force') })
  const { keptAs = '' } = await restore(archive, place, true)
  if (engine === 'postgres') schemas.push(keptAs)
  const fresh = await openAt(place)
  expect(await contentOf(fresh, 'plans')).toEqual(await contentOf(town.db, 'plans'))
  await fresh.destroy()
  const kept =
    engine === 'postgres'
      ? await openDatabase({ url: url ?? '', schema: keptAs }, allMigrations)
      : await openDatabase({ path: keptAs }, allMigrations)
  expect((await kept.selectFrom('plans').select('head').executeTakeFirst())?.['head']).toBe('{}')
  await kept.destroy()
})

test.skipIf(!url)('from one engine to the other and back the archive holds the same lines', async () => {
  const first = emptyPlace(town.environment['DATABASE_URL'] ? 'sqlite' : 'postgres')
  await restore(archive, first)
  const again = join(folder, 'again.backup')
  const settings = readSettings({
    SHIRUBE_DATA_DIR: first.folder,
    DATABASE_URL: first.databaseUrl,
    SHIRUBE_SCHEMA: first.schema,
  })
  await writeArchive(again, { location: locationOf(settings), folder: first.folder, now: new Date() })
  const rowsIn = (path: string) =>
    gunzipSync(readFileSync(path))
      .toString('utf8')
      .split('\n')
      .filter((line) => line.startsWith('{"table":"plan'))
      .flatMap((line) => JSON.parse(line).rows.map((row: unknown) => JSON.stringify(row)))
      .sort()
  expect(rowsIn(again)).toEqual(rowsIn(archive))
})

const lines = () => gunzipSync(readFileSync(archive)).toString('utf8')
const spoiled: [string, () => Buffer, RegExp][] = [
  ['cut short', () => readFileSync(archive).subarray(0, -2000), /壊れているか、途中で切れています/],
  [
    'without its last line',
    () => gzipSync(`${lines().trimEnd().split('\n').slice(0, -1).join('\n')}\n`),
    /途中で切れています/,
  ],
  ['with one word changed', () => gzipSync(lines().replace('健康づくり', '健康つくり')), /壊れているか/],
  [
    'with a line taken out',
    () =>
      gzipSync(
        lines()
          .split('\n')
          .filter((_, at) => at !== 3)
          .join('\n'),
      ),
    /壊れているか/,
  ],
  [
    'of a later format',
    () => gzipSync(lines().replace('shirube-backup/1', 'shirube-backup/2')),
    /もっと新しい標/,
  ],
  ['that is a text', () => Buffer.from('わたしの手紙'), /標のバックアップのファイルではありません/],
  [
    'that is somebody else’s archive',
    () => gzipSync('{"hello":1}\n'),
    /標のバックアップのファイルではありません/,
  ],
  ['that is empty', () => Buffer.alloc(0), /壊れているか|ではありません/],
]
test.each(spoiled)('an archive %s is refused, and nothing is changed', async (_, bytes, words) => {
  const place = emptyPlace('sqlite')
  await restore(archive, place)
  const before = readFileSync(join(place.folder, 'shirube.sqlite'))
  const path = join(folder, 'spoiled.backup')
  writeFileSync(path, bytes())
  await expect(restore(path, place, true)).rejects.toMatchObject({
    name: 'ArchiveProblem',
    message: expect.stringMatching(words),
  })
  expect(readFileSync(join(place.folder, 'shirube.sqlite')).equals(before)).toBe(true)
  expect(readdirSync(place.folder).filter((name) => name.includes('restoring'))).toEqual([])
})

test('a flipped bit anywhere is noticed', async () => {
  const whole = readFileSync(archive)
  for (let step = 1; step <= 8; step++) {
    const bytes = Buffer.from(whole)
    const at = Math.floor((bytes.length * step) / 9)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const path = join(folder, 'flipped.backup')
    writeFileSync(path, bytes)
    await expect(restore(path, emptyPlace('sqlite'))).rejects.toMatchObject({ name: 'ArchiveProblem' })
  }
})

test.skipIf(url)('a server that runs keeps its database', async () => {
  const { SHIRUBE_DATA_DIR = '' } = town.environment
  const place = { folder: SHIRUBE_DATA_DIR, databaseUrl: undefined, schema: '' }
  await expect(restore(archive, place, true)).rejects.toMatchObject({
    message: expect.stringContaining('標が動いています'),
  })
  expect((await fetch(`${town.address}/healthz`)).status).toBe(200)
})

test('who was signed in is not in the archive', () => {
  expect(lines()).not.toContain('{"table":"session"')
})

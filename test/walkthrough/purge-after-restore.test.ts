import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { features } from '#src/features/index.ts'
import { allMigrations } from '#src/features/migrations.ts'
import { purgeInvitations } from '#src/features/surveys/store/commands/invitations.ts'
import { closeSurvey, openSurvey } from '#src/features/surveys/store/commands/surveys.ts'
import type { SubmissionContent } from '#src/features/voices/core/submission.ts'
import { receiveVoice, takeInVoice } from '#src/features/voices/store/commands/intake.ts'
import { confirmPurge, proposePurge, setPurgeDay } from '#src/features/voices/store/commands/people.ts'
import {
  confirmTextPurge,
  proposeTextPurge,
  setRetention,
} from '#src/features/voices/store/commands/retention.ts'
import { verifyAudit } from '#src/platform/audit/verify.ts'
import { locationOf } from '#src/platform/backup/backup-commands.ts'
import { restoreArchive } from '#src/platform/backup/restore-archive.ts'
import type { Place } from '#src/platform/backup/stage.ts'
import { writeArchive } from '#src/platform/backup/write-archive.ts'
import type { Context, Database } from '#src/platform/context.ts'
import { openDatabase } from '#src/platform/database/open.ts'
import { newId } from '#src/platform/ids.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { readSettings } from '#src/platform/settings.ts'
import { drawnSurvey, onDay, secret } from '#test/opened-survey.ts'

/**
 * What two people destroyed stays destroyed, also when an older backup is put back: over the installation that knows of it, on
 * a new machine with a newer backup beside it, and by the rule alone where nobody knows any more.
 */

const url = process.env['TEST_DATABASE_URL']
const engines = url ? (['sqlite', 'postgres'] as const) : (['sqlite'] as const)
const root = mkdtempSync(join(tmpdir(), 'shirube-purge-'))
const schemas: string[] = []
afterAll(async () => {
  rmSync(root, { recursive: true })
  if (!url) return
  const db = await openDatabase({ url, schema: 'public' }, {})
  const { rows } = await sql<{ name: string }>`select nspname as name from pg_namespace`.execute(db)
  for (const { name } of rows)
    if (schemas.some((schema) => name.startsWith(schema)))
      await sql`drop schema ${sql.id(name)} cascade`.execute(db)
  await db.destroy()
})

const purges = features.flatMap(({ purgeAgain }) => purgeAgain ?? [])
const names = ['秘密見本花子', '隠し原四五郎', '消えた文の言葉']
const content: SubmissionContent = {
  original: '消えた文の言葉です。',
  channel: 'request',
  sessionLabel: '',
  receivedOn: '2019-03-30',
  method: 'post',
  district: '',
  ageBand: '',
  group: '',
  frame: 'open-call',
  consent: 'public',
}

describe.each(engines)('on %s', (engine) => {
  const schema = `purge_${process.pid}_${engine}`
  const place = (name: string): Place => {
    const own = `${schema}_${name}`
    if (engine === 'postgres') schemas.push(own)
    return {
      folder: join(root, own),
      databaseUrl: engine === 'postgres' ? url : undefined,
      schema: own,
    }
  }
  const locationAt = ({ folder, databaseUrl, schema: name }: Place) =>
    locationOf(readSettings({ SHIRUBE_DATA_DIR: folder, DATABASE_URL: databaseUrl, SHIRUBE_SCHEMA: name }))
  const home = place('home')
  const backups = join(root, `${engine}-backups`)
  const file = (name: string) => join(backups, `${name}.backup`)
  /** One archive in a folder of its own. */
  function alone(name: string): string {
    const folder = mkdtempSync(join(root, 'alone-'))
    cpSync(file(name), join(folder, `${name}.backup`))
    return join(folder, `${name}.backup`)
  }
  const at = (db: Database, day: string, id = 'secretariat'): Context => ({
    db,
    newId,
    actor: { id, roles: ['secretariat', 'privacy-officer'] },
    now: new Date(`${day}T03:00:00Z`),
    source: 'test',
  })
  const write = (out: string, day: string) =>
    writeArchive(out, { location: locationAt(home), folder: home.folder, now: new Date(`${day}T03:00:00Z`) })
  const restore = (path: string, to: Place, day = '2026-07-20', searched: readonly string[] = []) =>
    restoreArchive(path, {
      searched,
      place: to,
      migrations: allMigrations,
      purges,
      isForced: true,
      now: new Date(`${day}T03:00:00Z`),
      newId,
    })

  /** What is left of the people: sealed contact data, words, and the list of who was asked. */
  async function leftIn(to: Place) {
    const db = await openDatabase(locationAt(to), allMigrations)
    const people = await db.selectFrom('voicePeople').select('id').execute()
    const words = await db
      .selectFrom('voiceSubmissions')
      .select('original')
      .where('channel', '=', 'request')
      .where('original', '!=', '')
      .execute()
    const invited = await db.selectFrom('surveyInvitations').select('surveyId').execute()
    const { problem } = await verifyAudit(db)
    await db.destroy()
    return { people: people.length, words: words.length, invited: invited.length, problem }
  }

  let sealed: string[] = []

  beforeAll(async () => {
    mkdirSync(backups, { recursive: true })
    mkdirSync(home.folder, { recursive: true })
    const db = await openDatabase(locationAt(home), allMigrations)
    const sealer = openSealer(home.folder)
    const context = at(db, '2026-04-01')
    for (const [position, name] of names.slice(0, 2).entries())
      await receiveVoice(
        { ...context, actor: { id: 'public', roles: ['public'] } },
        {
          content: { ...content, original: 'バスを増やしてください。', channel: 'briefing' },
          sessionRef: `cc_000000000${position}`,
          aboutRef: '',
          lateReason: '',
          heldReason: '',
          contactsUntil: '2099-03-31',
          contact: { words: { name, address: '', reach: '' }, sealer },
        },
      )
    await takeInVoice(context, { content })
    const { surveyId } = await drawnSurvey(onDay(context, '2026-03-01'))
    await openSurvey(onDay(context, '2026-03-01'), { surveyId })
    sealed = (await db.selectFrom('voicePeople').select('sealed').execute()).map((row) =>
      String(row['sealed']),
    )
    await write(file('older'), '2026-04-02')

    await setPurgeDay(context, { sessionRef: 'cc_0000000000', day: '2026-06-01' })
    await setRetention(context, { channel: 'request', years: 5 })
    await write(file('ruled'), '2026-05-01')
    const officer = at(db, '2026-07-01', 'officer')
    const contacts = await proposePurge(at(db, '2026-07-01'), { day: '2026-07-01' })
    await confirmPurge(officer, { purgeId: contacts })
    await confirmTextPurge(officer, { purgeId: await proposeTextPurge(at(db, '2026-07-01'), {}) })
    const closing = at(db, '2026-07-01')
    await closeSurvey(closing, { surveyId, secret })
    await purgeInvitations(closing, { surveyId })
    await write(file('newer'), '2026-07-10')
    await db.destroy()
  })

  test('an older backup put back over the installation brings nobody back', async () => {
    const destroyed = { people: 1, words: 0, invited: 0, problem: undefined }
    expect(await leftIn(home)).toEqual(destroyed)
    expect((await restore(alone('older'), home)).purged).toBe(3)
    expect(await leftIn(home)).toEqual(destroyed)
    if (engine === 'postgres') return
    const bytes = readFileSync(join(home.folder, 'shirube.sqlite'), 'latin1')
    expect(sealed.filter((one) => !bytes.includes(one))).toHaveLength(1)
    for (const name of names) expect(bytes).not.toContain(Buffer.from(name).toString('latin1'))
    expect(existsSync(join(home.folder, 'shirube.sqlite-wal'))).toBe(false)
  })

  test('a restore looks for the people it destroys again in copies and logs, and names nobody', async () => {
    const copy = mkdtempSync(join(root, 'copy-'))
    const [gone = '', kept = ''] = names
    writeFileSync(join(copy, 'index.html'), `<p>${[...gone].join(' ')}さんの意見</p>`)
    writeFileSync(join(copy, 'other.html'), `<p>${kept}さんの意見</p>`)
    const { remains } = await restore(alone('older'), home, '2026-07-22', [copy])
    expect(remains).toEqual({
      remains: [{ file: join(copy, 'index.html'), lines: [1] }],
      read: 2,
      unread: [],
      tooShort: 0,
      unreadable: 0,
    })
    const keyless = place('keyless')
    const blind = (await restore(file('older'), keyless, '2026-07-20', [copy])).remains
    expect(blind).toMatchObject({ remains: [], unreadable: 1 })
  })

  test('a new machine learns of it from the newer backup beside the older, and its own backups tell the next', async () => {
    const second = place('second')
    expect((await restore(file('older'), second)).purged).toBe(3)
    expect(await leftIn(second)).toMatchObject({ people: 1, words: 0, invited: 0 })
    const path = alone('older')
    await writeArchive(join(path, '..', 'again.backup'), {
      location: locationAt(second),
      folder: second.folder,
      now: new Date('2026-07-21T03:00:00Z'),
    })
    expect((await restore(path, place('third'))).purged).toBe(3)
  })

  test('where nobody knows any more, what is past its day does not come back', async () => {
    const early = place('early')
    expect((await restore(alone('ruled'), early, '2026-05-20')).purged).toBe(1)
    expect(await leftIn(early)).toMatchObject({ people: 2, words: 0, invited: 30 })
    const late = place('late')
    expect((await restore(alone('ruled'), late, '2026-07-20')).purged).toBe(2)
    expect(await leftIn(late)).toMatchObject({ people: 1, words: 0 })
    const before = place('before')
    expect((await restore(alone('older'), before, '2026-04-03')).purged).toBe(0)
    expect(await leftIn(before)).toMatchObject({ people: 2, words: 1, invited: 30 })
  })
})

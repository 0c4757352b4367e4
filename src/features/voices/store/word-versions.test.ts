import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { allMigrations } from '#src/features/migrations.ts'
import { defaultWordLists } from '#src/lib/text/word-lists.ts'
import type { Context } from '#src/platform/context.ts'
import { openDatabase } from '#src/platform/database/open.ts'
import { countedLists } from '../core/word-list.ts'
import { getWordList } from './queries/word-list.ts'

const folder = mkdtempSync(join(tmpdir(), 'shirube-words-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a list of words from before there were versions is kept, with what was not counted then', async () => {
  const path = join(folder, 'town.db')
  const before = Object.entries(allMigrations).filter(
    ([name]) => !name.includes('keep-versions-of-voice-words'),
  )
  const old = await openDatabase({ path }, Object.fromEntries(before))
  const row = {
    kind: 'whole',
    words: '停留所=バス停',
    changedBy: 'ac_1',
    changedAt: '2026-04-01T00:00:00.000Z',
  }
  await old
    .insertInto('voiceWordLists')
    .values({ ...row, revision: 3 })
    .execute()
  await old.destroy()
  const db = await openDatabase({ path }, allMigrations)
  const actor = { id: 'ac_1', roles: ['secretariat'] as const }
  const context: Context = { db, actor, now: new Date(), newId: (kind) => kind, source: 'test' }
  const list = await getWordList(context)
  expect(list).toMatchObject({ words: '停留所=バス停', cut: '', revision: 3 })
  expect(new Set(countedLists(list).stopWords)).toEqual(defaultWordLists.stopWords)
  await db.destroy()
})

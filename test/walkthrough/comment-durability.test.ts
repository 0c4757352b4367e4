import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#src/platform/context.ts'
import { openSqlite } from '#src/platform/database/sqlite.ts'
import { townFolder, writeComments } from '#test/comment-load.ts'

let town: Awaited<ReturnType<typeof townFolder>>
beforeAll(async () => {
  town = await townFolder()
})
afterAll(() => town.remove())

test('no comment whose receipt number was given is lost when the process is killed', async () => {
  const acknowledged: string[] = []
  for (const round of ['一', '二', '三']) {
    const writing = { ...town, count: 1000, writers: 4, round }
    acknowledged.push(...(await writeComments(writing, 30)).acknowledged)
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(90)
  expect(new Set(acknowledged).size).toBe(acknowledged.length)
  const db: Database = openSqlite(join(town.folder, 'shirube.sqlite'))
  const rows = await db
    .selectFrom('voiceSubmissions')
    .innerJoin('voiceOpinions', 'voiceOpinions.submissionId', 'voiceSubmissions.id')
    .innerJoin('voicePeople', 'voicePeople.id', 'voiceSubmissions.personId')
    .select('receiptNumber')
    .where('sessionRef', '=', town.caseId)
    .execute()
  const whole = new Set(rows.map((row) => row['receiptNumber']))
  expect(whole.size).toBe(rows.length)
  expect(acknowledged.filter((number) => !whole.has(number))).toEqual([])
  const submissions = await db.selectFrom('voiceSubmissions').select('id').execute()
  const opinions = await db.selectFrom('voiceOpinions').select('submissionId').execute()
  const withOpinions = new Set(opinions.map((row) => row['submissionId']))
  expect(submissions.filter((row) => !withOpinions.has(row['id']))).toEqual([])
  await db.destroy()
}, 120_000)

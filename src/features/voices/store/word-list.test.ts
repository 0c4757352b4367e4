import { beforeAll, expect, test } from 'vitest'
import { setUpMunicipality } from '#src/features/organization/store/commands.ts'
import { staffRoles } from '#src/lib/permissions.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import type { SessionContent } from '../core/session-forms.ts'
import type { SubmissionContent } from '../core/submission.ts'
import { firstWordList } from '../core/word-list.ts'
import { orderNetwork } from './commands/analyses.ts'
import { addCode } from './commands/frame.ts'
import { takeInVoices } from './commands/intake.ts'
import { addSession, announceSession } from './commands/sessions.ts'
import { keepWordList } from './commands/word-list.ts'
import { getWordList, listTownWords, listWordVersions } from './queries/word-list.ts'

const content: SubmissionContent = {
  original: '',
  channel: 'survey',
  sessionLabel: '',
  receivedOn: '2026-03-30',
  method: 'form',
  district: '谷和原',
  ageBand: '40代',
  group: '',
  frame: 'sampled',
  consent: 'public',
}

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')

  beforeAll(async () => {
    const city = { code: '082350', name: 'みほん市', kana: '', contactOffice: '', contactLines: [] }
    const all = { ...context, actor: { id: 'sample', roles: staffRoles } }
    await setUpMunicipality(all, { ...city, districts: ['谷和原'], isSample: true })
  })

  test("the city's own words go into every reading of voices, and are guarded against lost updates", async () => {
    const contents = ['バス停が遠い', '停留所に屋根を'].map((original) => ({ ...content, original }))
    await takeInVoices(context, { contents })
    const list = { ...firstWordList, words: '停留所=バス停', stop: '屋根 遠い' }
    await keepWordList(context, list)
    await expect(keepWordList(context, list)).rejects.toMatchObject({ kind: 'stale' })
    await expect(keepWordList(context, { ...list, revision: 1, words: '市' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    const editor = as('section-editor', context)
    await expect(keepWordList(editor, { ...list, revision: 1 })).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await getWordList(editor)).toMatchObject({ ...list, revision: 1 })
    const jobId = await orderNetwork(context, {})
    const job = await context.db.selectFrom('jobs').select('input').where('id', '=', jobId).executeTakeFirst()
    const input = JSON.parse(String(job?.['input']))
    expect(input.lists).toMatchObject({ version: 'ja-2026-1・市の一覧 第1版' })
    expect(input.lists.stopWords.slice(0, 2)).toEqual(['屋根', '遠い'])
    expect(input.forcedWords.slice(0, 2)).toEqual([
      { word: '停留所', base: '停留所' },
      { word: 'バス停', base: '停留所' },
    ])
  })

  test('every version of the words stays, and a former one can be kept again', async () => {
    await keepWordList(context, { ...firstWordList, revision: 1, formal: '' })
    const versions = await listWordVersions(context)
    expect(versions.map(({ revision, words }) => [revision, words])).toEqual([
      [2, ''],
      [1, '停留所=バス停'],
    ])
    await keepWordList(context, { ...(versions[1] ?? firstWordList), revision: 2 })
    expect(await getWordList(context)).toMatchObject({ revision: 3, words: '停留所=バス停' })
  })

  test('the venue of a session that is not announced is a word for the office only', async () => {
    await addCode(context, { label: '地域公共交通', planItemId: '' })
    const session: SessionContent = {
      ...{ kind: 'briefing', title: '説明会', purpose: '', heldOn: '2026-03-20', startsAt: '13:30' },
      ...{ endsAt: '15:30', place: '谷和原公民館 ホール', district: '谷和原', group: '', howTo: '自由' },
      ...{ contact: '企画政策課', frame: 'open-call', consent: 'anonymous-quote', versionId: '' },
    }
    const sessionId = await addSession(context, { content: session, set: undefined })
    const words = async (audience: 'office' | 'public') =>
      (await listTownWords(context, audience)).map(({ word }) => word)
    expect(await words('office')).toEqual(['谷和原', '谷和原公民館', '地域公共交通'])
    expect(await words('public')).toEqual(['谷和原', '地域公共交通'])
    await announceSession(context, { sessionId, revision: 1, isPublic: true })
    expect(await words('public')).toContain('谷和原公民館')
  })
})

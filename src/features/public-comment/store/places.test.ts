import { beforeAll, expect, test } from 'vitest'
import { setUpMunicipality } from '#src/features/organization/store/commands.ts'
import { sample as samplePlan } from '#src/features/plan/sample.ts'
import { listPublicVersions } from '#src/features/plan/store/queries/public.ts'
import { listHeardAbout } from '#src/features/voices/store/queries/about-items.ts'
import { staffRoles } from '#src/lib/permissions.ts'
import type { Context } from '#src/platform/context.ts'
import { sealerOf } from '#src/platform/sealing.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import type { CaseSheet } from '../core/case.ts'
import type { PlanPlace } from '../core/plan-places.ts'
import { addCase, openCase, submitComment } from './commands/cases.ts'
import { countCommentsByItem, listOpenComments } from './queries/answered.ts'
import { listCommentPlaces, listPlaces } from './queries/places.ts'
import { listComments } from './queries/replies.ts'

const sealer = sealerOf(new Uint8Array(32).fill(3))

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const visitor = as('public', context)
  let caseId = ''
  let versionId = ''
  let paragraph: PlanPlace

  beforeAll(async () => {
    const city = { code: '082350', name: 'みほん市', kana: '', districts: [], contactOffice: '' }
    const all: Context = { ...context, actor: { id: 'sample', roles: staffRoles } }
    await setUpMunicipality(all, { ...city, contactLines: [], isSample: true })
    await samplePlan(all)
    const [newest, older] = await listPublicVersions(visitor)
    versionId = older?.id ?? newest?.id ?? ''
    const sheet: CaseSheet = {
      title: '素案への意見募集',
      purpose: '読んでください。',
      versionId,
      opensOn: '2026-04-01',
      closesOn: '2026-04-30',
      minimumDays: '30',
      shortReason: '',
      deadlineRule: 'arrival',
      whoMay: '市内に住む人',
      identity: 'optional',
      places: '伊奈庁舎',
      ways: '郵送',
      contact: '企画政策課',
      resultDueOn: undefined,
      classSet: 'standard',
    }
    caseId = await addCase(context, { sheet })
    await openCase(as('publisher', context), { caseId, revision: 1 })
    const places = await listPlaces(visitor, versionId)
    const found = places.find(({ kind, words }) => kind === 'paragraph' && words.length > 12)
    if (!found) throw new Error('a paragraph')
    paragraph = found
  }, 60_000)

  const sent = (about: string, quote: string, text = 'ここを直して') =>
    submitComment(visitor, {
      caseId,
      submissionId: context.newId('su'),
      words: { text, about, quote, district: '', ageBand: '', consent: 'public' },
      person: { name: '', address: '', reach: '' },
      sealer,
      heldReason: '',
    })

  test('a comment is about a paragraph and the words it quotes, as both stand in the version', async () => {
    const quote = paragraph.words.slice(2, 10)
    const { submissionId } = await sent(paragraph.id, quote)
    const comments = await listComments(context, caseId)
    const places = await listCommentPlaces(context, versionId, comments)
    expect(places.get(submissionId)).toMatchObject({ about: paragraph.label, quote })
    for (const [about, words] of [
      [paragraph.id, '段落にない言葉'],
      ['', quote],
      [paragraph.itemId, quote],
    ] as const)
      await expect(sent(about, words)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(sent('me_0000000000', '')).rejects.toMatchObject({ kind: 'not-found' })
    await expect(sent(`${paragraph.itemId}/issues/p9999`, '')).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('open comments of a case and comments by plan item are counted; a paragraph counts on its item', async () => {
    await sent(paragraph.itemId, '')
    await sent('', '')
    await sent(paragraph.itemId, '', '特になし')
    const open = await listOpenComments(context, caseId)
    expect(open.length).toBeGreaterThanOrEqual(3)
    expect(open.every(({ replyId }) => replyId === undefined)).toBe(true)
    const [counted] = (await countCommentsByItem(context)).filter(({ itemId }) => itemId === paragraph.itemId)
    expect(counted).toEqual({ itemId: paragraph.itemId, comments: 2, open: 2 })
    await expect(listOpenComments(visitor)).rejects.toMatchObject({ kind: 'forbidden' })
    const heard = await listHeardAbout(visitor, paragraph.itemId)
    expect(heard).toHaveLength(2)
    expect(JSON.stringify(heard)).not.toContain('ここを直して')
  })
})

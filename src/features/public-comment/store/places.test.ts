import { beforeAll, expect, test } from 'vitest'
import { listHeardAbout } from '#src/features/voices/store/queries/about-items.ts'
import { openedCase, sendComment, townWithPlan } from '#test/comment-case.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import type { PlanPlace } from '../core/plan-places.ts'
import { countCommentsByItem, listOpenComments } from './queries/answered.ts'
import { listCommentPlaces, listPlaces } from './queries/places.ts'
import { listComments } from './queries/replies.ts'

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const visitor = as('public', context)
  let caseId = ''
  let versionId = ''
  let paragraph: PlanPlace

  beforeAll(async () => {
    const [newest, older] = await townWithPlan(context)
    versionId = older ?? newest ?? ''
    caseId = await openedCase(context, versionId)
    const places = await listPlaces(visitor, versionId)
    const found = places.find(({ kind, words }) => kind === 'paragraph' && words.length > 12)
    if (!found) throw new Error('a paragraph')
    paragraph = found
  }, 60_000)

  const sent = (about: string, quote: string, text = 'ここを直して') =>
    sendComment(context, { caseId, text, about, quote })

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
    expect(heard.map(({ paragraphId }) => paragraphId).sort()).toEqual(['', paragraph.id])
    expect(JSON.stringify(heard)).not.toContain('ここを直して')
  })
})

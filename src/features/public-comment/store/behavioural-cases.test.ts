import { beforeAll, expect, test } from 'vitest'
import { saveItem } from '#src/features/plan/store/commands/items.ts'
import { getItem } from '#src/features/plan/store/queries/items.ts'
import { mask, proposeRedaction } from '#src/features/voices/core/redaction.ts'
import { redactOpinion, releaseOpinion } from '#src/features/voices/store/commands/disclosure.ts'
import { sortOpinion } from '#src/features/voices/store/commands/sorting.ts'
import { checkTranscript } from '#src/features/voices/store/commands/transcripts.ts'
import { findTraced } from '#src/features/voices/store/queries/trace.ts'
import type { HeardLine } from '#src/features/voices/store/queries/voices.ts'
import type { Context } from '#src/platform/context.ts'
import { openedCase, sealer, sendComment, townWithPlan } from '#test/comment-case.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import type { ReplyContent } from '../core/classes.ts'
import { commentWords } from '../core/comment-form.ts'
import { takeInComment } from './commands/cases.ts'
import { approveReply, changeReply, draftReply } from './commands/replies.ts'
import { publishResult } from './commands/result.ts'
import { routeComments } from './commands/routes.ts'
import { getPublicCase } from './queries/cases.ts'
import { listOrphans, listPlaces } from './queries/places.ts'
import { listComments } from './queries/replies.ts'
import { draftResult } from './queries/result.ts'

/**
 * What goes wrong with calls for comments elsewhere, case by case. One letter with twelve opinions, sixty same post cards and
 * two plans are in `behaviour.test.ts`.
 */

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const publisher = as('publisher', context)
  const colleague: Context = { ...context, actor: { id: 'colleague', roles: ['secretariat'] } }
  const visitor = as('public', context)
  const after: Context = { ...publisher, now: new Date('2026-05-10T09:00:00+09:00') }
  let versionId = ''

  beforeAll(async () => {
    versionId = (await townWithPlan(context))[0] ?? ''
  }, 60_000)

  const answer = (classKey: string, reason = ''): ReplyContent => ({
    classKey,
    text: '市の考え方です。',
    reason,
    changes: [],
  })

  async function settle(caseId: string, { id, revision, verbatim }: HeardLine, content: ReplyContent) {
    const replyId = await draftReply(context, { caseId, opinionIds: [id], content })
    await approveReply(publisher, { caseId, replyId, revision: 1 })
    await redactOpinion(context, { opinionId: id, revision, redacted: proposeRedaction(verbatim) })
    await releaseOpinion(publisher, {
      opinionId: id,
      revision: revision + 1,
      disclosure: 'public',
      reason: '',
    })
    return replyId
  }

  test('empty, recipe, 特になし: nothing is refused, nothing said is counted, and a recipe is out of scope with a reason', async () => {
    for (const text of ['', ' \n　'])
      expect(commentWords.safeParse({ text, consent: 'public' }).error?.issues[0]?.message).toBe(
        'ご意見を書いてください',
      )
    const caseId = await openedCase(context, versionId)
    await sendComment(context, { caseId, text: '特になし' })
    await sendComment(context, { caseId, text: 'かぼちゃを切って、20分煮ます。' })
    const recipe = (await listComments(context, caseId)).find(({ verbatim }) => verbatim.includes('かぼちゃ'))
    if (!recipe) throw new Error('the recipe')
    const sorting = { opinionId: recipe.id, revision: recipe.revision, summary: '', codeIds: [] }
    await expect(
      sortOpinion(context, { ...sorting, kind: 'offtopic', kindReason: '' }),
    ).rejects.toMatchObject({ message: '対象外にする理由を書いてください' })
    await sortOpinion(context, { ...sorting, kind: 'offtopic', kindReason: '料理の作り方' })
    const sorted = (await listComments(context, caseId)).find(({ id }) => id === recipe.id) ?? recipe
    await settle(caseId, sorted, answer('outside', '計画についてのご意見ではないため'))
    const { table, problems } = await draftResult(after, caseId)
    expect(problems).toEqual([])
    expect(table).toMatchObject({ submissions: 2, opinions: 1, wordless: 1 })
    expect(table.byClass.filter(({ opinions }) => opinions > 0)).toEqual([{ label: '対象外', opinions: 1 }])
    expect(table.rows[0]?.disposition).toBe('out-of-scope')
  })

  test('PII in free text: what one person masked and another released is published, and nothing else', async () => {
    const caseId = await openedCase(context, versionId)
    const text = '小絹123番地の見本さん（090-0000-1111、mihon@example.jp）の前の道が暗い。'
    await sendComment(context, { caseId, text, name: '見本 花子' })
    const [comment] = await listComments(context, caseId)
    if (!comment) throw new Error('a comment')
    await settle(caseId, comment, answer('covered'))
    await publishResult(after, { caseId, revision: 2 })
    const { result } = await getPublicCase(visitor, caseId)
    const words = JSON.stringify(result)
    expect(words).toContain('の前の道が暗い')
    expect(words).toContain(mask)
    for (const personal of ['123番地', '見本', '090', '1111', 'mihon', 'example'])
      expect(words, personal).not.toContain(personal)
  })

  test('reply changed after approval: it is approved again, by another person, before the result goes out', async () => {
    const caseId = await openedCase(context, versionId)
    await sendComment(context, { caseId, text: '街灯がほしい' })
    const [comment] = await listComments(context, caseId)
    if (!comment) throw new Error('a comment')
    const replyId = await settle(caseId, comment, answer('covered'))
    const changed = { ...answer('covered'), text: '直した考え方です。' }
    await changeReply(context, {
      caseId,
      replyId,
      revision: 2,
      opinionIds: [comment.id],
      content: changed,
    })
    const publish = () => publishResult(after, { caseId, revision: 2 })
    await expect(publish()).rejects.toMatchObject({
      message: expect.stringContaining('承認していない考え方が1件あります'),
    })
    const approval = { caseId, replyId, revision: 3 }
    await expect(approveReply(context, approval)).rejects.toMatchObject({ kind: 'forbidden' })
    await approveReply(publisher, approval)
    await publish()
    expect((await getPublicCase(visitor, caseId)).result?.rows[0]?.reply).toBe('直した考え方です。')
    await expect(
      changeReply(context, { ...approval, revision: 4, opinionIds: [comment.id], content: changed }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('paragraph deleted after linking: the opinion is listed with who has it and by when, and keeps what it quoted', async () => {
    const caseId = await openedCase(context, versionId)
    const place = (await listPlaces(visitor, versionId)).find(({ id }) => id.includes('/directions/'))
    if (!place) throw new Error('a direction')
    const quote = place.words.slice(0, 8)
    await sendComment(context, { caseId, text: 'ここを直して', about: place.id, quote })
    const [comment] = await listComments(context, caseId)
    if (!comment) throw new Error('a comment')
    expect(await listOrphans(context, { caseId, versionId })).toEqual([])
    const { item, revision } = await getItem(context, place.itemId)
    if (item.kind !== 'measure' || !item.lead) throw new Error('a measure with a section')
    await routeComments(context, {
      caseId,
      routes: [{ opinionId: comment.id, unitId: item.lead }],
      dueOn: '2026-05-15',
    })
    const directions = item.directions.filter(({ id }) => id !== place.id)
    await saveItem(context, { itemId: item.id, revision, changes: { directions } })
    expect(await listOrphans(context, { caseId, versionId })).toMatchObject([
      {
        opinionId: comment.id,
        about: place.label,
        words: '段落がなくなった',
        unitId: item.lead,
        dueOn: '2026-05-15',
      },
    ])
    expect((await draftResult(context, caseId)).table.opinions).toBe(1)
  })

  test('late mail: it is marked with the rule, answered like the others, counted apart, and its number says so', async () => {
    const caseId = await openedCase(context, versionId)
    const late = await takeInComment(
      { ...after, actor: context.actor },
      {
        caseId,
        sealer,
        comment: {
          text: 'バスを増やして',
          about: '',
          quote: '',
          district: '',
          ageBand: '',
          consent: 'public',
          method: 'mail',
          receivedOn: '2026-05-01',
          postmarkOn: undefined,
          name: '',
          address: '',
          reach: '',
        },
      },
    )
    const { submissionId } = late
    await checkTranscript(colleague, { submissionId, revision: 1 })
    const [comment] = await listComments(context, caseId)
    if (!comment) throw new Error('a comment')
    await settle(caseId, comment, answer('covered'))
    await publishResult(after, { caseId, revision: 2 })
    const { result } = await getPublicCase(visitor, caseId)
    expect(result).toMatchObject({ submissions: 1, opinions: 1, late: 1 })
    expect(result?.rows).toHaveLength(1)
    expect((await findTraced(visitor, late.receiptNumber))?.lateReason).toContain('必着')
  })
})

import { beforeAll, expect, test } from 'vitest'
import { redactOpinion, releaseOpinion } from '#src/features/voices/store/commands/disclosure.ts'
import { checkTranscript } from '#src/features/voices/store/commands/transcripts.ts'
import type { Context } from '#src/platform/context.ts'
import { openedCase, sealer, sendComment, townWithPlan } from '#test/comment-case.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { sumProblems } from '../core/result.ts'
import { takeInComment } from './commands/cases.ts'
import { approveReply, draftReply } from './commands/replies.ts'
import { publishResult } from './commands/result.ts'
import { getPublicCase } from './queries/cases.ts'
import { listComments } from './queries/replies.ts'
import { draftResult } from './queries/result.ts'

/** What a result counts: people, way by way, and what is not published, with its reasons. */

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const colleague: Context = { ...context, actor: { id: 'colleague', roles: ['secretariat'] } }
  const publisher = as('publisher', context)
  const after: Context = { ...publisher, now: new Date('2026-05-10T09:00:00+09:00') }
  let versionId = ''

  beforeAll(async () => {
    versionId = (await townWithPlan(context))[0] ?? ''
  }, 60_000)

  const covered = { classKey: 'covered', text: '書いてあります。', reason: '', changes: [] }
  const paper = {
    about: '',
    quote: '',
    district: '',
    ageBand: '' as const,
    consent: 'public' as const,
    postmarkOn: undefined,
    reach: '',
  }

  async function release(opinionId: string, verbatim: string, revision: number) {
    await redactOpinion(context, { opinionId, revision, redacted: verbatim })
    await releaseOpinion(publisher, { opinionId, revision: revision + 1, disclosure: 'public', reason: '' })
  }

  async function answerAll(caseId: string) {
    for (const { id } of await listComments(context, caseId)) {
      const replyId = await draftReply(context, { caseId, opinionIds: [id], content: covered })
      await approveReply(publisher, { caseId, replyId, revision: 1 })
    }
    return (await draftResult(context, caseId)).table
  }

  test('people are counted from what came in, way by way; another number needs its reason, which is published', async () => {
    const caseId = await openedCase(context, versionId)
    const nextDay: Context = { ...context, now: new Date('2026-04-02T09:00:00+09:00') }
    const mail = (text: string, name: string, address: string) =>
      takeInComment(nextDay, {
        caseId,
        sealer,
        comment: { ...paper, text, name, address, method: 'mail', receivedOn: '2026-04-02' },
      })
    await sendComment(context, { caseId, text: 'バスを増やして', name: '見本 太郎' })
    await mail('街灯がほしい', '見本太郎', '小絹１番地')
    await mail('学童が足りない', '見本太郎', '小絹2番地')
    await mail('公園に日陰を', '', '')
    const { table, submitters } = await draftResult(context, caseId)
    expect(table).toMatchObject({
      submitters: 3,
      submissions: 4,
      byMethod: [
        { method: 'メール', people: 2, submissions: 3 },
        { method: '電子申請', people: 1, submissions: 1 },
      ],
    })
    expect(submitters.map(({ receiptNumbers }) => receiptNumbers.length).sort()).toEqual([1, 1, 2])
    await answerAll(caseId)
    for (const { id, verbatim, revision, submissionId, method } of await listComments(context, caseId)) {
      await release(id, verbatim, revision)
      if (method !== 'online') await checkTranscript(colleague, { submissionId, revision: 1 })
    }
    const publish = (mails: number, reason: string) => {
      const people = new Map([
        ['メール', mails],
        ['電子申請', 1],
      ])
      return publishResult(after, { caseId, revision: 2, correction: { people, reason } })
    }
    await expect(publish(1, '')).rejects.toMatchObject({ kind: 'conflict' })
    await expect(publish(4, '連名')).rejects.toMatchObject({ kind: 'conflict' })
    await publish(1, '2通は同じ世帯の連名でした。')
    const { result } = await getPublicCase(as('public', context), caseId)
    expect(result).toMatchObject({
      submitters: 2,
      correction: { counted: 3, reason: '2通は同じ世帯の連名でした。' },
    })
    expect(result && sumProblems(result)).toEqual([])
  })

  test('what is withheld is counted with its reasons, and its words are nowhere in the result', async () => {
    const caseId = await openedCase(context, versionId)
    for (const text of ['あの職員は嘘つきだ', 'あの課長も嘘つきだ', 'バスを増やして'])
      await sendComment(context, { caseId, text })
    for (const { id, verbatim, revision } of await listComments(context, caseId)) {
      if (!verbatim.includes('嘘')) {
        await release(id, verbatim, revision)
        continue
      }
      await redactOpinion(context, { opinionId: id, revision, redacted: verbatim })
      const decision = { disclosure: 'withheld' as const, reason: '個人への攻撃のため' }
      await releaseOpinion(publisher, { opinionId: id, revision: revision + 1, ...decision })
    }
    const table = await answerAll(caseId)
    expect(table).toMatchObject({
      opinions: 3,
      withheld: 2,
      withheldBy: [{ reason: '個人への攻撃のため', opinions: 2 }],
    })
    expect(sumProblems(table)).toEqual([])
    expect(JSON.stringify(table)).not.toContain('嘘つき')
  })
})

import { beforeAll, expect, test } from 'vitest'
import { setUpMunicipality } from '#src/features/organization/store/commands.ts'
import { sample as samplePlan } from '#src/features/plan/sample.ts'
import { listPublicVersions } from '#src/features/plan/store/queries/public.ts'
import {
  redactOpinion,
  releaseOpinion,
  withdrawSubmission,
} from '#src/features/voices/store/commands/disclosure.ts'
import { findTraced } from '#src/features/voices/store/queries/trace.ts'
import { getOpinion } from '#src/features/voices/store/queries/voices.ts'
import { staffRoles } from '#src/lib/permissions.ts'
import type { Context } from '#src/platform/context.ts'
import { sealerOf } from '#src/platform/sealing.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import type { CaseSheet } from '../core/case.ts'
import { addCase, changeCase, openCase, submitComment, takeInComment } from './commands/cases.ts'
import { approveReply, changeReply, draftReply } from './commands/replies.ts'
import { publishResult } from './commands/result.ts'
import { getPublicCase, listPublicCases } from './queries/cases.ts'
import { getReply, listComments } from './queries/replies.ts'
import { draftResult, listContradictions } from './queries/result.ts'

const sealer = sealerOf(new Uint8Array(32).fill(3))
const person = { name: '秘密 花子', address: '小絹1番地', reach: '' }

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const publisher = as('publisher', context)
  const visitor = as('public', context)
  const after: Context = { ...publisher, now: new Date('2026-05-10T09:00:00+09:00') }
  let versionId = ''

  beforeAll(async () => {
    const city = {
      code: '082350',
      name: 'みほん市',
      kana: '',
      districts: [],
      contactOffice: '',
      contactLines: [],
      isSample: true,
    }
    const all: Context = { ...context, actor: { id: 'sample', roles: staffRoles } }
    await setUpMunicipality(all, city)
    await samplePlan(all)
    versionId = (await listPublicVersions(visitor))[0]?.id ?? ''
  }, 60_000)

  const sheet = (): CaseSheet => ({
    title: '素案への意見募集',
    purpose: '素案がまとまりました。',
    versionId,
    opensOn: '2026-04-01',
    closesOn: '2026-04-30',
    minimumDays: '30',
    shortReason: '',
    deadlineRule: 'arrival',
    whoMay: '市内に住む人',
    identity: 'required',
    places: '伊奈庁舎',
    ways: '郵送',
    contact: '企画政策課',
    resultDueOn: undefined,
    classSet: 'standard',
  })

  async function opened() {
    const caseId = await addCase(context, { sheet: sheet() })
    await openCase(publisher, { caseId, revision: 1 })
    return caseId
  }

  const sent = (caseId: string, text: string) =>
    submitComment(visitor, {
      caseId,
      submissionId: context.newId('su'),
      words: { text, about: '', quote: '', district: '', ageBand: '', consent: 'public' },
      person,
      sealer,
      heldReason: '',
    })

  /** Masked by the secretariat, released by the publisher. */
  async function decide(opinionId: string) {
    const { verbatim, revision } = await getOpinion(context, opinionId)
    await redactOpinion(context, { opinionId, revision, redacted: verbatim.replace('秘密', '■■') })
    await releaseOpinion(publisher, { opinionId, revision: revision + 1, disclosure: 'public', reason: '' })
  }

  const covered = {
    classKey: 'covered',
    text: '案に書いてあります。',
    reason: '',
    planRef: '',
    before: '',
    after: '',
  }

  test('a case is announced by another than its writer; before that nobody outside knows of it', async () => {
    const caseId = await addCase(context, { sheet: sheet() })
    expect(await listPublicCases(visitor)).toEqual([])
    await expect(getPublicCase(visitor, caseId)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(openCase(context, { caseId, revision: 1 })).rejects.toMatchObject({ kind: 'forbidden' })
    await openCase(publisher, { caseId, revision: 1 })
    expect(await getPublicCase(visitor, caseId)).toMatchObject({ sheet: { title: '素案への意見募集' } })
    await expect(changeCase(context, { caseId, revision: 2, sheet: sheet() })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('a version that is not public cannot be asked about', async () => {
    await expect(
      addCase(context, { sheet: { ...sheet(), versionId: 've_0000000000' } }),
    ).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('web and post are numbered alike; late post is marked; a closed web takes none', async () => {
    const caseId = await opened()
    const web = await sent(caseId, 'バスを増やして')
    const comment = {
      text: '街灯がほしい',
      about: '',
      quote: '',
      district: '',
      ageBand: '' as const,
      consent: 'public' as const,
      ...person,
    }
    const late = { ...after, actor: context.actor }
    const post = await takeInComment(late, {
      caseId,
      sealer,
      comment: { ...comment, method: 'post', receivedOn: '2026-05-02', postmarkOn: undefined },
    })
    expect(web.receiptNumber).toMatch(/^\w{4}-\w{4}-\w{2}$/)
    expect(await findTraced(visitor, post.receiptNumber)).toMatchObject({
      channel: 'comment',
      lateReason: expect.stringContaining('必着'),
    })
    const tooLate = { ...visitor, now: after.now }
    await expect(
      submitComment(tooLate, {
        caseId,
        submissionId: 'su_toolate000',
        words: { ...comment },
        person,
        sealer,
        heldReason: '',
      }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('one reply answers many, all or none; another approves it; a change starts anew', async () => {
    const caseId = await opened()
    await sent(caseId, 'バスを増やして')
    await sent(caseId, '街灯がほしい')
    const [one, two] = (await listComments(context, caseId)).map(({ id }) => id)
    if (!one || !two) throw new Error('two comments')
    const replyId = await draftReply(context, { caseId, opinionIds: [one], content: covered })
    await expect(
      draftReply(context, { caseId, opinionIds: [two, one], content: covered }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await expect(
      draftReply(context, { caseId, opinionIds: [two, 'op_9999999999'], content: covered }),
    ).rejects.toMatchObject({ kind: 'not-found' })
    await expect(
      draftReply(context, { caseId, opinionIds: [two], content: { ...covered, classKey: 'adopted' } }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await changeReply(context, { caseId, replyId, revision: 1, opinionIds: [one, two], content: covered })
    await expect(approveReply(context, { caseId, replyId, revision: 2 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await approveReply(publisher, { caseId, replyId, revision: 2 })
    expect(await getReply(context, caseId, replyId)).toMatchObject({
      approvedBy: 'publisher',
      opinionIds: [one, two].sort(),
    })
    await changeReply(context, { caseId, replyId, revision: 3, opinionIds: [one, two], content: covered })
    expect((await getReply(context, caseId, replyId)).approvedBy).toBeUndefined()
    expect(await listContradictions(context, caseId)).toEqual([])
  })

  test('the result goes out when all is decided; it holds released words and no person', async () => {
    const caseId = await opened()
    await sent(caseId, '秘密さんの前の道を直して')
    await sent(caseId, '特になし')
    const withdrawn = await sent(caseId, 'やはりやめます')
    await withdrawSubmission(context, { submissionId: withdrawn.submissionId, revision: 1 })
    const opinion = (await listComments(context, caseId)).find(({ kind }) => kind !== 'none')
    if (!opinion) throw new Error('one comment')
    await expect(publishResult(after, { caseId, revision: 2, submitters: 2 })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await decide(opinion.id)
    const replyId = await draftReply(context, { caseId, opinionIds: [opinion.id], content: covered })
    await approveReply(publisher, { caseId, replyId, revision: 1 })
    expect((await draftResult(publisher, caseId)).problems).toEqual(['募集の期間が終わっていません'])
    await expect(publishResult(after, { caseId, revision: 2, submitters: 3 })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await publishResult(after, { caseId, revision: 2, submitters: 2 })
    const { result } = await getPublicCase(visitor, caseId)
    expect(result).toMatchObject({ submitters: 2, submissions: 2, opinions: 1, wordless: 1, changed: 0 })
    expect(result?.rows[0]).toMatchObject({
      texts: ['■■さんの前の道を直して'],
      classLabel: '趣旨を含む（案に記載済み）',
    })
    expect(JSON.stringify(result)).not.toMatch(/秘密|小絹/)
    const due = await context.db
      .selectFrom('voicePeople')
      .select('purgeAfter')
      .where('purgeAfter', 'is not', null)
      .execute()
    expect(due).toContainEqual({ purgeAfter: '2027-05-10' })
    await expect(
      draftReply(context, { caseId, opinionIds: [opinion.id], content: covered }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('replies are no business of viewers, members and the public', async () => {
    const caseId = await opened()
    for (const role of ['viewer', 'member', 'entry-clerk', 'public'] as const) {
      await expect(listComments(as(role, context), caseId)).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })
})

import { beforeAll, expect, test } from 'vitest'
import {
  redactOpinion,
  releaseOpinion,
  withdrawSubmission,
} from '#src/features/voices/store/commands/disclosure.ts'
import { confirmPurge, proposePurge } from '#src/features/voices/store/commands/people.ts'
import {
  listContactDays,
  listContacts,
  listDueContacts,
  listPurges,
} from '#src/features/voices/store/queries/people.ts'
import { findTraced } from '#src/features/voices/store/queries/trace.ts'
import { getOpinion } from '#src/features/voices/store/queries/voices.ts'
import { hashOf } from '#src/formats/canonical-json.ts'
import type { Context } from '#src/platform/context.ts'
import { openedCase, sealer, sendComment, sheetOf, townWithPlan } from '#test/comment-case.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { addCase, changeCase, openCase, submitComment, takeInComment } from './commands/cases.ts'
import { approveReply, draftReply } from './commands/replies.ts'
import { publishResult } from './commands/result.ts'
import { migrations } from './migrations.ts'
import { getPublicCase, listPublicCases } from './queries/cases.ts'
import { listComments } from './queries/replies.ts'
import { draftResult } from './queries/result.ts'

const person = { name: '秘密 花子', address: '小絹1番地', reach: '' }

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const publisher = as('publisher', context)
  const visitor = as('public', context)
  const after: Context = { ...publisher, now: new Date('2026-05-10T09:00:00+09:00') }
  let versionId = ''

  beforeAll(async () => {
    versionId = (await townWithPlan(context))[0] ?? ''
  }, 60_000)

  const sheet = () => sheetOf(versionId)
  const opened = () => openedCase(context, versionId)
  const sent = (caseId: string, text: string) => sendComment(context, { caseId, text, name: '秘密 花子' })

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
    changes: [],
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

  test('a case without papers, or whose draft does not add up, is not announced', async () => {
    const bare = await addCase(context, { sheet: { ...sheet(), papers: '' } })
    const conflict = { kind: 'conflict', message: expect.stringContaining('資料がありません') }
    await expect(openCase(publisher, { caseId: bare, revision: 1 })).rejects.toMatchObject(conflict)
    const table = {
      subjectId: 'me_1',
      caption: '人口',
      head: ['区分', '人'],
      rows: [
        ['a', '22'],
        ['b', '3'],
        ['合計', '24'],
      ],
    }
    const rendered = { of: () => ({ tables: [table], figures: [], paragraphs: [], headings: [] }) }
    const checking: Context = { ...publisher, lintFacts: async () => ({ rendered }) }
    const caseId = await addCase(context, { sheet: sheet() })
    await expect(openCase(checking, { caseId, revision: 1 })).rejects.toMatchObject({
      message: expect.stringContaining('合計が内訳と合いません'),
    })
    await openCase(publisher, { caseId, revision: 1 })
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

  test('the result goes out when all is decided; it holds released words and no person', async () => {
    const caseId = await opened()
    await sent(caseId, '秘密さんの前の道を直して')
    await sent(caseId, '特になし')
    const withdrawn = await sent(caseId, 'やはりやめます')
    await withdrawSubmission(context, { submissionId: withdrawn.submissionId, revision: 1 })
    const opinion = (await listComments(context, caseId)).find(({ kind }) => kind !== 'none')
    if (!opinion) throw new Error('one comment')
    await expect(publishResult(after, { caseId, revision: 2 })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await decide(opinion.id)
    const replyId = await draftReply(context, { caseId, opinionIds: [opinion.id], content: covered })
    await approveReply(publisher, { caseId, replyId, revision: 1 })
    expect((await draftResult(publisher, caseId)).problems).toEqual(['募集の期間が終わっていません'])
    await publishResult(after, { caseId, revision: 2 })
    const { result } = await getPublicCase(visitor, caseId)
    expect(result).toMatchObject({ submitters: 1, submissions: 2, opinions: 1, wordless: 1, changed: 0 })
    expect(result?.rows[0]).toMatchObject({
      texts: ['■■さんの前の道を直して'],
      office: '企画政策課',
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

  test('contact data of a case that never has a result are destroyed a year after its end', async () => {
    const caseId = await opened()
    const { receiptNumber } = await sent(caseId, '結果の出ない意見です')
    const privacy = as('privacy-officer', context)
    const [own] = (await listContactDays(privacy)).filter(({ keptUntil }) => keptUntil === '2027-04-30')
    expect(own).toMatchObject({ label: '素案への意見募集' })
    const later = (day: string, actor: Context['actor']): Context => ({
      ...context,
      actor,
      now: new Date(`${day}T09:00:00+09:00`),
    })
    const dueOn = async (day: string) => (await listDueContacts(privacy, day)).length
    const before = await dueOn('2027-04-30')
    expect(await dueOn('2027-05-01')).toBeGreaterThan(before)
    const purgeId = await proposePurge(later('2027-05-11', context.actor), { day: '2027-05-11' })
    await confirmPurge(later('2027-05-11', privacy.actor), { purgeId })
    expect(await listContacts(privacy)).toEqual([])
    expect((await listPurges(privacy))[0]).toMatchObject({ countAfter: 0, remainsHash: hashOf([]) })
    expect(await findTraced(visitor, receiptNumber)).toMatchObject({ channel: 'comment' })
  })

  test('contact data that came before there was a rule get the day of the default rule', async () => {
    const caseId = await opened()
    await sent(caseId, '前からある意見です')
    const own = context.db.selectFrom('voiceSubmissions').select('personId').where('sessionRef', '=', caseId)
    await context.db.updateTable('voicePeople').set({ purgeAfter: null }).where('id', 'in', own).execute()
    await migrations['20261128-0501-date-contacts-of-cases']?.up(context.db)
    const rows = await context.db
      .selectFrom('voicePeople')
      .select('purgeAfter')
      .where('id', 'in', own)
      .execute()
    expect(rows).toEqual([{ purgeAfter: '2027-04-30' }])
  })

  test('replies are no business of viewers, members and the public', async () => {
    const caseId = await opened()
    for (const role of ['viewer', 'member', 'entry-clerk', 'public'] as const) {
      await expect(listComments(as(role, context), caseId)).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })
})

import { expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import { onEveryDatabase } from '#test/context.ts'
import { noAnswer } from '../core/inquiry.ts'
import { changeMeeting, prepareMeeting } from './commands.ts'
import { addBody, appointMember, changeBody, endMembership } from './commands-bodies.ts'
import { answerViews, makeInquiry, receiveReport } from './commands-inquiries.ts'
import { issueInquiry } from './commands-letters.ts'
import { getBody, getMeeting, listMembers } from './queries.ts'
import { getInquiry } from './queries-inquiries.ts'

const content = {
  kind: 'council' as const,
  name: '総合計画審議会',
  role: '',
  legalBasis: '総合計画審議会条例',
  quorum: 'half' as const,
  decisionRule: 'majority' as const,
  minutesStyle: 'names' as const,
  isOpenByDefault: true,
  seats: [{ category: '公募の市民', count: 2 }],
}
const day = { heldOn: '2026-04-20', startsAt: '14:00', endsAt: '', place: '', observerSeats: undefined }

onEveryDatabase((contextAs) => {
  async function councilOf(context: Context, names: readonly string[]) {
    const bodyId = await addBody(context, content)
    const ids: string[] = []
    for (const name of names) {
      const member = { bodyId, name, affiliation: '', category: '公募の市民', office: '' }
      ids.push(await appointMember(context, { ...member, validFrom: '2026-04-01', validTo: undefined }))
    }
    return { bodyId, ids }
  }

  test('a member who left is no member at a later meeting', async () => {
    const context = contextAs('secretariat')
    const { bodyId, ids } = await councilOf(context, ['架空 花子', '見本 太郎'])
    const leaving = { membershipId: ids[1] ?? '', revision: 1, validTo: '2026-04-10', leavingReason: '辞任' }
    await endMembership(context, leaving)
    const meetingId = await prepareMeeting(context, { bodyId, ...day })
    expect((await getMeeting(context, meetingId)).members.map(({ name }) => name)).toEqual(['架空 花子'])
    expect((await listMembers(context, bodyId)).length).toBe(2)
    await expect(endMembership(context, leaving)).rejects.toMatchObject({ kind: 'stale' })
  })

  test('a body keeps the article of each rule and the term, a member who appointed them', async () => {
    const context = contextAs('secretariat')
    const articles = {
      quorumArticle: '条例第6条第2項',
      decisionArticle: '条例第6条第3項',
      opennessArticle: '',
      term: '2年',
      termArticle: '条例第4条',
    }
    const bodyId = await addBody(context, { ...content, ...articles })
    expect(await getBody(contextAs('public'), bodyId)).toMatchObject(articles)
    const member = {
      bodyId,
      name: '架空 花子',
      affiliation: '',
      category: '',
      office: '',
      appointedBy: '市長',
    }
    await appointMember(context, { ...member, validFrom: '2026-04-01', validTo: undefined })
    expect(await listMembers(context, bodyId)).toMatchObject([{ appointedBy: '市長' }])
    await changeBody(context, { bodyId, revision: 1, content: { ...content, ...articles, term: '3年' } })
    expect(await getBody(context, bodyId)).toMatchObject({ ...articles, term: '3年' })
  })

  test('what somebody else saved meanwhile is not overwritten', async () => {
    const context = contextAs('secretariat')
    const { bodyId } = await councilOf(context, [])
    await changeBody(context, { bodyId, revision: 1, content: { ...content, name: '審議会' } })
    await expect(changeBody(context, { bodyId, revision: 1, content })).rejects.toMatchObject({
      kind: 'stale',
    })
    const meetingId = await prepareMeeting(context, { bodyId, ...day })
    await changeMeeting(context, { meetingId, revision: 1, content: day })
    await expect(changeMeeting(context, { meetingId, revision: 1, content: day })).rejects.toMatchObject({
      kind: 'stale',
    })
  })

  test('a view of the report keeps its answer while its words stay the same', async () => {
    const context = contextAs('secretariat')
    const { bodyId } = await councilOf(context, [])
    const inquiryId = await makeInquiry(context, {
      bodyId,
      number: '企政第12号',
      askedOn: '2026-05-20',
      sender: '市長',
      addressee: '会長 様',
      ground: '条例第2条',
      subject: '後期基本計画の策定',
      question: '素案について',
      versionId: undefined,
      dueOn: undefined,
      sealing: 'seal',
    })
    await issueInquiry({ ...context, now: new Date('2026-05-20T01:00:00Z') }, { inquiryId, revision: 1 })
    const report = {
      inquiryId,
      reportNumber: '審第1号',
      reportedOn: '2027-02-10',
      conclusion: '適当と認める。',
    }
    await receiveReport(context, { ...report, revision: 2, views: ['広報に努めること', '財源を示すこと'] })
    const answers = [{ ...noAnswer, answer: '広報紙で知らせます。', answerKind: 'later' as const }]
    await answerViews(context, { inquiryId, revision: 3, answers })
    await receiveReport(context, {
      ...report,
      revision: 4,
      views: ['広報に努めること', '進行を公表すること'],
    })
    expect((await getInquiry(context, inquiryId)).views.map(({ answer }) => answer)).toEqual([
      '広報紙で知らせます。',
      '',
    ])
  })
})

import { expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import { onEveryDatabase } from '#test/context.ts'
import { councilDay, councilRules } from '#test/council.ts'
import { addAgendaItem, callMeeting, prepareMeeting } from './commands.ts'
import { addBody, appointMember, dissolveBody, endMembership } from './commands-bodies.ts'
import { makeInquiry, receiveReport } from './commands-inquiries.ts'
import { issueInquiry } from './commands-letters.ts'
import { recordAttendance, recordDecision, recordShortfall } from './commands-records.ts'
import { getBody, getMeeting, listMembers } from './queries.ts'
import { getInquiry } from './queries-inquiries.ts'
import { getPublicMeeting, listPublicMeetings } from './queries-public.ts'

const rules = { ...councilRules, quorum: 'half' as const }
const question = {
  number: '企政第1号',
  askedOn: '2026-04-01',
  sender: '市長',
  addressee: '会長 様',
  ground: '条例第2条',
  subject: '後期基本計画の策定',
  question: '素案について',
  versionId: undefined,
  dueOn: undefined,
  sealing: 'seal' as const,
}

onEveryDatabase((contextAs) => {
  const secretariat = contextAs('secretariat')
  const resident = contextAs('public')

  async function bodyOf(name: string, people: readonly (readonly [string, string])[]) {
    const bodyId = await addBody(secretariat, { ...rules, name })
    const seats: string[] = []
    for (const [person, office] of people) {
      const own = { bodyId, name: person, affiliation: '', category: '', office, validTo: undefined }
      seats.push(await appointMember(secretariat, { ...own, validFrom: '2026-04-01' }))
    }
    return { bodyId, seats }
  }

  async function called(bodyId: string, own: object = {}, inquiryId?: string) {
    const meetingId = await prepareMeeting(secretariat, { bodyId, ...councilDay, ...own })
    const open = { title: '素案', isOpen: true, closedGround: '', closedDecision: '' }
    const agendaItemId = await addAgendaItem(secretariat, { meetingId, ...open, inquiryId })
    await callMeeting(secretariat, { meetingId, revision: 1, shortNoticeReason: '' })
    return { meetingId, agendaItemId }
  }

  const attended = (context: Context, meetingId: string, came: readonly string[]) =>
    getMeeting(context, meetingId).then(({ members }) =>
      recordAttendance(context, {
        meetingId,
        revision: 2,
        observerCount: 0,
        attendance: members.map(({ id }) => ({
          membershipId: id,
          way: came.includes(id) ? ('present' as const) : ('absent' as const),
          note: '',
        })),
      }),
    )

  const four = [
    ['甲', '会長'],
    ['乙', '副会長'],
    ['丙', ''],
    ['丁', ''],
  ] as const
  const tied = { kind: 'approved' as const, text: '了承する。', votesFor: 1, votesAgainst: 1, subjects: [] }

  test('too few came: the meeting is called off, and residents read why', async () => {
    const { bodyId, seats } = await bodyOf('流会の会', four)
    const { meetingId } = await called(bodyId)
    await attended(secretariat, meetingId, seats.slice(0, 1))
    await recordShortfall(secretariat, { meetingId, revision: 3, outcome: 'adjourned' })
    expect((await getPublicMeeting(resident, meetingId)).meeting).toMatchObject({
      state: 'cancelled',
      cancelReason: '定足数に足りず、流会になりました（委員4人中1人が出席、定足数2人）',
    })
  })

  test('too few came and talked: nothing is decided, and residents read that it was a talk', async () => {
    const { bodyId, seats } = await bodyOf('懇談の会', four)
    const { meetingId } = await called(bodyId)
    await attended(secretariat, meetingId, seats.slice(0, 1))
    await recordShortfall(secretariat, { meetingId, revision: 3, outcome: 'talk' })
    const decision = { meetingId, revision: 4, agendaItemId: undefined, ...tied }
    await expect(recordDecision(secretariat, decision)).rejects.toThrow('定足数')
    expect((await getPublicMeeting(resident, meetingId)).meeting).toMatchObject({
      state: 'held',
      isTalk: true,
    })
  })

  test('a meeting with its quorum is neither called off nor a talk', async () => {
    const { bodyId, seats } = await bodyOf('成立の会', four)
    const { meetingId } = await called(bodyId)
    await attended(secretariat, meetingId, seats)
    await expect(
      recordShortfall(secretariat, { meetingId, revision: 3, outcome: 'talk' }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('a tie with the chair absent: the deputy casts the vote; with neither there it cannot be decided', async () => {
    const { bodyId, seats } = await bodyOf('同数の会', four)
    const [, deputy = '', third = '', fourth = ''] = seats
    const first = await called(bodyId)
    await attended(secretariat, first.meetingId, [deputy, third])
    const casting = { agendaItemId: undefined, ...tied, chairCasts: 'for' as const }
    await recordDecision(secretariat, { meetingId: first.meetingId, revision: 3, ...casting })
    const second = await called(bodyId)
    await attended(secretariat, second.meetingId, [third, fourth])
    await expect(
      recordDecision(secretariat, { meetingId: second.meetingId, revision: 3, ...casting }),
    ).rejects.toThrow('会長も副会長も')
  })

  test('a member replaced between two sessions of one inquiry: each session counts its own', async () => {
    const { bodyId, seats } = await bodyOf('交代の会', four)
    const inquiryId = await makeInquiry(secretariat, { bodyId, ...question })
    const first = await called(bodyId, { heldOn: '2026-04-20' }, inquiryId)
    const leaving = { revision: 1, validTo: '2026-05-10', leavingReason: '人事異動' }
    await endMembership(secretariat, { membershipId: seats[3] ?? '', ...leaving })
    const fresh = { bodyId, name: '戊', affiliation: '', category: '', office: '', validTo: undefined }
    await appointMember(secretariat, { ...fresh, validFrom: '2026-05-11' })
    const second = await called(bodyId, { heldOn: '2026-05-20' }, inquiryId)
    const namesAt = async (meetingId: string) =>
      (await getMeeting(secretariat, meetingId)).members.map(({ name }) => name)
    expect(await namesAt(first.meetingId)).toEqual(['甲', '乙', '丙', '丁'])
    expect(await namesAt(second.meetingId)).toEqual(['甲', '乙', '丙', '戊'])
  })

  test('two meetings of a body on one day have their own numbers, and both are announced', async () => {
    const { bodyId } = await bodyOf('同日の会', four)
    const [morning, afternoon] = [await called(bodyId, { startsAt: '10:00' }), await called(bodyId)]
    const listed = (await listPublicMeetings(resident)).filter((meeting) => meeting.bodyId === bodyId)
    expect(listed.map(({ id, number, startsAt }) => [id, number, startsAt])).toEqual([
      [afternoon.meetingId, 2, '14:00'],
      [morning.meetingId, 1, '10:00'],
    ])
  })

  test('a body dissolved before its report: members leave, nothing new begins, the question stays without a report', async () => {
    const { bodyId } = await bodyOf('解散の会', four)
    const inquiryId = await makeInquiry(secretariat, { bodyId, ...question })
    await issueInquiry(secretariat, { inquiryId, revision: 1 })
    await called(bodyId)
    const ending = { bodyId, revision: 1, endReason: '条例の廃止' }
    await expect(dissolveBody(secretariat, { ...ending, endedOn: '2026-04-10' })).rejects.toThrow(
      '会議があります',
    )
    await dissolveBody(secretariat, { ...ending, endedOn: '2026-04-30' })
    expect(await getBody(resident, bodyId)).toMatchObject({ endedOn: '2026-04-30', endReason: '条例の廃止' })
    const members = await listMembers(secretariat, bodyId)
    expect(members.every(({ validTo }) => validTo === '2026-04-30')).toBe(true)
    await expect(called(bodyId, { heldOn: '2026-05-20' })).rejects.toThrow('解散')
    const report = { inquiryId, revision: 2, reportNumber: '', conclusion: '適当', views: [] }
    await expect(receiveReport(secretariat, { ...report, reportedOn: '2026-05-01' })).rejects.toThrow('解散')
    expect((await getInquiry(secretariat, inquiryId)).reportedOn).toBeUndefined()
  })
})

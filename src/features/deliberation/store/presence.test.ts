import { expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { councilDay, councilRules } from '#test/council.ts'
import { quorumAt } from '../core/presence.ts'
import { addAgendaItem, callMeeting, changeMeeting, prepareMeeting } from './commands.ts'
import { addBody, appointMember } from './commands-bodies.ts'
import {
  answerInWriting,
  closeWritten,
  dropPresence,
  recordPresence,
  takeDownAnswers,
} from './commands-presence.ts'
import { recordAttendance, recordDecision } from './commands-records.ts'
import { getMeeting } from './queries.ts'
import { getOwnMeeting } from './queries-members.ts'
import { getPublicMeeting } from './queries-public.ts'

const rules = { ...councilRules, quorum: 'half' as const, minutesStyle: 'letters' as const }

onEveryDatabase((contextAs) => {
  const secretariat = contextAs('secretariat')
  const memberOf = (id: string): Context => ({ ...secretariat, actor: { id, roles: ['member'] } })
  const at = (context: Context, now: string): Context => ({ ...context, now: new Date(now) })

  /** A called meeting of a body of four, with two items. */
  async function called(name: string, isWritten: boolean) {
    const bodyId = await addBody(secretariat, { ...rules, name })
    const seats: string[] = []
    for (const person of ['甲', '乙', '丙', '丁']) {
      const own = { bodyId, name: person, affiliation: '', category: '', office: '', validTo: undefined }
      seats.push(await appointMember(secretariat, { ...own, validFrom: '2026-04-01' }))
    }
    const place = isWritten ? '' : councilDay.place
    const meetingId = await prepareMeeting(secretariat, { bodyId, ...councilDay, place, isWritten })
    const open = { isOpen: true, closedGround: '', closedDecision: '' }
    const first = await addAgendaItem(secretariat, { meetingId, title: '骨子案', ...open })
    const second = await addAgendaItem(secretariat, { meetingId, title: '推薦', ...open })
    await callMeeting(secretariat, { meetingId, revision: 1, shortNoticeReason: '' })
    return { meetingId, seats, first, second }
  }
  const decision = (meetingId: string, revision: number, agendaItemId: string) => ({
    meetingId,
    revision,
    agendaItemId,
    kind: 'approved' as const,
    text: '了承する',
    votesFor: undefined,
    votesAgainst: undefined,
    subjects: [],
  })

  test('the quorum is looked at by item: who left does not count, who is excluded lowers the base', async () => {
    const { meetingId, seats, first, second } = await called('審議会A', false)
    const [one = '', two = '', three = '', four = ''] = seats
    const attendance = [one, two, three, four].map((membershipId) => ({
      membershipId,
      way: membershipId === four ? ('absent' as const) : ('present' as const),
      note: '',
    }))
    await recordAttendance(secretariat, { meetingId, revision: 2, attendance, observerCount: undefined })
    const change = { meetingId, note: '', agendaItemId: first }
    await recordPresence(secretariat, { ...change, revision: 3, membershipId: one, kind: 'early' })
    await recordPresence(secretariat, { ...change, revision: 4, membershipId: two, kind: 'early' })
    const file = await getMeeting(secretariat, meetingId)
    expect(quorumAt(file, first)).toMatchObject({ members: 4, present: 3, needed: 2, isMet: true })
    expect(quorumAt(file, second)).toMatchObject({ members: 4, present: 1, isMet: false })
    await expect(recordDecision(secretariat, decision(meetingId, 5, second))).rejects.toMatchObject({
      kind: 'conflict',
    })
    const [mistake] = file.changes
    await dropPresence(secretariat, { meetingId, revision: 5, changeId: mistake?.id ?? '' })
    const excluded = {
      meetingId,
      revision: 6,
      membershipId: four,
      kind: 'excluded' as const,
      note: '本人の件',
    }
    await recordPresence(secretariat, { ...excluded, agendaItemId: second })
    expect(quorumAt(await getMeeting(secretariat, meetingId), second)).toMatchObject({
      members: 3,
      present: 2,
      needed: 2,
      isMet: true,
    })
    await recordDecision(secretariat, decision(meetingId, 7, second))
    await expect(
      recordPresence(secretariat, { ...change, revision: 8, membershipId: 'ms_9999999999', kind: 'late' }),
    ).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('a member who came late counts from their item on', async () => {
    const { meetingId, seats, first, second } = await called('審議会B', false)
    const attendance = seats.map((membershipId, position) => ({
      membershipId,
      way: position < 2 ? ('present' as const) : ('absent' as const),
      note: '',
    }))
    await recordAttendance(secretariat, { meetingId, revision: 2, attendance, observerCount: undefined })
    const late = { meetingId, revision: 3, membershipId: seats[0] ?? '', kind: 'late' as const, note: '' }
    await recordPresence(secretariat, { ...late, agendaItemId: second })
    const file = await getMeeting(secretariat, meetingId)
    expect([quorumAt(file, first).present, quorumAt(file, second).present]).toEqual([1, 2])
  })

  test('a written meeting: members answer by item until the day, and who answered makes the quorum', async () => {
    const { meetingId, seats, first, second } = await called('審議会C', true)
    const other = await called('審議会D', true)
    const answer = (vote: 'for' | 'against', words = '') => ({
      meetingId,
      answers: [first, second].map((agendaItemId) => ({ agendaItemId, vote, words })),
    })
    const [one = '', two = '', three = ''] = seats
    await answerInWriting(memberOf(one), answer('against'))
    await answerInWriting(memberOf(one), answer('for', '数を示してください'))
    await expect(answerInWriting(memberOf(other.seats[0] ?? ''), answer('for'))).rejects.toMatchObject({
      kind: 'not-found',
    })
    const foreign = { meetingId, answers: [{ agendaItemId: other.first, vote: 'for' as const, words: '' }] }
    await expect(answerInWriting(memberOf(one), foreign)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(closeWritten(secretariat, { meetingId, revision: 2 })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await takeDownAnswers(secretariat, { ...answer('against'), membershipId: two })
    expect((await getOwnMeeting(memberOf(three), meetingId)).answers).toEqual([])
    const after = at(secretariat, '2026-04-21T00:00:00Z')
    await expect(
      answerInWriting(at(memberOf(three), '2026-04-21T00:00:00Z'), answer('for')),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await closeWritten(after, { meetingId, revision: 2 })
    const file = await getMeeting(secretariat, meetingId)
    expect(file.meeting.state).toBe('held')
    expect(file.answers.filter(({ membershipId }) => membershipId === one)).toMatchObject([
      { vote: 'for', words: '数を示してください', isTakenDown: false },
      { vote: 'for' },
    ])
    expect(quorumAt(file)).toMatchObject({ members: 4, present: 2, needed: 2, isMet: true })
    const even = { ...decision(meetingId, 3, first), votesFor: 1, votesAgainst: 1 }
    await expect(recordDecision(after, even)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(recordDecision(after, { ...even, chairCasts: 'against' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await recordDecision(after, { ...even, chairCasts: 'for' })
    expect((await getMeeting(secretariat, meetingId)).decisions).toMatchObject([{ chairCasts: 'for' }])
    const seen = JSON.stringify(await getPublicMeeting(contextAs('public'), meetingId))
    expect(seen).not.toContain('数を示してください')
    expect((await getMeeting(as('viewer', secretariat), meetingId)).answers).toEqual([])
  })

  test('a gathering is not answered in writing, and the way is not changed under answers', async () => {
    const gathering = await called('審議会E', false)
    const [seat = ''] = gathering.seats
    const answers = [{ agendaItemId: gathering.first, vote: 'for' as const, words: '' }]
    await expect(
      answerInWriting(memberOf(seat), { meetingId: gathering.meetingId, answers }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    const written = await called('審議会F', true)
    await answerInWriting(memberOf(written.seats[0] ?? ''), {
      meetingId: written.meetingId,
      answers: [{ agendaItemId: written.first, vote: 'for', words: '' }],
    })
    const content = { ...councilDay, isWritten: false }
    await expect(
      changeMeeting(secretariat, { meetingId: written.meetingId, revision: 2, content }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    const attendance = { revision: 2, attendance: [], observerCount: undefined }
    await expect(
      recordAttendance(secretariat, { meetingId: written.meetingId, ...attendance }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })
})

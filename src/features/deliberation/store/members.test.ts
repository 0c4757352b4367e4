import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importPlan } from '#src/features/plan/store/commands/import-plan.ts'
import { freezeVersion } from '#src/features/plan/store/commands/versions.ts'
import type { Context } from '#src/platform/context.ts'
import { newToken } from '#src/platform/hash-of-token.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { onEveryDatabase } from '#test/context.ts'
import { councilDay, councilRules } from '#test/council.ts'
import { smallPlan } from '#test/small-plan.ts'
import { addAgendaItem, callMeeting, prepareMeeting } from './commands.ts'
import { endAccess, enterByInvitation, inviteMember } from './commands-access.ts'
import { addBody, appointMember, endMembership } from './commands-bodies.ts'
import {
  askForCheck,
  checkMinutes,
  commentOnDraft,
  layDraft,
  resolveComment,
  withdrawComment,
} from './commands-drafts.ts'
import { addPaper } from './commands-papers.ts'
import { recordAttendance, recordDecision, writeMinutes } from './commands-records.ts'
import { findInvitation, findMemberOfSession, listMemberAccess } from './queries-access.ts'
import { listDraftComments } from './queries-drafts.ts'
import {
  getOwnDraft,
  getOwnMeeting,
  getOwnPaper,
  listMinutesChecks,
  listOwnDrafts,
  listOwnMeetings,
} from './queries-members.ts'

const issue = 'me_0000000001/issues/p2'

onEveryDatabase((contextAs) => {
  const sealer = openSealer(mkdtempSync(join(tmpdir(), 'shirube-members-')))
  const secretariat = contextAs('secretariat')
  const visitor = contextAs('public')
  const memberOf = (membershipId: string, context: Context = secretariat): Context => ({
    ...context,
    actor: { id: membershipId, roles: ['member'] },
  })
  const at = (context: Context, now: string): Context => ({ ...context, now: new Date(now) })

  async function bodyWith(name: string, people: readonly string[]) {
    const bodyId = await addBody(secretariat, { ...councilRules, name })
    const seats: string[] = []
    for (const person of people) {
      const member = { bodyId, name: person, affiliation: '', category: '', office: '' }
      seats.push(await appointMember(secretariat, { ...member, validFrom: '2026-04-01', validTo: undefined }))
    }
    return { bodyId, seats, first: seats[0] ?? '', second: seats[1] ?? '' }
  }

  async function calledMeeting(bodyId: string) {
    const meetingId = await prepareMeeting(secretariat, { bodyId, ...councilDay })
    const closed = { title: '推薦', isOpen: false, closedGround: '条例第7条', closedDecision: '' }
    const agendaItemId = await addAgendaItem(secretariat, { meetingId, ...closed })
    const file = {
      bytes: new Uint8Array([1]),
      name: '1.pdf',
      contentType: 'application/pdf',
      sha256: 'a'.repeat(64),
    }
    const paper = { meetingId, agendaItemId, label: '資料1', title: '推薦書', isPublic: false, file }
    const paperId = await addPaper(secretariat, paper)
    return { meetingId, agendaItemId, paperId }
  }

  const invited = (membershipId: string, token: string, own: object = {}) =>
    inviteMember(secretariat, {
      membershipId,
      token,
      way: 'paper',
      address: '',
      appSecret: '',
      codes: ['aaaa-1111', 'bbbb-2222'],
      sealer,
      ...own,
    })
  const enter = (token: string, code: string, sessionToken = newToken()) =>
    enterByInvitation(visitor, { token, sessionToken, proof: { kind: 'code', code }, sealer })

  test('a link alone opens nothing; each code of the paper works once and in order', async () => {
    const { first } = await bodyWith('審議会A', ['架空 花子'])
    const [token, session] = [newToken(), newToken()]
    await invited(first, token)
    expect(JSON.stringify(await visitor.db.selectFrom('memberAccess').selectAll().execute())).not.toMatch(
      /aaaa|1111/,
    )
    await expect(enter(token, 'bbbb-2222')).rejects.toMatchObject({ kind: 'stale' })
    await enter(token, 'ＡＡＡＡ １１１１', session)
    expect((await findMemberOfSession(visitor, session))?.member.id).toBe(first)
    await expect(enter(token, 'aaaa-1111')).rejects.toMatchObject({ kind: 'stale' })
    await enter(token, 'bbbb2222')
    expect((await listMemberAccess(secretariat)).get(first)?.codesLeft).toBe(0)
    await expect(enter(newToken(), 'aaaa-1111')).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('an hour without use, the end of the term, and a new or stopped invitation each end the way in', async () => {
    const { first, second } = await bodyWith('審議会B', ['架空 花子', '見本 太郎'])
    const [token, session] = [newToken(), newToken()]
    await invited(first, token)
    await enter(token, 'aaaa-1111', session)
    const later = at(visitor, '2026-04-01T01:30:00Z')
    expect(await findMemberOfSession(later, session)).toBeUndefined()
    await invited(first, newToken())
    expect(await findMemberOfSession(visitor, session)).toBeUndefined()
    expect(await findInvitation(visitor, token)).toBeUndefined()

    const [other, otherSession] = [newToken(), newToken()]
    await invited(second, other)
    await enter(other, 'aaaa-1111', otherSession)
    await endMembership(secretariat, {
      membershipId: second,
      revision: 1,
      validTo: '2026-04-01',
      leavingReason: '辞任',
    })
    expect(await findMemberOfSession(visitor, otherSession)).toBeDefined()
    const tomorrow = at(visitor, '2026-04-01T15:00:00Z')
    expect(await findMemberOfSession(tomorrow, otherSession)).toBeUndefined()
    expect(await findInvitation(tomorrow, other)).toBeUndefined()
    await expect(listOwnMeetings(at(memberOf(second), '2026-04-01T15:00:00Z'))).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await endAccess(secretariat, { membershipId: first })
    expect((await listMemberAccess(secretariat)).has(first)).toBe(false)
  })

  test('a member sees what the own body was given, from the call on, and nothing of another body', async () => {
    const own = await bodyWith('審議会C', ['架空 花子'])
    const other = await bodyWith('部会C', ['見本 太郎'])
    const { meetingId, paperId } = await calledMeeting(own.bodyId)
    const member = memberOf(own.first)
    await expect(getOwnMeeting(member, meetingId)).rejects.toMatchObject({ kind: 'not-found' })
    await callMeeting(secretariat, { meetingId, revision: 1, shortNoticeReason: '' })
    expect((await getOwnPaper(member, meetingId, paperId)).title).toBe('推薦書')
    const stranger = memberOf(other.first)
    expect(await listOwnMeetings(stranger)).toEqual([])
    await expect(getOwnMeeting(stranger, meetingId)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(getOwnPaper(stranger, meetingId, paperId)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(getOwnMeeting(visitor, meetingId)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(listOwnMeetings(memberOf('ms_9999999999'))).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('members check the minutes once they are asked, until the last day, each for themselves', async () => {
    const { bodyId, first, seats } = await bodyWith('審議会D', ['架空 花子', '見本 太郎'])
    const { meetingId, agendaItemId } = await calledMeeting(bodyId)
    await callMeeting(secretariat, { meetingId, revision: 1, shortNoticeReason: '' })
    const attendance = seats.map((membershipId) => ({ membershipId, way: 'present' as const, note: '' }))
    await recordAttendance(secretariat, { meetingId, revision: 2, attendance, observerCount: undefined })
    const blank = { agendaItemId, votesFor: undefined, votesAgainst: undefined, subjects: [] }
    await recordDecision(secretariat, {
      meetingId,
      revision: 3,
      ...blank,
      kind: 'approved',
      text: '推薦を決めた。',
    })
    await writeMinutes(secretariat, {
      meetingId,
      revision: 4,
      minutes: [{ agendaItemId, text: '花子さんの話' }],
    })
    const member = memberOf(first)
    const agree = { meetingId, outcome: 'agreed' as const, words: '' }
    expect(JSON.stringify(await getOwnMeeting(member, meetingId))).not.toMatch(/花子さんの話|推薦を決めた/)
    await expect(checkMinutes(member, agree)).rejects.toMatchObject({ kind: 'conflict' })
    await askForCheck(secretariat, { meetingId, revision: 5, checkUntil: '2026-05-04' })
    expect((await getOwnMeeting(member, meetingId)).agenda[0]?.minutes).toBe('花子さんの話')
    const inTime = at(member, '2026-05-04T10:00:00Z')
    await expect(checkMinutes(inTime, { ...agree, outcome: 'corrections' })).rejects.toThrow(
      '直してほしいところ',
    )
    await checkMinutes(inTime, { ...agree, outcome: 'corrections', words: '2行目の数' })
    await checkMinutes(inTime, agree)
    expect(await listMinutesChecks(secretariat, meetingId)).toMatchObject([
      { membershipId: first, outcome: 'agreed' },
    ])
    await expect(checkMinutes(at(member, '2026-05-04T16:00:00Z'), agree)).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('members comment on a laid draft with the words quoted; the body and the secretariat see it, others do not', async () => {
    const planId = 'pl_0000000001'
    await importPlan(secretariat, { plan: smallPlan() })
    const frozen = { planId, stage: 'outline-draft' as const, gate: 'G1' as const, publicNote: '' }
    const versionId = await freezeVersion(secretariat, frozen)
    const { bodyId, first, second } = await bodyWith('審議会E', ['架空 花子', '見本 太郎'])
    const other = await bodyWith('部会E', ['例示 次郎'])
    const draftId = await layDraft(secretariat, { bodyId, versionId, commentUntil: '2026-04-30' })
    await expect(layDraft(secretariat, { bodyId, versionId, commentUntil: undefined })).rejects.toMatchObject(
      { kind: 'conflict' },
    )
    const member = memberOf(first)
    expect((await listOwnDrafts(member)).map(({ id }) => id)).toEqual([draftId])
    const comment = { draftId, paragraphId: issue, quote: '入りにくいこと', words: '数で示してください。' }
    await expect(commentOnDraft(member, { ...comment, quote: '病院' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(
      commentOnDraft(member, { ...comment, paragraphId: 'me_0000000001/issues/p9' }),
    ).rejects.toMatchObject({ kind: 'not-found' })
    const commentId = await commentOnDraft(member, comment)
    const second1 = await commentOnDraft(memberOf(second), { ...comment, quote: '' })
    const stranger = memberOf(other.first)
    expect(await listOwnDrafts(stranger)).toEqual([])
    await expect(getOwnDraft(stranger, draftId)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(commentOnDraft(stranger, comment)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(listDraftComments(stranger, bodyId)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(listDraftComments(contextAs('section-editor'), bodyId)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(withdrawComment(member, { draftId, commentId: second1 })).rejects.toMatchObject({
      kind: 'not-found',
    })
    await withdrawComment(memberOf(second), { draftId, commentId: second1 })
    const resolving = { bodyId, commentId, revision: 1, resolution: 'reflected' as const }
    await expect(resolveComment(secretariat, { ...resolving, note: '' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await resolveComment(secretariat, { ...resolving, note: '人数を書き加えました。' })
    await expect(resolveComment(secretariat, { ...resolving, note: '二重' })).rejects.toMatchObject({
      kind: 'stale',
    })
    expect(await listDraftComments(member, bodyId)).toMatchObject([
      { resolution: 'reflected', note: '人数を書き加えました。', anchor: { quote: '入りにくいこと' } },
    ])
    await expect(withdrawComment(member, { draftId, commentId })).rejects.toMatchObject({ kind: 'conflict' })
    const late = at(member, '2026-04-30T15:00:00Z')
    await expect(commentOnDraft(late, comment)).rejects.toMatchObject({ kind: 'conflict' })
  })
})

import { expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { addAgendaItem, callMeeting, cancelMeeting, prepareMeeting } from './commands.ts'
import { addBody, appointMember } from './commands-bodies.ts'
import { addPaper, withdrawPaper } from './commands-papers.ts'
import {
  confirmMinutes,
  publishMinutes,
  recordAttendance,
  recordDecision,
  writeMinutes,
} from './commands-records.ts'
import { getMeeting } from './queries.ts'
import { getPublicMeeting, getPublicPaper, listPublicMeetings } from './queries-public.ts'

const council = {
  kind: 'council',
  name: '総合計画審議会',
  role: '市長の諮問に応じて審議します。',
  legalBasis: '総合計画審議会条例',
  quorum: 'half',
  decisionRule: 'majority',
  minutesStyle: 'letters',
  isOpenByDefault: true,
  seats: [{ category: '公募の市民', count: 2 }],
} as const
const content = { ...council, seats: [...council.seats] }
const day = { heldOn: '2026-04-20', startsAt: '14:00', endsAt: '16:00', place: '伊奈庁舎', observerSeats: 10 }

onEveryDatabase((contextAs) => {
  async function councilOf(context: Context, names: readonly string[]) {
    const bodyId = await addBody(context, content)
    const ids: string[] = []
    for (const [position, name] of names.entries()) {
      const member = { bodyId, name, affiliation: '', category: '公募の市民', validFrom: '2026-04-01' }
      const office = position === 0 ? '会長' : ''
      ids.push(await appointMember(context, { ...member, office, validTo: undefined }))
    }
    return { bodyId, ids }
  }

  /** A meeting called, with an open and a closed item. */
  async function called(context: Context) {
    const { bodyId, ids } = await councilOf(context, ['架空 花子', '見本 太郎', '例示 次郎'])
    const meetingId = await prepareMeeting(context, { bodyId, ...day })
    const open = { title: '素案', isOpen: true, closedGround: '', closedDecision: '' }
    const openId = await addAgendaItem(context, { meetingId, ...open })
    const closed = {
      title: '委員の推薦',
      isOpen: false,
      closedGround: '条例第7条第2号',
      closedDecision: '会長が諮った',
    }
    const closedId = await addAgendaItem(context, { meetingId, ...closed })
    await callMeeting(context, { meetingId, revision: 1, shortNoticeReason: '' })
    return { bodyId, ids, meetingId, openId, closedId }
  }

  const attended = (ids: readonly string[], presentCount: number) =>
    ids.map((membershipId, position) => ({
      membershipId,
      way: position < presentCount ? ('present' as const) : ('absent' as const),
      note: '',
    }))

  async function held(context: Context, presentCount: number) {
    const file = await called(context)
    const attendance = attended(file.ids, presentCount)
    await recordAttendance(context, { meetingId: file.meetingId, revision: 2, attendance, observerCount: 3 })
    return file
  }

  const decision = {
    agendaItemId: undefined,
    kind: 'approved' as const,
    text: '了承した。',
    votesFor: undefined,
    votesAgainst: undefined,
    subjects: ['me_0000000001'],
  }

  test('meetings of a body are numbered one after the other', async () => {
    const context = contextAs('secretariat')
    const { bodyId } = await councilOf(context, [])
    const [first, second] = [
      await prepareMeeting(context, { bodyId, ...day }),
      await prepareMeeting(context, { bodyId, ...day }),
    ]
    expect((await getMeeting(context, first)).meeting.number).toBe(1)
    expect((await getMeeting(context, second)).meeting.number).toBe(2)
  })

  test('a meeting needs an agenda, a reason for short notice, and a ground for what is closed', async () => {
    const context = contextAs('secretariat')
    const { bodyId } = await councilOf(context, [])
    const meetingId = await prepareMeeting(context, { bodyId, ...day, heldOn: '2026-04-03' })
    const call = { meetingId, revision: 1, shortNoticeReason: '' }
    await expect(callMeeting(context, call)).rejects.toThrow('議題')
    await addAgendaItem(context, {
      meetingId,
      title: '素案',
      isOpen: true,
      closedGround: '',
      closedDecision: '',
    })
    await expect(callMeeting(context, call)).rejects.toThrow('7日')
    await callMeeting(context, { ...call, shortNoticeReason: '災害への対応のため' })
    expect((await getMeeting(context, meetingId)).meeting.state).toBe('called')
  })

  test('residents see a meeting from its call on, and a cancelled one with its reason', async () => {
    const context = contextAs('secretariat')
    const { bodyId } = await councilOf(context, [])
    const hidden = await prepareMeeting(context, { bodyId, ...day })
    const { meetingId } = await called(context)
    const listed = (await listPublicMeetings(contextAs('public'))).map(({ id }) => id)
    expect(listed).toContain(meetingId)
    expect(listed).not.toContain(hidden)
    await expect(getPublicMeeting(contextAs('public'), hidden)).rejects.toMatchObject({ kind: 'not-found' })
    await cancelMeeting(context, { meetingId, revision: 2, cancelReason: '台風のため' })
    expect((await getPublicMeeting(contextAs('public'), meetingId)).meeting.cancelReason).toBe('台風のため')
  })

  test('without a quorum nothing is decided, only reported', async () => {
    const context = contextAs('secretariat')
    const { meetingId } = await held(context, 1)
    await expect(recordDecision(context, { meetingId, revision: 3, ...decision })).rejects.toThrow('定足数')
    await recordDecision(context, { meetingId, revision: 3, ...decision, kind: 'reported' })
    expect((await getMeeting(context, meetingId)).decisions[0]?.kind).toBe('reported')
  })

  test('a proxy sits but does not count for the quorum', async () => {
    const context = contextAs('secretariat')
    const { meetingId, ids } = await called(context)
    const ways = ['present', 'proxy', 'absent'] as const
    const attendance = ids.map((membershipId, at) => ({ membershipId, way: ways[at] ?? 'absent', note: '' }))
    await recordAttendance(context, { meetingId, revision: 2, attendance, observerCount: undefined })
    await expect(recordDecision(context, { meetingId, revision: 3, ...decision })).rejects.toThrow('定足数')
  })

  test('minutes go from draft over confirmation to publication by another person, and closed items stay closed', async () => {
    const context = contextAs('secretariat')
    const { meetingId, openId, closedId } = await held(context, 3)
    await recordDecision(context, { meetingId, revision: 3, ...decision, agendaItemId: openId })
    await recordDecision(context, {
      meetingId,
      revision: 4,
      ...decision,
      agendaItemId: closedId,
      text: '秘密の決定',
    })
    const minutes = [
      { agendaItemId: openId, text: '見本太郎委員：賛成です。' },
      { agendaItemId: closedId, text: '秘密の話' },
    ]
    await writeMinutes(context, { meetingId, revision: 5, minutes })
    const unseen = JSON.stringify(await getPublicMeeting(contextAs('public'), meetingId))
    expect(unseen).not.toContain('賛成です')
    await confirmMinutes(context, { meetingId, revision: 6, confirmedBy: '会長', confirmedOn: '2026-04-30' })
    await expect(publishMinutes(context, { meetingId, revision: 7 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await publishMinutes(as('publisher', context), { meetingId, revision: 7 })
    const shown = await getPublicMeeting(contextAs('public'), meetingId)
    expect(shown.agenda.map((item) => item.minutes)).toEqual(['委員B：賛成です。', ''])
    expect(shown.decisions.map(({ text }) => text)).toEqual(['了承した。'])
    expect(shown.presentNames).toEqual([])
    expect(JSON.stringify(shown)).not.toContain('秘密')
  })

  test('those who only read do not see minutes before they are public', async () => {
    const context = contextAs('secretariat')
    const { meetingId, openId, closedId } = await held(context, 3)
    await writeMinutes(context, {
      meetingId,
      revision: 3,
      minutes: [{ agendaItemId: openId, text: '途中の案' }],
    })
    expect(JSON.stringify(await getMeeting(as('viewer', context), meetingId))).not.toContain('途中の案')
    await expect(getMeeting(as('member', context), meetingId)).rejects.toMatchObject({ kind: 'forbidden' })
    const closed = { ...decision, agendaItemId: closedId, text: '非公開の決定' }
    await recordDecision(context, { meetingId, revision: 4, ...closed })
    expect((await getMeeting(as('viewer', context), meetingId)).decisions).toEqual([])
    expect((await getMeeting(context, meetingId)).decisions).toHaveLength(1)
  })

  test('papers are public from the opening on; internal, closed and withdrawn ones never', async () => {
    const context = contextAs('secretariat')
    const { meetingId, ids, closedId } = await called(context)
    const file = {
      bytes: new Uint8Array([1]),
      name: '資料.pdf',
      contentType: 'application/pdf',
      sha256: 'a'.repeat(64),
    }
    const paper = { meetingId, agendaItemId: undefined, label: '資料1', title: '素案', isPublic: true, file }
    const paperId = await addPaper(context, paper)
    const inside = await addPaper(context, { ...paper, label: '資料2', isPublic: false })
    const closed = await addPaper(context, { ...paper, label: '資料3', agendaItemId: closedId })
    const resident = contextAs('public')
    await expect(getPublicPaper(resident, meetingId, paperId)).rejects.toMatchObject({ kind: 'not-found' })
    const attendance = attended(ids, 3)
    await recordAttendance(context, { meetingId, revision: 2, attendance, observerCount: undefined })
    expect(await getPublicPaper(resident, meetingId, paperId)).toMatchObject({ label: '資料1' })
    for (const id of [inside, closed])
      await expect(getPublicPaper(resident, meetingId, id)).rejects.toMatchObject({ kind: 'not-found' })
    await withdrawPaper(context, { meetingId, paperId, reason: '個人の情報があったため' })
    await expect(getPublicPaper(resident, meetingId, paperId)).rejects.toMatchObject({ kind: 'not-found' })
    expect((await getPublicMeeting(resident, meetingId)).papers).toMatchObject([
      { label: '資料1', withdrawnReason: '個人の情報があったため' },
    ])
  })
})

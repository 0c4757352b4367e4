import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { type Body, sits } from '../core/bodies.ts'
import { type AgendaItem, callProblems, isShortNotice, type Meeting } from '../core/meetings.ts'
import { permissions } from '../core/permissions.ts'
import { getBody, getMeeting, listMeetings, type MeetingFile } from './queries.ts'
import { getInquiry } from './queries-inquiries.ts'
import { tables } from './tables.ts'

export type MeetingContent = Pick<Meeting, 'heldOn' | 'startsAt' | 'endsAt' | 'place' | 'observerSeats'> &
  Partial<Pick<Meeting, 'isWritten'>>

/** 会議を準備する: the next number of its body. */
export const prepareMeeting = command(
  permissions,
  'prepare-meeting',
  async (context, { bodyId, isWritten, ...content }: MeetingContent & { bodyId: string }) => {
    refuseAfterEnd(await getBody(context, bodyId), content.heldOn)
    const own = (await listMeetings(context)).filter((meeting) => meeting.bodyId === bodyId)
    const id = context.newId('mt')
    await tables(context)
      .insertInto('meetings')
      .values({
        ...content,
        id,
        bodyId,
        gathering: isWritten ? 'written' : 'gathered',
        number: Math.max(0, ...own.map(({ number }) => number)) + 1,
        observerSeats: content.observerSeats ?? null,
        observerCount: null,
        state: 'draft',
        calledOn: null,
        shortNoticeReason: '',
        cancelReason: '',
        confirmedBy: '',
        confirmedById: '',
        confirmedOn: null,
        publishedAt: null,
        checkUntil: null,
        onlineUrl: '',
        onlineOpensBefore: 60,
        onlineReplacedOn: null,
        onlineReplaceReason: '',
        revision: 1,
      })
      .execute()
    return id
  },
)

function refuseAfterEnd(body: Body, heldOn: string) {
  if (!sits(body, heldOn)) throw new Refusal('conflict', 'この会議体は、開催の日より前に解散しています')
}

type MeetingChange = { meetingId: string; revision: number; content: MeetingContent }

export const changeMeeting = command(
  permissions,
  'prepare-meeting',
  async (context, { meetingId, revision, content }: MeetingChange) => {
    const file = await meetingAt(context, { meetingId, revision }, ['draft', 'called'])
    const { meeting, answers } = file
    refuseAfterEnd(file.body, content.heldOn)
    const { isWritten = meeting.isWritten, ...values } = content
    if (isWritten !== meeting.isWritten && answers.length > 0)
      throw new Refusal('conflict', 'すでに書面の回答があるため、開き方は変えられません')
    await setMeeting(context, meetingId, {
      ...values,
      gathering: isWritten ? 'written' : 'gathered',
      observerSeats: content.observerSeats ?? null,
      revision,
    })
  },
)

export type AgendaContent = Pick<AgendaItem, 'title' | 'isOpen' | 'closedGround' | 'closedDecision'> &
  Partial<Pick<AgendaItem, 'inquiryId'>>

export const addAgendaItem = command(
  permissions,
  'prepare-meeting',
  async (context, { meetingId, isOpen, inquiryId, ...content }: AgendaContent & { meetingId: string }) => {
    const { agenda, meeting } = await getMeeting(context, meetingId)
    refuseUnless(meeting, ['draft', 'called', 'held'])
    if (inquiryId) await refuseForeignInquiry(context, { inquiryId, bodyId: meeting.bodyId })
    const id = context.newId('ai')
    const order = Math.max(0, ...agenda.map((item) => item.order)) + 1
    const openness = isOpen ? ('open' as const) : ('closed' as const)
    await tables(context)
      .insertInto('agendaItems')
      .values({ ...content, id, meetingId, order, openness, inquiryId: inquiryId ?? null, minutes: '' })
      .execute()
    return id
  },
)

/** An item speaks of an inquiry to this very body. */
export async function refuseForeignInquiry(
  context: Context,
  { inquiryId, bodyId }: { inquiryId: string; bodyId: string },
) {
  const inquiry = await getInquiry(context, inquiryId)
  found(inquiry.bodyId === bodyId ? inquiry : undefined, '諮問')
}

type Step = { meetingId: string; revision: number }

/** 招集する: residents see date, place and agenda from now on. Less than seven days before owes a reason. */
export const callMeeting = command(
  permissions,
  'call-meeting',
  async (context, { meetingId, revision, shortNoticeReason }: Step & { shortNoticeReason: string }) => {
    const { meeting, agenda } = await meetingAt(context, { meetingId, revision }, ['draft'])
    const today = tokyoDay(context.now)
    const [problem] = callProblems(meeting, agenda, today)
    if (problem) throw new Refusal('conflict', problem)
    if (isShortNotice(meeting.heldOn, today) && !shortNoticeReason)
      throw new Refusal('conflict', '開催まで7日ないときは、理由が必要です')
    await setMeeting(context, meetingId, { state: 'called', calledOn: today, shortNoticeReason, revision })
  },
)

/** 中止する: a meeting already announced stays to be seen, with the reason. */
export const cancelMeeting = command(
  permissions,
  'call-meeting',
  async (context, { meetingId, revision, cancelReason }: Step & { cancelReason: string }) => {
    await meetingAt(context, { meetingId, revision }, ['draft', 'called'])
    await setMeeting(context, meetingId, { state: 'cancelled', cancelReason, revision })
  },
)

export async function meetingAt(
  context: Context,
  { meetingId, revision }: Step,
  states: readonly Meeting['state'][],
): Promise<MeetingFile> {
  const file = await getMeeting(context, meetingId)
  refuseIfStale(file.meeting, revision)
  refuseUnless(file.meeting, states)
  return file
}

export function refuseUnless({ state }: Meeting, states: readonly Meeting['state'][]) {
  if (!states.includes(state)) throw new Refusal('conflict', 'この会議は、いまの段階ではその操作ができません')
}

type MeetingValues = { revision: number } & Partial<{
  gathering: 'gathered' | 'written' | 'talk'
  heldOn: string
  startsAt: string
  endsAt: string
  place: string
  observerSeats: number | null
  observerCount: number | null
  state: Meeting['state']
  calledOn: string
  shortNoticeReason: string
  cancelReason: string
  confirmedBy: string
  confirmedById: string
  confirmedOn: string
  publishedAt: string
  checkUntil: string
  onlineUrl: string
  onlineOpensBefore: number | null
  onlineReplacedOn: string | null
  onlineReplaceReason: string
}>

/** Writes a meeting on from the revision that was read. */
export async function setMeeting(
  context: Context,
  meetingId: string,
  { revision, ...values }: MeetingValues,
) {
  await tables(context)
    .updateTable('meetings')
    .set({ ...values, revision: revision + 1 })
    .where('id', '=', meetingId)
    .execute()
}

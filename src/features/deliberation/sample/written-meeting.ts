import { addDays, onOrAfter } from '#src/lib/japanese/business-days.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { addAgendaItem, callMeeting, prepareMeeting } from '../store/commands.ts'
import { closeWritten, takeDownAnswers } from '../store/commands-presence.ts'
import { recordDecision } from '../store/commands-records.ts'
import { getMeeting, listMembers } from '../store/queries.ts'

/** 書面開催 of the committee: called, answered on paper, closed and decided; its minutes are still to be written. */
export async function holdInWriting(context: Context, bodyId: string) {
  const heldOn = onOrAfter(addDays(tokyoDay(context.now), -6))
  const before = { ...context, now: new Date(`${addDays(heldOn, -10)}T01:00:00Z`) }
  const times = { heldOn, startsAt: '', endsAt: '', place: '', observerSeats: undefined, isWritten: true }
  const meetingId = await prepareMeeting(before, { bodyId, ...times })
  const open = { isOpen: true, closedGround: '', closedDecision: '' }
  const title = '策定方針の字句の修正（架空）'
  const agendaItemId = await addAgendaItem(before, { meetingId, title, ...open })
  await callMeeting(before, { meetingId, revision: 1, shortNoticeReason: '' })
  for (const { id: membershipId } of await listMembers(before, bodyId)) {
    const words = '修正に賛成します（架空の回答です）。'
    await takeDownAnswers(before, {
      meetingId,
      membershipId,
      answers: [{ agendaItemId, vote: 'for', words }],
    })
  }
  await closeWritten(context, { meetingId, revision: 2 })
  const { meeting } = await getMeeting(context, meetingId)
  await recordDecision(context, {
    meetingId,
    revision: meeting.revision,
    agendaItemId,
    kind: 'approved',
    text: '策定方針の字句の修正を了承した（架空）。',
    votesFor: 2,
    votesAgainst: 0,
    subjects: [],
  })
}

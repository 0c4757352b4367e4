import { enteredIn, readForm } from '#src/platform/form.ts'
import { answersIn, presenceForm } from '../../core/written-form.ts'
import { closeWritten, dropPresence, recordPresence, takeDownAnswers } from '../../store/commands-presence.ts'
import { recordShortfall } from '../../store/commands-records.ts'
import { getMeeting } from '../../store/queries.ts'
import { meetingAddress } from './deliberation-tabs.tsx'
import { type Act, save, step, wrong } from './meeting-acts.ts'

const presence: Act = async (context, { meetingId }, form) => {
  const read = readForm(presenceForm, form)
  const { entered } = read
  if (read.problems) return wrong(entered, read.problems)
  const { presenceOf: membershipId, presenceKind: kind, presenceItem: agendaItemId } = read.values
  const change = { membershipId, kind, agendaItemId, note: read.values.presenceNote.trim() }
  return save(context, recordPresence(context, { ...step(meetingId, entered), ...change }), {
    meetingId,
    entered,
  })
}

const drop: Act = async (context, { meetingId }, form) => {
  const entered = enteredIn(form)
  const dropping = dropPresence(context, { ...step(meetingId, entered), changeId: entered['changeId'] ?? '' })
  return save(context, dropping, { meetingId, entered })
}

const takeDown: Act = async (context, { meetingId }, form) => {
  const { agenda } = await getMeeting(context, meetingId)
  const read = answersIn(agenda, enteredIn(form))
  if (read.problems) return wrong(read.entered, read.problems)
  const membershipId = read.entered['answeredBy'] ?? ''
  await takeDownAnswers(context, { meetingId, membershipId, answers: read.answers })
  return { seeOther: `${meetingAddress(meetingId)}?notice=saved` }
}

const close: Act = async (context, { meetingId }, form) => {
  const entered = enteredIn(form)
  return save(context, closeWritten(context, step(meetingId, entered)), { meetingId, entered })
}

const shortfall =
  (outcome: 'adjourned' | 'talk'): Act =>
  (context, { meetingId }, form) => {
    const entered = enteredIn(form)
    const saving = recordShortfall(context, { ...step(meetingId, entered), outcome })
    return save(context, saving, { meetingId, entered })
  }

/** 途中の出入り, 書面開催, 流会 and 懇談, by the button pressed. */
export const presenceActs: Readonly<Record<string, Act>> = {
  presence,
  'drop-presence': drop,
  'take-down': takeDown,
  'close-written': close,
  adjourned: shortfall('adjourned'),
  talk: shortfall('talk'),
}

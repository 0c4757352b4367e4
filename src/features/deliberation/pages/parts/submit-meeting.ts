import { listFollowUps } from '#src/features/planning-process/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { enteredIn, entriesOf, readForm } from '#src/platform/form.ts'
import {
  agendaForm,
  askForm,
  confirmForm,
  decisionForm,
  meetingForm,
  observerField,
} from '../../core/forms.ts'
import { type AttendanceWay, attendanceLabels, followedWords, isShortNotice } from '../../core/meetings.ts'
import { quorumAt } from '../../core/presence.ts'
import { castingProblem, decisionProblem } from '../../core/rules-of-order.ts'
import { addAgendaItem, callMeeting, cancelMeeting, changeMeeting } from '../../store/commands.ts'
import { askForCheck } from '../../store/commands-drafts.ts'
import {
  confirmMinutes,
  dropDecision,
  publishMinutes,
  recordAttendance,
  recordDecision,
  writeMinutes,
} from '../../store/commands-records.ts'
import { getMeeting } from '../../store/queries.ts'
import { meetingAddress } from './deliberation-tabs.tsx'
import { type Act, type Outcome, type Place, save, step, wrong } from './meeting-acts.ts'
import { subjectGroups } from './subjects.ts'
import { correctionActs } from './submit-corrections.ts'
import { noticeActs } from './submit-notice.ts'
import { paperActs } from './submit-papers.ts'
import { presenceActs } from './submit-presence.ts'

/** What the forms of a meeting do, by the button pressed. */
export async function submitMeeting(context: Context, place: Place, form: FormData): Outcome {
  const act = acts[enteredIn(form)['act'] ?? '']
  if (!act) throw new Refusal('not-found', '操作が見つかりません')
  return act(context, place, form)
}

const change: Act = async (context, { meetingId }, form) => {
  const read = readForm(meetingForm, form)
  if (read.problems) return wrong(read.entered, read.problems)
  const { entered, values: content } = read
  return save(context, changeMeeting(context, { ...step(meetingId, entered), content }), {
    meetingId,
    entered,
  })
}

const agenda: Act = async (context, { meetingId }, form) => {
  const read = readForm(agendaForm, form)
  if (read.problems) return wrong(read.entered, read.problems)
  const { agendaTitle: title, ...content } = read.values
  await addAgendaItem(context, { meetingId, title, ...content })
  return { seeOther: `${meetingAddress(meetingId)}?notice=added` }
}

const call: Act = async (context, { meetingId }, form) => {
  const entered = enteredIn(form)
  const shortNoticeReason = (entered['shortNoticeReason'] ?? '').trim()
  const { meeting } = await getMeeting(context, meetingId)
  if (isShortNotice(meeting.heldOn, tokyoDay(context.now)) && !shortNoticeReason)
    return wrong(entered, { shortNoticeReason: '開催まで7日ないときは、理由を書いてください' })
  const calling = callMeeting(context, { ...step(meetingId, entered), shortNoticeReason })
  return save(context, calling, { meetingId, entered })
}

const cancel: Act = async (context, { meetingId }, form) => {
  const entered = enteredIn(form)
  const cancelReason = (entered['cancelReason'] ?? '').trim()
  if (!cancelReason) return wrong(entered, { cancelReason: '中止の理由を書いてください' })
  return save(context, cancelMeeting(context, { ...step(meetingId, entered), cancelReason }), {
    meetingId,
    entered,
  })
}

const attendance: Act = async (context, { meetingId }, form) => {
  const entered = enteredIn(form)
  const { members } = await getMeeting(context, meetingId)
  const observers = observerField.safeParse(entered['observerCount'] ?? '')
  if (!observers.success) return wrong(entered, { observerCount: '傍聴した人の数は数字で書いてください' })
  const recorded = members.map(({ id }) => {
    const way = entered[`way-${id}`] ?? ''
    return { membershipId: id, way: (way in attendanceLabels ? way : 'absent') as AttendanceWay, note: '' }
  })
  const given = { ...step(meetingId, entered), attendance: recorded, observerCount: observers.data }
  return save(context, recordAttendance(context, given), { meetingId, entered })
}

const decision: Act = async (context, { meetingId }, form) => {
  form.set('agendaItemId', form.get('decisionItemId') ?? '')
  const read = readForm(decisionForm, form)
  const subjects = entriesOf(form, 'subject')
  const entered = { ...read.entered, subjects: subjects.join(' ') }
  if (read.problems) return wrong(entered, read.problems)
  const { values } = read
  const known = new Set(
    Object.values(await subjectGroups(context)).flatMap((group) => group.map(({ id }) => id)),
  )
  if (!subjects.every((id) => known.has(id)))
    return wrong(entered, { subjects: '選んだものが見つかりません。もう一度選んでください' })
  const file = await getMeeting(context, meetingId)
  const check = quorumAt(file, values.agendaItemId)
  if (values.kind !== 'reported' && !check.isMet)
    return wrong(entered, { kind: '定足数に足りないため、決定はできません。「報告」だけを記録できます' })
  if ((values.votesFor ?? 0) + (values.votesAgainst ?? 0) > check.present)
    return wrong(entered, { votesFor: `賛否の数が、出席した委員の数（${check.present}人）を超えています` })
  const problem =
    decisionProblem(file.body.decisionRule, check.present, values) ?? castingProblem(file, values)
  if (problem) return wrong(entered, { votesFor: problem })
  const given = { ...step(meetingId, entered), ...values, subjects }
  return save(context, recordDecision(context, given), { meetingId, entered })
}

const withdrawDecision: Act = async (context, { meetingId }, form) => {
  const entered = enteredIn(form)
  const decisionId = entered['decisionId'] ?? ''
  if ((await listFollowUps(context, [decisionId])).length > 0)
    return wrong(entered, { decisionId: followedWords })
  return save(context, dropDecision(context, { ...step(meetingId, entered), decisionId }), {
    meetingId,
    entered,
  })
}

const minutes: Act = async (context, { meetingId }, form) => {
  const entered = enteredIn(form)
  const { agenda: items } = await getMeeting(context, meetingId)
  const written = items.map(({ id }) => ({ agendaItemId: id, text: (entered[`minutes-${id}`] ?? '').trim() }))
  const saving = writeMinutes(context, { ...step(meetingId, entered), minutes: written })
  return save(context, saving, { meetingId, entered })
}

const ask: Act = async (context, { meetingId }, form) => {
  const read = readForm(askForm, form)
  const { entered } = read
  if (read.problems) return wrong(entered, read.problems)
  if (read.values.checkUntil < tokyoDay(context.now))
    return wrong(entered, { checkUntil: '確認の締切が過ぎた日になっています' })
  const asking = askForCheck(context, { ...step(meetingId, entered), ...read.values })
  return save(context, asking, { meetingId, entered })
}

const confirm: Act = async (context, { meetingId }, form) => {
  const read = readForm(confirmForm, form)
  const { entered } = read
  if (read.problems) return wrong(entered, read.problems)
  const { meeting, agenda: items } = await getMeeting(context, meetingId)
  if (read.values.confirmedOn < meeting.heldOn)
    return wrong(entered, { confirmedOn: '確定の日が、開催の日より前になっています' })
  if (items.every((item) => item.minutes === ''))
    return wrong(entered, { confirmedBy: '先に会議録の案を書いて、保存してください' })
  const saving = confirmMinutes(context, { ...step(meetingId, entered), ...read.values })
  return save(context, saving, { meetingId, entered })
}

const publish: Act = async (context, { meetingId }, form) => {
  const entered = enteredIn(form)
  await publishMinutes(context, step(meetingId, entered))
  return { seeOther: `${meetingAddress(meetingId)}?notice=published` }
}

const acts: Readonly<Record<string, Act>> = {
  change,
  agenda,
  call,
  cancel,
  attendance,
  decision,
  'drop-decision': withdrawDecision,
  minutes,
  ask,
  confirm,
  publish,
  ...noticeActs,
  ...paperActs,
  ...presenceActs,
  ...correctionActs,
}

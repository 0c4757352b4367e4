import { readForm } from '#src/platform/form.ts'
import { corrected, erratumForm, erratumProblem } from '../../core/errata.ts'
import { onlineForm } from '../../core/online-link.ts'
import { correctMinutes } from '../../store/commands-errata.ts'
import { keepOnlineLink } from '../../store/commands-online.ts'
import { getMeeting } from '../../store/queries.ts'
import { meetingAddress } from './deliberation-tabs.tsx'
import { type Act, save, step, wrong } from './meeting-acts.ts'

const online: Act = async (context, { meetingId }, form) => {
  const read = readForm(onlineForm, form)
  const { entered } = read
  if (read.problems) return wrong(entered, read.problems)
  const { meeting } = await getMeeting(context, meetingId)
  const { onlineUrl, onlineReplaceReason } = read.values
  if (onlineUrl && !meeting.startsAt)
    return wrong(entered, { onlineUrl: '先に「日時と場所を直す」で、始まりの時刻を書いてください' })
  const isNew = meeting.state !== 'draft' && meeting.onlineUrl !== '' && meeting.onlineUrl !== onlineUrl
  if (isNew && !onlineReplaceReason)
    return wrong(entered, { onlineReplaceReason: '差し替えの理由を書いてください' })
  const saving = keepOnlineLink(context, { ...step(meetingId, entered), ...read.values })
  return save(context, saving, { meetingId, entered })
}

const erratum: Act = async (context, { meetingId }, form) => {
  const read = readForm(erratumForm, form)
  const { entered } = read
  if (read.problems) return wrong(entered, read.problems)
  const { erratumItemId: agendaItemId, erratumReason: reason, ...words } = read.values
  const { agenda, errata } = await getMeeting(context, meetingId)
  const minutes = agenda.find(({ id }) => id === agendaItemId)?.minutes ?? ''
  const before = errata.filter((one) => one.agendaItemId === agendaItemId)
  const problem = erratumProblem(corrected(minutes, before), words)
  if (problem) return wrong(entered, { oldWords: problem })
  await correctMinutes(context, { meetingId, agendaItemId, reason, ...words })
  return { seeOther: `${meetingAddress(meetingId)}?notice=saved` }
}

export const correctionActs: Readonly<Record<string, Act>> = { online, erratum }

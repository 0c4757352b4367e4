import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { enteredIn, entriesOf, readForm } from '#src/platform/form.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { noticeForm } from '../../core/notice-form.ts'
import { recordNotices, sendNotices } from '../../store/commands-notices.ts'
import { type Act, save, step, wrong } from './meeting-acts.ts'

const send: Act = async (context, { meetingId, folder, site, wakeMails }, form) => {
  const entered = enteredIn(form)
  const sending = sendNotices(context, { ...step(meetingId, entered), site, sealer: openSealer(folder) })
  const outcome = await save(context, sending, { meetingId, entered })
  wakeMails()
  return outcome
}

const record: Act = async (context, { meetingId }, form) => {
  const read = readForm(noticeForm, form)
  const membershipIds = entriesOf(form, 'told')
  const entered = { ...read.entered, told: membershipIds.join(' ') }
  if (read.problems) return wrong(entered, read.problems)
  if (membershipIds.length === 0) return wrong(entered, { told: '知らせた委員を選んでください' })
  if (read.values.givenOn > tokyoDay(context.now))
    return wrong(entered, { givenOn: '知らせた日が、先の日になっています' })
  const given = { ...step(meetingId, entered), ...read.values, membershipIds }
  return save(context, recordNotices(context, given), { meetingId, entered })
}

/** 委員への通知, by the button pressed. */
export const noticeActs: Readonly<Record<string, Act>> = { 'send-notices': send, 'record-notices': record }

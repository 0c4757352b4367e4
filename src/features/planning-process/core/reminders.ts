import { addDays, onOrAfter, onOrBefore } from '#src/lib/japanese/business-days.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { isOpen, type Task } from './schedule.ts'

/** A week and a day before, and the day after, unless the city says otherwise. */
export const defaultReminderDays: readonly number[] = [7, 1, -1]
const mostReminders = 6

export const daysIn = (kept: string): number[] => kept.split(',').filter(Boolean).map(Number)

/** 「7、1、-1」 as people type it; none is allowed and means no reminders. Undefined where it cannot be read. */
export function readReminderDays(typed: string): number[] | undefined {
  const parts = typed
    .normalize('NFKC')
    .replaceAll(/[−ー–]/g, '-')
    .split(/[\s,、，日前後]+/)
    .filter(Boolean)
  const days = [...new Set(parts.map((part) => (/^-?\d{1,2}$/.test(part) ? Number(part) : Number.NaN)))]
  const isFine = days.length <= mostReminders && days.every((day) => day >= -30 && day <= 60)
  return isFine ? days.sort((a, b) => b - a) : undefined
}

/** The day on which a reminder goes out: on closed days the business day before, after the end the next one. */
const sentOn = ({ plannedEnd }: Pick<Task, 'plannedEnd'>, before: number) =>
  before >= 0 ? onOrBefore(addDays(plannedEnd, -before)) : onOrAfter(addDays(plannedEnd, -before))

type Days = { after: string; today: string; reminderDays: readonly number[] }

/**
 * The open tasks somebody is reminded of, the nearest end first: those with a reminder on a day after the last one on which
 * reminders went out. A process that stood still for a week says everything once, not seven times.
 */
export function tasksToRemind(tasks: readonly Task[], { after, today, reminderDays }: Days): Task[] {
  const isDue = (task: Task) =>
    reminderDays.some((before) => {
      const day = sentOn(task, before)
      return day > after && day <= today
    })
  return tasks
    .filter((task) => isOpen(task) && isDue(task))
    .sort((a, b) => (a.plannedEnd < b.plannedEnd ? -1 : a.plannedEnd > b.plannedEnd ? 1 : a.order - b.order))
}

type ReminderMail = { unit: string; tasks: readonly Task[]; today: string; site: string }

/** One mail for one unit and day, to whoever has the post today: no names. */
export function reminderMail({ unit, tasks, today, site }: ReminderMail): { subject: string; text: string } {
  const late = tasks.filter(({ plannedEnd }) => plannedEnd < today)
  const coming = tasks.filter(({ plannedEnd }) => plannedEnd >= today)
  const line = ({ title, plannedEnd, id }: Task) =>
    `・${title}\n　期限 ${eraDay(plannedEnd)}\n　${site}/staff/process/tasks/${id}`
  const part = (heading: string, some: readonly Task[]) =>
    some.length > 0 ? [heading, ...some.map(line), ''] : []
  return {
    subject: `総合計画の策定：期限のお知らせ（${tasks.length}件）`,
    text: [
      `${unit} 御中`,
      '',
      ...part(`期限を過ぎた作業（${late.length}件）`, late),
      ...part(`期限が近い作業（${coming.length}件）`, coming),
      '進みぐあいは、上のアドレスの画面で記録してください。記録すると、お知らせは止まります。',
      'このメールは自動で送っています。',
    ].join('\n'),
  }
}

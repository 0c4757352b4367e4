import { addDays, holidayName, isBusinessDay } from '#src/lib/japanese/business-days.ts'
import { weekdayOf } from '#src/lib/japanese/day-words.ts'
import type { Task } from './schedule.ts'

export const entryLabels = {
  meeting: '会議',
  session: '議会',
  milestone: '節目',
  begins: '始まり',
  deadline: '期限',
} as const
export type EntryKind = keyof typeof entryLabels

/** What stands on a day: a meeting, the opening or closing of an assembly's session, a milestone, the first or the last day of a task. */
export type MonthEntry = {
  id: string
  day: string
  kind: EntryKind
  title: string
  href: string
  remark: string
}

export type MonthDay = {
  day: string
  isInMonth: boolean
  /** 国民の祝日, by name. */
  holiday: string | undefined
  isBusinessDay: boolean
  entries: MonthEntry[]
}

export const isMonth = (typed: string) => /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(typed)

/** The month so many months later. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number)
  const months = year * 12 + at - 1 + count
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** A month as whole weeks from Sunday to Saturday, each day with what stands on it. */
export function weeksOf(month: string, entries: readonly MonthEntry[]): MonthDay[][] {
  const first = `${month}-01`
  const start = addDays(first, -weekdayOf(first))
  const last = addDays(`${monthAfter(month, 1)}-01`, -1)
  const weeks: MonthDay[][] = []
  for (let sunday = start; sunday <= last; sunday = addDays(sunday, 7))
    weeks.push(
      Array.from({ length: 7 }, (_, at) => {
        const day = addDays(sunday, at)
        const isInMonth = day.startsWith(month)
        return {
          day,
          isInMonth,
          holiday: holidayName(day),
          isBusinessDay: isBusinessDay(day),
          entries: isInMonth ? inOrder(entries.filter((entry) => entry.day === day)) : [],
        }
      }),
    )
  return weeks
}

const kinds = Object.keys(entryLabels) as EntryKind[]
const inOrder = (entries: readonly MonthEntry[]) =>
  [...entries].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))

/** The days of the schedule: a milestone stands on its (last) day, a task on the first and the last. */
export function taskEntries(
  tasks: readonly Task[],
  { addressOf, remarkOf }: { addressOf: (task: Task) => string; remarkOf: (task: Task) => string },
): MonthEntry[] {
  return tasks
    .filter(({ state }) => state !== 'cancelled')
    .flatMap((task): MonthEntry[] => {
      const { id, title, kind, plannedStart, plannedEnd } = task
      const own = { title, href: addressOf(task), remark: remarkOf(task) }
      if (kind === 'milestone') return [{ ...own, id, day: plannedEnd, kind: 'milestone' }]
      const end: MonthEntry = { ...own, id: `${id}-end`, day: plannedEnd, kind: 'deadline' }
      if (plannedStart === plannedEnd) return [end]
      return [{ ...own, id: `${id}-start`, day: plannedStart, kind: 'begins', remark: '' }, end]
    })
}

type Session = { id: string; name: string; startsOn: string; endsOn: string }

/** The sessions of an assembly (会期) on the days on which they open and close. */
export const sessionEntries = (sessions: readonly Session[], href: string): MonthEntry[] =>
  sessions.flatMap(({ id, name, startsOn, endsOn }): MonthEntry[] => {
    const own = { kind: 'session' as const, title: name, href: `${href}#${id}` }
    if (startsOn === endsOn) return [{ ...own, id, day: startsOn, remark: '開会・閉会' }]
    return [
      { ...own, id: `${id}-start`, day: startsOn, remark: '開会' },
      { ...own, id: `${id}-end`, day: endsOn, remark: '閉会' },
    ]
  })

/** Every month from the first to the last of some days. */
export function monthsOf(days: readonly string[]): string[] {
  const months = days.map((day) => day.slice(0, 7)).sort()
  const [first, last] = [months[0], months.at(-1)]
  const all: string[] = []
  if (first && last) for (let month = first; month <= last; month = monthAfter(month, 1)) all.push(month)
  return all
}

import type { Owner } from '#src/features/organization/core/ownership.ts'
import { daysBetween } from '#src/lib/japanese/business-days.ts'
import { shortDay, weekdayWord } from '#src/lib/japanese/day-words.ts'

/** A number of work waiting on 今日, with where to go for it. */
export type TodayFigure = { label: string; href: string; value: number; unit: string; note: string }

/** Something to do, from whatever room. */
export type TodayWork = {
  id: string
  title: string
  href: string
  note: string
  /** Until when; undefined where no day was named. */
  dueOn: string | undefined
  state: { words: string; tone: 'error' | 'warn' | 'info' | 'quiet' }
}

/** A day to keep in mind. */
export type NearDay = { id: string; day: string; title: string; href: string }

/** What one room has for 今日: work waiting in numbers, things to do, days to keep in mind. */
export type RoomToday = { figures: TodayFigure[]; work: TodayWork[]; days: NearDay[] }

/** Who asks, and on which day. */
export type Asking = {
  today: string
  owner: Owner
  isSecretariat: boolean
  unitName: (unitId: string) => string
}

export const nothingToday: RoomToday = { figures: [], work: [], days: [] }

const most = { work: 8, days: 6 }

/** What is late first, then what is due next, then what has no day. */
export function nextWork(all: readonly TodayWork[]): { shown: TodayWork[]; more: number } {
  const sorted = all.toSorted((a, b) => byText(a.dueOn ?? '9999', b.dueOn ?? '9999') || byText(a.id, b.id))
  return { shown: sorted.slice(0, most.work), more: Math.max(0, sorted.length - most.work) }
}

/** The next days from today on, up to 30 ahead. */
export const nearDays = (all: readonly NearDay[], today: string): NearDay[] =>
  all
    .filter(({ day }) => day >= today && daysBetween(today, day) <= 30)
    .sort((a, b) => byText(a.day, b.day) || byText(a.id, b.id))
    .slice(0, most.days)

/** きのう, 今日, あす, or 11月21日. */
export function nearDayWords(day: string, today: string): string {
  const ahead = daysBetween(today, day)
  if (ahead === 0) return '今日'
  if (ahead === 1) return 'あす'
  if (ahead === -1) return 'きのう'
  return shortDay(day)
}

/** 11月28日（土） */
export const dayOfWeekWords = (day: string): string => `${shortDay(day)}（${weekdayWord(day)}）`

/** The first names, and how many more: 道路課・税務課・会計課 ほか2. */
export function namesWords(names: readonly string[]): string {
  const rest = names.length - 3
  return names.slice(0, 3).join('・') + (rest > 0 ? ` ほか${rest}` : '')
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

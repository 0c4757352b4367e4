import { hoursWords } from '#src/features/deliberation/core/meetings.ts'
import { addDays } from '#src/lib/japanese/business-days.ts'
import { shortDay, weekdayWord } from '#src/lib/japanese/day-words.ts'

/** Something residents can go to or answer. */
export type Coming = {
  id: string
  /** The day it takes place, or the last day to answer. */
  day: string
  /** `HH:MM`, or empty. */
  startsAt: string
  endsAt: string
  isUntil: boolean
  title: string
  href: string
  note: string
  /** What it is, or how to take part, in a word. */
  label: string
}

const mostComing = 4

/** What comes next for residents, the next first. What is over is left out. */
export const comingNext = (all: readonly Coming[], today: string): Coming[] =>
  all
    .filter(({ day }) => day >= today)
    .sort((a, b) => (a.day + a.startsAt + a.id < b.day + b.startsAt + b.id ? -1 : 1))
    .slice(0, mostComing)

/** 今日, あす, or what it is. */
export function nearWords(
  { day, label, isUntil }: Coming,
  today: string,
): { words: string; isNear: boolean } {
  const until = isUntil ? 'まで' : ''
  if (day === today) return { words: `今日${until}`, isNear: true }
  if (day === addDays(today, 1)) return { words: `あす${until}`, isNear: true }
  return { words: label, isNear: false }
}

/** 12月14日（月） and 14時〜16時: the year is that of today or the next, and left out. */
export function dayAndTime({ day, startsAt, endsAt, isUntil }: Coming): { day: string; time: string } {
  const words = `${shortDay(day)}（${weekdayWord(day)}）`
  return { day: isUntil ? `${words}まで` : words, time: hoursWords({ startsAt, endsAt }) }
}

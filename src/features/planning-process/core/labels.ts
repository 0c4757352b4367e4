import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { shownSpan } from './gantt.ts'
import type { Lateness } from './lateness.ts'
import type { Span, Task } from './schedule.ts'

/** 令和8年8月3日〜12月28日; the era and year are said once where both days share them. */
export function spanWords({ start, end }: Span): string {
  if (start === end) return eraDay(start)
  const [from, to] = [eraDay(start), eraDay(end)]
  const year = /^\D+\d*元?年/
  const sameYear = from.match(year)?.[0] === to.match(year)?.[0]
  return `${from}〜${sameYear ? to.replace(year, '') : to}`
}

/** 11月27日 */

/** 期限を3日過ぎています (business days) */
export function latenessWords({ kind, businessDays }: Lateness): string {
  return kind === 'end'
    ? `期限を${businessDays}開庁日過ぎています`
    : `着手の予定を${businessDays}開庁日過ぎています`
}

/** What was, as far as something was: begun, or from when to when. */
export function actualWords(task: Task): string | undefined {
  const { actualStart, actualEnd, kind } = task
  if (actualEnd) return kind === 'milestone' || !actualStart ? eraDay(actualEnd) : spanWords(shownSpan(task))
  return actualStart ? `${eraDay(actualStart)}〜` : undefined
}

/** The month a planned day lies in, for residents: 令和9年2月. */
export const monthWords = (day: string) => eraDay(day).replace(/\d+日$/, '')

export const changeWords = ({ from, to }: { from: Span; to: Span }) => `${spanWords(from)} → ${spanWords(to)}`

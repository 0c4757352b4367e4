import holidays from '@holiday-jp/holiday_jp/lib/holidays.js'

/** The days on which an office is closed besides weekends and national holidays. */
export type ClosedDays = (day: string) => boolean

/** 12月29日 to 1月3日: the closing days of town halls by the usual ordinance (市の休日を定める条例). */
export const yearEndClosing: ClosedDays = (day) => /-(12-(29|3[01])|01-0[1-3])$/.test(day)

/** The name of the national holiday a day is (国民の祝日, also 振替休日), by the published list. */
export function holidayName(day: string): string | undefined {
  const known = holidays as Readonly<Record<string, { name: string }>>
  return Object.hasOwn(known, day) ? known[day]?.name : undefined
}

/** A day some days later (or earlier) in the calendar. */
export function addDays(day: string, count: number): string {
  const moved = new Date(instantOf(day) + count * oneDay)
  return moved.toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative where the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((instantOf(to) - instantOf(from)) / oneDay)

export function isBusinessDay(day: string, isClosed: ClosedDays = yearEndClosing): boolean {
  const weekday = new Date(instantOf(day)).getUTCDay()
  return weekday !== 0 && weekday !== 6 && holidayName(day) === undefined && !isClosed(day)
}

/** The day itself where the office is open, otherwise the next one on which it is. */
export const onOrAfter = (day: string): string => (isBusinessDay(day) ? day : onOrAfter(addDays(day, 1)))

/** The day itself where the office is open, otherwise the last one before on which it was. */
export const onOrBefore = (day: string): string => (isBusinessDay(day) ? day : onOrBefore(addDays(day, -1)))

/** The day so many business days later; earlier where the count is negative. A closed day counts from the next open one. */
export function addBusinessDays(day: string, count: number): string {
  const step = count < 0 ? -1 : 1
  let at = onOrAfter(day)
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step)
    if (isBusinessDay(at)) left--
  }
  return at
}

/** How many business days lie after the first day up to the second; negative where the second is earlier. */
export function businessDaysBetween(from: string, to: string): number {
  if (to < from) return -businessDaysBetween(to, from)
  let count = 0
  for (let at = from; at < to; ) {
    at = addDays(at, 1)
    if (isBusinessDay(at)) count++
  }
  return count
}

const oneDay = 24 * 60 * 60 * 1000

function instantOf(day: string): number {
  const instant = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(instant)) throw new RangeError(`no day: ${day}`)
  return instant
}

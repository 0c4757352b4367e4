import type { Channel } from './labels.ts'

/** 保存の期限: for how many years the words of a channel are kept. Without a rule they are kept for good. */
export type Retention = { channel: Channel; years: number }

/** The last day on which words received on a day are kept. 29 February ends on the 28th where there is none. */
export function retentionDay(receivedOn: string, years: number): string {
  const year = Number(receivedOn.slice(0, 4)) + years
  const rest = receivedOn.slice(4)
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return `${String(year).padStart(4, '0')}${rest === '-02-29' && !isLeap ? '-02-28' : rest}`
}

/** Received on or before this day, words are past their time on `day`. */
export const isPastRetention = (receivedOn: string, years: number, day: string) =>
  retentionDay(receivedOn, years) < day

export const retentionYears = [1, 3, 5, 10, 30] as const

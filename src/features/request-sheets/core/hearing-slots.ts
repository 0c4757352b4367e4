import { z } from 'zod'
import { dayField } from '#src/features/organization/core/read-day.ts'
import { words } from './form-words.ts'

/** ヒアリングの枠. `sheetId` is the sheet of the unit that took it. */
export type HearingSlot = {
  id: string
  roundId: string
  heldOn: string
  startsAt: string
  endsAt: string
  place: string
  sheetId: string | undefined
  revision: number
}

const timeField = (label: string) =>
  z.string().transform((typed, context) => {
    const parts = /^(\d{1,2})[:：時](\d{1,2})?分?$/.exec(typed.normalize('NFKC').trim())
    const [hour, minute] = [Number(parts?.[1] ?? 99), Number(parts?.[2] ?? 0)]
    if (hour <= 23 && minute <= 59)
      return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    context.addIssue({ code: 'custom', message: `${label}は「13:30」のように書いてください` })
    return z.NEVER
  })

const minutesField = z.string().transform((typed, context) => {
  const minutes = Number(typed.normalize('NFKC').trim())
  if (Number.isInteger(minutes) && minutes >= 10 && minutes <= 240) return minutes
  context.addIssue({ code: 'custom', message: '1枠の長さは10から240までの整数（分）で書いてください' })
  return z.NEVER
})

/** A day is divided into slots of one length. */
export const slotsForm = z.object({
  heldOn: dayField('日'),
  startsAt: timeField('始まり'),
  endsAt: timeField('終わり'),
  minutes: minutesField,
  place: words('場所', 60),
})
export type SlotsForm = z.infer<typeof slotsForm>

export const mostSlots = 40

/** The slots of a day: as many whole ones as fit between start and end. */
export function slotTimes({ startsAt, endsAt, minutes }: Pick<SlotsForm, 'startsAt' | 'endsAt' | 'minutes'>) {
  const [from, to] = [minutesOf(startsAt), minutesOf(endsAt)]
  const count = Math.min(mostSlots, Math.max(0, Math.floor((to - from) / minutes)))
  return Array.from({ length: count }, (_, at) => ({
    startsAt: timeOf(from + at * minutes),
    endsAt: timeOf(from + (at + 1) * minutes),
  }))
}

const minutesOf = (time: string) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

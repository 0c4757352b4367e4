import { z } from 'zod'
import { addDays } from '#src/lib/japanese/business-days.ts'
import { hasOpened, type Meeting } from './meetings.ts'

/** When residents see the link, by the minutes before the beginning; the empty one: never. */
export const opensBeforeLabels = {
  '60': '始まりの1時間前から',
  '30': '始まりの30分前から',
  '15': '始まりの15分前から',
  '1440': '前の日の同じ時刻から',
  '': '市民には見せない（傍聴は会場だけ）',
} as const
type OpensBefore = keyof typeof opensBeforeLabels
export const usualOpensBefore: OpensBefore = '60'

export const onlineForm = z.object({
  onlineUrl: z
    .string()
    .default('')
    .transform((typed) => typed.normalize('NFKC').trim())
    .pipe(
      z.union([
        z.literal(''),
        z.url({ protocol: /^https$/, message: 'https:// で始まるアドレスを書いてください' }).max(500),
      ]),
    ),
  onlineOpensBefore: z
    .enum(Object.keys(opensBeforeLabels) as [OpensBefore], '市民に見せる時を選んでください')
    .transform((minutes) => (minutes === '' ? undefined : Number(minutes))),
  onlineReplaceReason: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(200, '差し替えの理由は200字以内で書いてください')),
})

type Times = Pick<Meeting, 'heldOn' | 'startsAt' | 'endsAt'>

/** Where nobody wrote when it ends. */
const usualHours = 6

/** From when to when a meeting lasts. One that ends at an earlier hour than it begins goes past midnight. */
export function lastsFrom({ heldOn, startsAt, endsAt }: Times): { start: Date; end: Date } {
  const start = new Date(`${heldOn}T${startsAt || '00:00'}:00+09:00`)
  if (!startsAt) return { start, end: new Date(`${addDays(heldOn, 1)}T00:00:00+09:00`) }
  if (!endsAt) return { start, end: new Date(start.getTime() + usualHours * 3_600_000) }
  const endsOn = endsAt <= startsAt ? addDays(heldOn, 1) : heldOn
  return { start, end: new Date(`${endsOn}T${endsAt}:00+09:00`) }
}

type Online = Times & Pick<Meeting, 'state' | 'onlineUrl' | 'onlineOpensBefore'>

/** Whether residents see the link now: from the minutes set before the beginning until the end. */
export function isLinkOpen(meeting: Online, now: Date): boolean {
  const { onlineUrl, onlineOpensBefore, state } = meeting
  if (!onlineUrl || onlineOpensBefore === undefined || !(state === 'called' || hasOpened(meeting)))
    return false
  const { start, end } = lastsFrom(meeting)
  return now.getTime() >= start.getTime() - onlineOpensBefore * 60_000 && now < end
}

/** Whether the link is still to be seen one day, so that the public page has to look at the clock. */
export const awaitsLink = (meeting: Online, now: Date): boolean =>
  meeting.onlineUrl !== '' &&
  meeting.onlineOpensBefore !== undefined &&
  (meeting.state === 'called' || hasOpened(meeting)) &&
  now < lastsFrom(meeting).end

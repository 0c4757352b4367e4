import { type Meeting, meetingNamer } from '#src/features/deliberation/core/meetings.ts'
import { permissions } from '#src/features/deliberation/core/permissions.ts'
import { listBodies, listMeetings } from '#src/features/deliberation/store/queries.ts'
import { permissions as sessionPermissions } from '#src/features/voices/core/permissions.ts'
import { sessionStateOn } from '#src/features/voices/core/session.ts'
import { listSessions } from '#src/features/voices/store/queries/sessions.ts'
import { daysBetween } from '#src/lib/japanese/business-days.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import {
  type Asking,
  type NearDay,
  namesWords,
  type RoomToday,
  type TodayFigure,
  type TodayWork,
} from '../../core/today.ts'

const daysOfWeek = 7

/** Meetings of bodies and sessions with residents: those of the next seven days, and minutes to be written. */
export async function meetingsToday(context: Context, { today, isSecretariat }: Asking): Promise<RoomToday> {
  const meetings = await readNamedMeetings(context)
  const days = [
    ...meetings.filter(({ state }) => state === 'draft' || state === 'called').map(dayOf),
    ...(await sessionDays(context, today)),
  ]
  const held = meetings.filter(({ state }) => state === 'held')
  return {
    figures: days.length > 0 || meetings.length > 0 ? [thisWeek(days, today)] : [],
    work: isSecretariat ? held.map((meeting) => minutesWork(meeting, today)) : [],
    days,
  }
}

type NamedMeeting = Meeting & { name: string }

async function readNamedMeetings(context: Context): Promise<NamedMeeting[]> {
  if (!mayDo(context.actor, permissions, 'read-meetings')) return []
  const nameOf = meetingNamer(await listBodies(context))
  return (await listMeetings(context)).map((meeting) => ({
    ...meeting,
    name: nameOf(meeting),
  }))
}

async function sessionDays(context: Context, today: string): Promise<NearDay[]> {
  if (!mayDo(context.actor, sessionPermissions, 'read-sessions')) return []
  return (await listSessions(context))
    .filter((session) => ['planned', 'announced'].includes(sessionStateOn(session, today)))
    .map(({ id, heldOn, title }) => ({ id, day: heldOn, title, href: `/staff/sessions/${id}` }))
}

const dayOf = ({ id, heldOn, name, isWritten }: NamedMeeting): NearDay => ({
  id,
  day: heldOn,
  title: isWritten ? `${name}（書面の締切）` : name,
  href: `/staff/meetings/${id}`,
})

function thisWeek(days: readonly NearDay[], today: string): TodayFigure {
  const next = days.filter(({ day }) => day >= today && daysBetween(today, day) < daysOfWeek)
  return {
    label: '7日以内の会議・会',
    href: '/staff/process/month',
    value: next.length,
    unit: '件',
    note: next.length > 0 ? namesWords(next.map(({ title }) => title)) : 'ありません',
  }
}

const minutesWork = ({ id, name, checkUntil }: NamedMeeting, today: string): TodayWork => ({
  id,
  title: checkUntil ? `会議録の確認を見届ける：${name}` : `会議録をまとめる：${name}`,
  href: `/staff/meetings/${id}`,
  note: '会議',
  dueOn: checkUntil,
  state:
    checkUntil && checkUntil < today
      ? { words: '期限超過', tone: 'error' }
      : { words: checkUntil ? '委員が確認中' : '記録中', tone: 'info' },
})

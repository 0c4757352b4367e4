import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Badge, type BadgeTone } from '#src/ui/parts.tsx'
import { type Session, type SessionState, sessionStateLabels } from '../../core/session.ts'

export const sessionsCrumb = { label: '参加の場', href: '/staff/sessions' }
export const sessionCrumb = ({ id, title }: Pick<Session, 'id' | 'title'>) => ({
  label: title,
  href: `/staff/sessions/${id}`,
})

const tones: Readonly<Record<SessionState, BadgeTone>> = {
  planned: 'quiet',
  announced: 'info',
  held: 'warn',
  reported: 'ok',
  cancelled: 'error',
}

export const SessionBadge = ({ state }: { state: SessionState }) => (
  <Badge tone={tones[state]}>{sessionStateLabels[state]}</Badge>
)

/** 令和8年7月12日 13:30〜15:30 */
export function dayWords({ heldOn, startsAt, endsAt }: Pick<Session, 'heldOn' | 'startsAt' | 'endsAt'>) {
  const times = startsAt && (endsAt ? ` ${startsAt}〜${endsAt}` : ` ${startsAt}から`)
  return `${eraDay(heldOn)}${times}`
}

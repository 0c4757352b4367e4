import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { fallsInto, sessionDaysWords } from '../core/assembly-session.ts'

export type Session = { id: string; name: string; startsOn: string; endsOn: string }
type Props = { what: string; day: string; sessions: readonly Session[] }

/** 議会会期中: a deadline on a day on which an assembly sits is told, never refused. */
export function SittingWarning({ what, day, sessions }: Props) {
  const sitting = sessions.filter((session) => fallsInto(session, { from: day, to: day }))
  if (sitting.length === 0) return null
  const names = sitting.map((session) => `${session.name}、${sessionDaysWords(session)}`).join('／')
  return (
    <p>
      <b>
        {what}の{eraDay(day)}は、議会の会期中です
      </b>
      （{names}）。課の手が空かないことがあります。
    </p>
  )
}

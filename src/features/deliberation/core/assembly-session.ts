import { z } from 'zod'
import { dayField } from '#src/features/organization/core/read-day.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'

export const sessionKindLabels = { regular: '定例会', extraordinary: '臨時会' } as const
export type SessionKind = keyof typeof sessionKindLabels
export const sessionKinds = Object.keys(sessionKindLabels) as [SessionKind]

/** 会期: the days from the opening to the closing of an assembly, both included. */
export type AssemblySession = {
  id: string
  bodyId: string
  kind: SessionKind
  /** 令和8年第4回定例会 */
  name: string
  startsOn: string
  endsOn: string
  revision: number
}

export type Days = { from: string; to: string }

/** Whether a session and some days, first and last included, have a day in common. */
export const fallsInto = ({ startsOn, endsOn }: Pick<AssemblySession, 'startsOn' | 'endsOn'>, days: Days) =>
  startsOn <= days.to && endsOn >= days.from

/** The other session of the same assembly that has a day in common with this one. */
export const findClash = (
  sessions: readonly AssemblySession[],
  { bodyId, startsOn, endsOn }: Pick<AssemblySession, 'bodyId' | 'startsOn' | 'endsOn'>,
  sessionId?: string,
) =>
  sessions.find(
    (other) =>
      other.id !== sessionId && other.bodyId === bodyId && fallsInto(other, { from: startsOn, to: endsOn }),
  )

/** How that is told. */
export const clashWords = ({ name }: AssemblySession) => `「${name}」と日が重なっています`

/** The session of an assembly a day falls into: an assembly has one at a time. */
export const sessionOn = (sessions: readonly AssemblySession[], bodyId: string, day: string) =>
  sessions.find((session) => session.bodyId === bodyId && fallsInto(session, { from: day, to: day }))

/** The one that goes on today, or else the next one; none where nothing is entered ahead. */
export function sessionAhead(
  sessions: readonly AssemblySession[],
  today: string,
): AssemblySession | undefined {
  return sessions
    .filter(({ endsOn }) => endsOn >= today)
    .reduce<AssemblySession | undefined>(
      (first, one) => (first && first.startsOn <= one.startsOn ? first : one),
      undefined,
    )
}

export const sessionDaysWords = ({ startsOn, endsOn }: Pick<AssemblySession, 'startsOn' | 'endsOn'>) =>
  `${eraDay(startsOn)}〜${eraDay(endsOn)}`

export const orderProblem = '閉会の日が、開会の日より前になっています'

/** What an official types for a session. */
export const sessionForm = z
  .object({
    bodyId: z.string().min(1, '議会を選んでください'),
    kind: z.enum(sessionKinds, '種類を選んでください'),
    name: z
      .string()
      .default('')
      .transform((text) => text.trim())
      .pipe(z.string().min(1, '会期の名前を書いてください').max(60, '会期の名前は60字以内で書いてください')),
    startsOn: dayField('開会の日'),
    endsOn: dayField('閉会の日'),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'], message: orderProblem })

import type { PurgeSubject } from './purge.ts'

/**
 * 自動廃棄の取り決め: two people agreed that what is past its day is destroyed every morning by the system, so that
 * nobody has to remember it. Anyone who may ask for a destruction may end it at once.
 */
export type PurgeOrder = {
  id: string
  subject: PurgeSubject
  orderedBy: string
  orderedAt: string
  agreedBy: string | undefined
  agreedAt: string | undefined
  endedAt: string | undefined
}

export const isInForce = ({ agreedAt, endedAt }: Pick<PurgeOrder, 'agreedAt' | 'endedAt'>) =>
  agreedAt !== undefined && endedAt === undefined

/** Four eyes: whoever asked for the order does not agree to it. */
export const mayAgree = (actor: { id: string }, { orderedBy }: Pick<PurgeOrder, 'orderedBy'>) =>
  actor.id !== orderedBy

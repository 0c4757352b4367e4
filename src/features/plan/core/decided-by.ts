import { z } from 'zod'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'

/** 決定: what a version was decided by, and when. `ref` is the register's address of the meeting or bill, if it is kept there. */
export type VersionDecision = { title: string; date: string; ref?: string }

/** A meeting or bill another room keeps, as a form offers it. */
export type DecidingPlace = { ref: string; words: string; day: string }

/** A place as a choice: with its day, by which meetings are told apart. */
export const placeLabel = ({ words, day }: DecidingPlace) => `${words}（${eraDay(day)}）`

/** The fields in which a decision is written, in words or by the place where it was taken. */
export const decisionFields = {
  decisionRef: z.string().default(''),
  decisionTitle: z.string().trim().max(200, '決定の名前は200字以内にしてください').default(''),
  decisionDate: z
    .union([z.literal(''), z.iso.date('決定の日は 2027-03-25 の形で書いてください')])
    .default(''),
}

type Typed = { decisionRef: string; decisionTitle: string; decisionDate: string }

/** Whether words and day come together; where a place is chosen it knows both. */
export const isWholeDecision = ({ decisionRef, decisionTitle, decisionDate }: Typed) =>
  decisionRef !== '' || (decisionTitle === '') === (decisionDate === '')

export const isDecided = ({ decisionRef, decisionTitle }: Typed) => decisionRef !== '' || decisionTitle !== ''

/**
 * The decision that was typed; what was left empty is told by the place. Undefined where nothing was written, `unknown`
 * where the place is none of those offered.
 */
export function decisionOf(
  { decisionRef, decisionTitle, decisionDate }: Typed,
  places: readonly DecidingPlace[],
): VersionDecision | 'unknown' | undefined {
  if (decisionRef === '') return decisionTitle ? { title: decisionTitle, date: decisionDate } : undefined
  const place = places.find(({ ref }) => ref === decisionRef)
  if (!place) return 'unknown'
  return { title: decisionTitle || place.words, date: decisionDate || place.day, ref: place.ref }
}

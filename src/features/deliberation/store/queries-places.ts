import type { Context } from '#src/platform/context.ts'
import { decisionWords, isPassed } from '../core/bill.ts'
import { hasOpened, meetingNamer } from '../core/meetings.ts'
import { refOfPlace } from '../core/place-address.ts'
import { listBodies, listMeetings } from './queries.ts'
import { listBills } from './queries-bills.ts'
import { listCitedMeetings } from './queries-decisions.ts'

/** Where a version of the plan can have been decided, by its address in the register. */
type Place = { ref: string; words: string; day: string }

/** Meetings that were held and bills that passed, the latest first. */
export async function listDecidingPlaces(context: Context): Promise<Place[]> {
  const nameOf = meetingNamer(await listBodies(context))
  const meetings = (await listMeetings(context)).filter(hasOpened).map((meeting) => ({
    ref: refOfPlace(meeting.id),
    words: nameOf(meeting),
    day: meeting.heldOn,
  }))
  const bills = (await listBills(context)).filter(isPassed).map((bill) => ({
    ref: refOfPlace(bill.id),
    words: decisionWords(bill),
    day: bill.resolvedOn ?? bill.submittedOn,
  }))
  return [...meetings, ...bills].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}

/** Of some addresses those residents can open, with their pages. A meeting in preparation is none of them. */
export async function listPublicPlaces(
  context: Context,
  refs: readonly string[],
): Promise<ReadonlyMap<string, { words: string; href: string }>> {
  const ids = refs
    .filter((ref) => ref.startsWith(refOfPlace('')))
    .map((ref) => ref.slice(refOfPlace('').length))
  if (ids.length === 0) return new Map()
  const meetings = await listCitedMeetings(context, ids)
  const bills = (await listBills(context)).filter(({ id }) => ids.includes(id))
  const open = [
    ...meetings.map(({ id, name }) => ({ id, words: name, href: `/meetings/${id}` })),
    ...bills.map((bill) => ({ id: bill.id, words: decisionWords(bill), href: `/meetings#${bill.id}` })),
  ]
  return new Map(open.map(({ id, ...place }) => [refOfPlace(id), place]))
}

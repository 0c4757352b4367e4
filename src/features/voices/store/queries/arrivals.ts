import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Method } from '../../core/labels.ts'
import { permissions } from '../../core/permissions.ts'
import { tables } from '../tables.ts'

export type Arrival = { day: string; method: Method; submissions: number }

/** How many submissions of a session or a call for comments arrived on which day, and how. What was withdrawn is left out. */
export async function countArrivals(context: Context, sessionRef: string): Promise<Arrival[]> {
  authorize(context, permissions, 'read-voices')
  const rows = await tables(context)
    .selectFrom('voiceSubmissions')
    .select(['receivedOn', 'method', ({ fn }) => fn.countAll<number>().as('submissions')])
    .where('sessionRef', '=', sessionRef)
    .where('withdrawnAt', 'is', null)
    .groupBy(['receivedOn', 'method'])
    .orderBy('receivedOn')
    .orderBy('method')
    .execute()
  return rows.map(({ receivedOn, submissions, ...row }) => ({
    ...row,
    day: receivedOn,
    submissions: Number(submissions),
  }))
}

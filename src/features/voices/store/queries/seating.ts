import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Guest } from '../../core/guest.ts'
import { permissions } from '../../core/permissions.ts'
import type { Seats } from '../../core/seat-plan.ts'
import { sessionTables } from '../session-tables.ts'

export type Seating = {
  guests: Guest[]
  seats: Seats
  tables: number
  oneStays: boolean
  draw: number
  revision: number
}

/** The seat plan of a session (席割り), as it was drawn; undefined while there is none. */
export async function findSeating(context: Context, sessionId: string): Promise<Seating | undefined> {
  authorize(context, permissions, 'edit-sessions')
  const row = await sessionTables(context)
    .selectFrom('voiceSeatings')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  return (
    row && {
      guests: JSON.parse(row.guests) as Guest[],
      seats: JSON.parse(row.seats) as Seats,
      tables: row.tables,
      oneStays: row.oneStays === 1,
      draw: row.draw,
      revision: row.revision,
    }
  )
}

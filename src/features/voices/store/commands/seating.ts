import { command } from '#src/platform/command.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import type { Guest } from '../../core/guest.ts'
import { permissions } from '../../core/permissions.ts'
import { seatPlan } from '../../core/seat-plan.ts'
import { findSeating } from '../queries/seating.ts'
import { getSession, listSessionTables, listSteps } from '../queries/sessions.ts'
import { sessionTables } from '../session-tables.ts'

type Drawing = {
  sessionId: string
  guests: readonly Guest[]
  oneStays: boolean
  /** 0 where there was no plan yet. */
  revision: number
}

/**
 * Draws the seats of a session (席割り) anew, for its tables and rounds. The session and the number of the draw are the
 * seed: nobody can favour anybody, and the same draw can be shown again.
 */
export const drawSeats = command(
  permissions,
  'edit-sessions',
  async (context, { sessionId, guests, oneStays, revision }: Drawing) => {
    await getSession(context, sessionId)
    const known = await findSeating(context, sessionId)
    refuseIfStale(known ?? { revision: 0 }, revision)
    const tables = (await listSessionTables(context, sessionId)).length
    const rounds = (await listSteps(context, sessionId)).filter(({ kind }) => kind === 'round').length
    if (tables < 2) throw new Refusal('conflict', '先に、テーブルを2つ以上つくってください')
    if (rounds < 1) throw new Refusal('conflict', '先に、進行にラウンドを加えてください')
    if (guests.length < tables) throw new Refusal('conflict', '人がテーブルより少なくなっています')
    const draw = (known?.draw ?? 0) + 1
    const seats = seatPlan(guests, { tables, rounds, oneStays, seed: `${sessionId}/${draw}` })
    const row = {
      guests: JSON.stringify(guests),
      seats: JSON.stringify(seats),
      tables,
      oneStays: oneStays ? 1 : 0,
      draw,
      revision: revision + 1,
    }
    await sessionTables(context).deleteFrom('voiceSeatings').where('sessionId', '=', sessionId).execute()
    await sessionTables(context)
      .insertInto('voiceSeatings')
      .values({ ...row, sessionId })
      .execute()
  },
)

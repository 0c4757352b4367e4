import { sql } from 'kysely'
import type { Database } from '../context.ts'

/** Whether the database answers within so many milliseconds. */
export async function answersIn(db: Database, milliseconds: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), milliseconds)
  const answer = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  const result = await Promise.race([answer, late])
  clearTimeout(timer)
  return result
}

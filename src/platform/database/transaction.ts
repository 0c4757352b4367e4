import { type Kysely, PostgresAdapter, sql } from 'kysely'
import type { Context, Database } from '../context.ts'

/**
 * Runs in one transaction, one writer at a time for a municipality.
 *
 * SQLite has a single writer anyway; on PostgreSQL a lock named after the schema gives the same,
 * so a command that reads, decides and writes is right on both without further thought.
 */
export async function inTransaction<Result>(context: Context, run: (inside: Context) => Promise<Result>) {
  if (context.db.isTransaction) return run(context)
  const result = await context.db.transaction().execute(async (db) => {
    if (isPostgres(db)) await sql`select pg_advisory_xact_lock(hashtext(current_schema()))`.execute(db)
    return run({ ...context, db })
  })
  countCommit()
  return result
}

/**
 * Reads on one connection, without another's work in between: who reads several things at every visit waits for the one
 * connection of the embedded database once, not for each of them.
 */
export const atOnce = <Result>(
  context: Context,
  read: (inside: Context) => Promise<Result>,
): Promise<Result> =>
  context.db.isTransaction
    ? read(context)
    : (context.db as Kysely<unknown>).connection().execute((db) => read({ ...context, db }))

let committed = 0

export const countCommit = () => {
  committed++
}

/** How many changes this process has committed: who keeps answers looks again when the number is another. */
export const committedHere = () => committed

export const isPostgres = (db: Database) => db.getExecutor().adapter instanceof PostgresAdapter

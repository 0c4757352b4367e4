import { CompiledQuery } from 'kysely'
import type { Context, Database } from '../context.ts'
import { countCommit, inTransaction, isPostgres } from './transaction.ts'

type Member = {
  context: Context
  run: (inside: Context) => Promise<unknown>
  resolve: (result: unknown) => void
  reject: (error: unknown) => void
}

/** Who waits for the next group, for each database; absent while nobody does. */
const queues = new WeakMap<Database, Member[]>()
const mostTogether = 50

/**
 * Runs like `inTransaction`, but on the embedded database whoever comes while another group is being written is written
 * with the next one: the disk is waited for once for all of them. Each stands in a savepoint of its own, so one that is
 * refused takes nothing of the others with it, and each is told only when the whole group is on disk.
 *
 * For short commands that many people give at once; a long one would keep the others waiting.
 */
export function inGroup<Result>(
  context: Context,
  run: (inside: Context) => Promise<Result>,
): Promise<Result> {
  const { db } = context
  if (db.isTransaction || isPostgres(db)) return inTransaction(context, run)
  return new Promise<Result>((resolve, reject) => {
    const member: Member = { context, run, resolve: resolve as Member['resolve'], reject }
    const queue = queues.get(db)
    if (queue) queue.push(member)
    else {
      const first = [member]
      queues.set(db, first)
      void writeAll(db, first)
    }
  })
}

async function writeAll(db: Database, queue: Member[]) {
  while (queue.length > 0) await writeGroup(db, queue)
  queues.delete(db)
}

async function writeGroup(db: Database, queue: Member[]) {
  const group: Member[] = []
  try {
    const tellThem = await db.transaction().execute(async (inside) => {
      const told: (() => void)[] = []
      for (
        let member = queue.shift();
        member;
        member = told.length < mostTogether ? queue.shift() : undefined
      ) {
        group.push(member)
        told.push(await runAlone(inside, member))
      }
      return told
    })
    countCommit()
    for (const tell of tellThem) tell()
  } catch (error) {
    for (const { reject } of group) reject(error)
    // What kept the group from the disk (or from its beginning) is told to everybody who waited for it.
    if (group.length === 0) for (const { reject } of queue.splice(0)) reject(error)
  }
}

const savepoint = CompiledQuery.raw('savepoint member')
const release = CompiledQuery.raw('release member')
const rollBack = CompiledQuery.raw('rollback to member')

/** Runs one of a group and gives what to tell it after the commit. Throws where the transaction itself has ended. */
async function runAlone(db: Database, { context, run, resolve, reject }: Member): Promise<() => void> {
  await db.executeQuery(savepoint)
  try {
    const result = await run({ ...context, db })
    await db.executeQuery(release)
    return () => resolve(result)
  } catch (error) {
    await db.executeQuery(rollBack).catch(() => {
      throw error // A full disk has ended the whole transaction: the others must not be told that they are in.
    })
    await db.executeQuery(release)
    return () => reject(error)
  }
}

import { sha256Hex } from '#src/formats/canonical-json.ts'
import type { Context, Database } from '../context.ts'

/**
 * 廃棄の印: that something personal was destroyed, as the hash of its class and random id. It says nothing to anybody but an
 * older copy of the data that still holds it: there it is destroyed again.
 */
export type PurgeMark = { mark: string; purgedAt: string }

/** The table as archives and other copies name it. */
export const marksTable = 'purge_marks'

export const markOf = (subject: string, id: string) => sha256Hex(`${subject}\n${id}`)

/** Keeps the marks of what is destroyed now, in the transaction of the destruction. */
export const markPurged = (context: Context, subject: string, ids: readonly string[]) =>
  addMarks(
    context.db,
    ids.map((id) => ({ mark: markOf(subject, id), purgedAt: context.now.toISOString() })),
  )

const mostAtOnce = 500

export async function addMarks(db: Database, marks: readonly PurgeMark[]) {
  for (let from = 0; from < marks.length; from += mostAtOnce)
    await db
      .insertInto('purgeMarks')
      .values(marks.slice(from, from + mostAtOnce))
      .onConflict((conflict) => conflict.column('mark').doNothing())
      .execute()
}

/** Every mark of a database, as what may be looked up. */
export async function readMarks(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('purgeMarks').select('mark').execute()
  return new Set(rows.map((row) => String(row['mark'])))
}

/** Whether something was destroyed before. */
export type IsPurged = (subject: string, id: string) => boolean

/**
 * What a feature does to data that come back from a backup, before anybody sees them: destroys what was destroyed before and
 * what is past its day. Database only; gives how much it destroyed.
 */
export type PurgeAgain = (context: Context, asked: PurgingAgain) => Promise<number>

export type PurgingAgain = {
  isPurged: IsPurged
  today: string
  /**
   * Where somebody asked to look for them elsewhere: told the readable words of what goes, which are kept nowhere, and of how
   * many nothing could be read.
   */
  listen?: { folder: string; tell: (words: readonly string[], unreadable: number) => void } | undefined
}

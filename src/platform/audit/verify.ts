import type { Database } from '../context.ts'
import { type ChainedEntry, type ChainProblem, checkNext } from './chain.ts'

export type ChainReport = { entries: number; head: string; problem?: ChainProblem }

const batch = 1000

/** Walks the whole audit log and names the first bad row. */
export async function verifyAudit(db: Database): Promise<ChainReport> {
  let last: { seq: number; hash: string } | undefined
  let entries = 0
  for (;;) {
    const rows = (await db
      .selectFrom('auditEntries')
      .selectAll()
      .orderBy('seq')
      .limit(batch)
      .offset(entries)
      .execute()) as ChainedEntry[]
    for (const row of rows) {
      const problem = checkNext(last, row)
      if (problem) return { entries, head: last?.hash ?? '', problem }
      last = row
      entries += 1
    }
    if (rows.length < batch) return { entries, head: last?.hash ?? '' }
  }
}

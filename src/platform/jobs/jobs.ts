import { z } from 'zod'
import type { Context } from '../context.ts'

const remarks = z.array(z.string())

type JobRow = {
  id: string
  kind: string
  input: string
  state: 'waiting' | 'running' | 'done' | 'failed'
  percent: number
  step: string
  remarks: string
  fileId: string | null
  actor: string
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
}

/** Long work as the page of its progress shows it. */
export type Job = Omit<JobRow, 'input' | 'remarks'> & { remarks: string[] }

/** Puts long work in the queue, inside the command that asks for it. Returns its id. */
export async function enqueueJob(context: Context, kind: string, input: unknown): Promise<string> {
  const id = context.newId('jb')
  await context.db
    .insertInto('jobs')
    .values({
      id,
      kind,
      input: JSON.stringify(input),
      state: 'waiting',
      percent: 0,
      step: '順番を待っています',
      remarks: '[]',
      actor: context.actor.id,
      createdAt: context.now.toISOString(),
    })
    .execute()
  return id
}

export async function findJob(context: Context, jobId: string): Promise<Job | undefined> {
  const row = await context.db.selectFrom('jobs').selectAll().where('id', '=', jobId).executeTakeFirst()
  return row && jobOf(row as JobRow)
}

/** The latest work of these kinds, newest first. */
export async function listJobs(context: Context, kinds: readonly string[], most = 20): Promise<Job[]> {
  if (kinds.length === 0) return []
  const rows = await context.db
    .selectFrom('jobs')
    .selectAll()
    .where('kind', 'in', [...kinds])
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => jobOf(row as JobRow))
}

function jobOf({ input: _, ...row }: JobRow): Job {
  return { ...row, remarks: remarks.catch([]).parse(JSON.parse(row.remarks)) }
}

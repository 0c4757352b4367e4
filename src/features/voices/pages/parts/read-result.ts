import type { z } from 'zod'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { getFile, readBytes } from '#src/platform/files.ts'
import { findJob, type Job } from '#src/platform/jobs/jobs.ts'

/** The work of one kind by its id; another kind's is not found. */
export async function getWork(context: Context, jobId: string, kind: string): Promise<Job> {
  const job = await findJob(context, jobId)
  return found(job?.kind === kind ? job : undefined, '作業')
}

/** What finished work has left, or undefined while it goes on. */
export async function readResult<Schema extends z.ZodType>(
  context: Context,
  job: Job,
  { folder, schema }: { folder: string; schema: Schema },
): Promise<z.infer<Schema> | undefined> {
  if (!job.fileId) return undefined
  const bytes = await readBytes(folder, await getFile(context, job.fileId))
  return schema.parse(JSON.parse(new TextDecoder().decode(bytes)))
}

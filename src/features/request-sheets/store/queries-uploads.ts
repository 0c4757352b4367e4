import { z } from 'zod'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { findJob, type Job } from '#src/platform/jobs/jobs.ts'
import { permissions } from '../core/permissions.ts'
import { tables } from './tables.ts'

const files = z.array(z.object({ fileId: z.string(), name: z.string() }))

/** まとめて戻したExcel: the files, and the long work that reads them. */
export type Upload = {
  id: string
  roundId: string
  files: { fileId: string; name: string }[]
  job: Job
}

export async function getUpload(context: Context, uploadId: string): Promise<Upload> {
  authorize(context, permissions, 'take-in-books')
  const row = found(
    await tables(context)
      .selectFrom('sheetUploads')
      .selectAll()
      .where('id', '=', uploadId)
      .executeTakeFirst(),
    '取り込み',
  )
  const job = found(await findJob(context, row.jobId), '取り込み')
  return { id: row.id, roundId: row.roundId, files: files.parse(JSON.parse(row.files)), job }
}

import { command } from '#src/platform/command.ts'
import { enqueueJob } from '#src/platform/jobs/jobs.ts'
import { permissions } from '../core/permissions.ts'
import { getRound } from './queries.ts'
import { tables } from './tables.ts'

export const readBooksKind = 'read-sheet-books'

type NewUpload = { roundId: string; files: readonly { fileId: string; name: string; path: string }[] }

/** Puts the reading of many returned workbooks in the queue; nothing is taken in yet. Returns the upload's id. */
export const startUpload = command(
  permissions,
  'take-in-books',
  async (context, { roundId, files }: NewUpload) => {
    await getRound(context, roundId)
    const input = { files: files.map(({ path, name }) => ({ path, name })) }
    const jobId = await enqueueJob(context, readBooksKind, input)
    const id = context.newId('ru')
    await tables(context)
      .insertInto('sheetUploads')
      .values({
        id,
        roundId,
        files: JSON.stringify(files.map(({ fileId, name }) => ({ fileId, name }))),
        jobId,
        uploadedBy: context.actor.id,
        uploadedAt: context.now.toISOString(),
      })
      .execute()
    return id
  },
)

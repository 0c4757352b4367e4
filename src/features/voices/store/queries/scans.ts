import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'
import type { Scan } from '../../core/transcript.ts'
import { tables } from '../tables.ts'

/** The scans of a letter by name and size; what they show is opened one by one. */
export async function listScans(context: Context, submissionId: string): Promise<Scan[]> {
  authorize(context, permissions, 'check-transcripts')
  return tables(context)
    .selectFrom('voiceScans')
    .select(['id', 'name', 'contentType', 'size', 'addedAt'])
    .where('submissionId', '=', submissionId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

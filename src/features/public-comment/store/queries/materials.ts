import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { getFile, type StoredFile } from '#src/platform/files.ts'
import { findJob, type Job } from '#src/platform/jobs/jobs.ts'
import { type MaterialKind, materialKindNames } from '../../core/materials.ts'
import { permissions } from '../../core/permissions.ts'
import { tables } from '../tables.ts'
import { getPublicCase } from './cases.ts'

export type Material = { kind: MaterialKind; state: Job['state']; step: string; fileId: string | undefined }

/** The papers of a case in their order, also those still being made. */
export async function listMaterials(context: Context, caseId: string): Promise<Material[]> {
  authorize(context, permissions, 'read-published-cases')
  const rows = await tables(context)
    .selectFrom('commentMaterials')
    .select(['kind', 'jobId'])
    .where('caseId', '=', caseId)
    .execute()
  const materials = await Promise.all(
    materialKindNames.map(async (kind) => {
      const row = rows.find((one) => one.kind === kind)
      const job = row && (await findJob(context, row.jobId))
      return job ? [{ kind, state: job.state, step: job.step, fileId: job.fileId ?? undefined }] : []
    }),
  )
  return materials.flat()
}

/** One finished paper of an announced case, for everybody. */
export async function getMaterialFile(
  context: Context,
  caseId: string,
  kind: MaterialKind,
): Promise<StoredFile> {
  await getPublicCase(context, caseId)
  const material = (await listMaterials(context, caseId)).find((one) => one.kind === kind)
  return getFile(context, found(material?.fileId, '資料'))
}

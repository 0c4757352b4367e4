import { command } from '#src/platform/command.ts'
import { Refusal } from '#src/platform/errors.ts'
import type { VersionDecision } from '../../core/decided-by.ts'
import { permissions } from '../../core/permissions.ts'
import { getVersion } from '../queries/versions.ts'
import { tables } from '../tables.ts'

/** A decision as the columns of its version. */
export const decisionColumns = (decision: VersionDecision | undefined) => ({
  decisionTitle: decision?.title ?? null,
  decidedOn: decision?.date ?? null,
  decisionRef: decision?.ref ?? null,
})

type Decided = { versionId: string; decision: VersionDecision }

/**
 * 決定を記録する: a draft is frozen first and decided on afterwards. The frozen text stays as it is; the decision stands
 * beside it, written once. Words that were frozen with the version stay, and may get the place where they were decided.
 */
export const recordVersionDecision = command(
  permissions,
  'freeze-version',
  async (context, { versionId, decision }: Decided) => {
    const { decision: before, hash } = await getVersion(context, versionId)
    if (before?.ref) throw new Refusal('conflict', 'この版の決定は、すでに記録されています')
    if (before && !decision.ref) throw new Refusal('conflict', '決めた会議・議案を選んでください')
    context.trail.version = versionId
    context.trail.afterHash = hash
    await tables(context)
      .updateTable('planVersions')
      .set(decisionColumns(before ? { ...decision, title: before.title, date: before.date } : decision))
      .where('id', '=', versionId)
      .where('decisionRef', 'is', null)
      .execute()
  },
)

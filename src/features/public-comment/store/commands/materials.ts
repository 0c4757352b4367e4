import { command } from '#src/platform/command.ts'
import { Refusal } from '#src/platform/errors.ts'
import type { MaterialKind } from '../../core/materials.ts'
import { permissions } from '../../core/permissions.ts'
import { getCase } from '../queries/cases.ts'
import { tables } from '../tables.ts'

type Ordered = { caseId: string; materials: readonly { kind: MaterialKind; jobId: string }[] }

/** Writes down which works make the papers of a case (資料); those of before give way. */
export const keepMaterials = command(
  permissions,
  'edit-case',
  async (context, { caseId, materials }: Ordered) => {
    const { publishedAt } = await getCase(context, caseId)
    if (publishedAt) throw new Refusal('conflict', '結果を公表したので、もう変えられません')
    for (const material of materials) {
      await tables(context)
        .deleteFrom('commentMaterials')
        .where('caseId', '=', caseId)
        .where('kind', '=', material.kind)
        .execute()
      await tables(context)
        .insertInto('commentMaterials')
        .values({ caseId, ...material })
        .execute()
    }
  },
)

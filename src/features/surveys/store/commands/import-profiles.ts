import { command } from '#src/platform/command.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import type { ImportMapping } from '../../core/import/import-mapping.ts'
import { permissions } from '../../core/permissions.ts'
import { collectingTables } from '../collecting-tables.ts'
import { listImportProfiles } from '../import-profiles.ts'

type Saving = { name: string; mapping: ImportMapping; revision: number | undefined }

/** Keeps how a file was read. `revision`: of the profile it was begun with; another profile of the same name is never replaced. */
export const saveImportProfile = command(
  permissions,
  'import-answers',
  async (context, { name, mapping, revision }: Saving) => {
    const known = (await listImportProfiles(context)).find((one) => one.name === name)
    if (known && revision === undefined)
      throw new Refusal('conflict', `「${name}」という取り込み方は、すでにあります。別の名前にしてください`)
    if (known && revision !== undefined) refuseIfStale(known, revision)
    const content = JSON.stringify(mapping)
    await collectingTables(context)
      .insertInto('surveyImportProfiles')
      .values({ name, content, revision: 1 })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet({ content, revision: (known?.revision ?? 0) + 1 }),
      )
      .execute()
  },
)

export const deleteImportProfile = command(
  permissions,
  'import-answers',
  async (context, { name }: { name: string }) => {
    const [gone] = await collectingTables(context)
      .deleteFrom('surveyImportProfiles')
      .where('name', '=', name)
      .execute()
    if (!gone?.numDeletedRows) throw new Refusal('not-found', '取り込み方が見つかりません')
  },
)

import { staffRoles } from '#src/lib/permissions.ts'
import type { Context } from '#src/platform/context.ts'
import { seededIds } from '#src/platform/ids.ts'
import { features } from './index.ts'

/** Fills an empty installation with the sample town, the same every time: development, tests and the first look use it. */
export async function loadSampleTown({ db, now }: Pick<Context, 'db' | 'now'>, folder: string) {
  const context: Context = {
    db,
    now,
    actor: { id: 'sample', roles: staffRoles },
    newId: seededIds('sample town'),
    source: 'sample',
  }
  for (const feature of features) await feature.sample?.(context, folder)
}

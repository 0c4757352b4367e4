import type { Context } from '#src/platform/context.ts'
import type { Settings } from '#src/platform/settings.ts'
import { makeFirstStartLink } from './organization/store/account-commands.ts'
import { findMunicipality } from './organization/store/queries.ts'
import { loadSampleTown } from './sample-town.ts'

/** The first start: the sample town where nothing was set up, and the link that makes the first account. */
export async function firstSteps(
  context: Context,
  settings: Pick<Settings, 'address' | 'folder'>,
): Promise<string | undefined> {
  const asking: Context = { ...context, actor: { id: 'system', roles: ['public'] } }
  if (!(await findMunicipality(asking))) await loadSampleTown(context, settings.folder)
  const token = await makeFirstStartLink(context)
  return token && `${settings.address}/sign-in/link/${token}`
}

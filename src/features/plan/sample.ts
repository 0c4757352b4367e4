import type { Context } from '#src/platform/context.ts'
import { readSamplePlan } from './sample/sample-plan.ts'
import { importPlan } from './store/commands/import-plan.ts'
import { freezeVersion, publishVersion } from './store/commands/versions.ts'

/** The sample town's plan, with its first preliminary draft made by one person and published by another. */
export async function sample(context: Context) {
  const plan = readSamplePlan()
  const planId = await importPlan(context, { plan })
  const versionId = await freezeVersion(context, {
    planId,
    stage: 'preliminary-draft',
    publicNote: '素案ができました。ご意見をお待ちしています。',
  })
  await publishVersion({ ...context, actor: { ...context.actor, id: 'sample-publisher' } }, { versionId })
}

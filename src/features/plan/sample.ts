import { addDays, onOrAfter } from '#src/lib/japanese/business-days.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { reasonName } from './core/diff/ledger-entries.ts'
import { longestWaiver } from './core/waivers.ts'
import { changedSince, earlierPlan } from './sample/earlier-plan.ts'
import { readSamplePlan } from './sample/sample-plan.ts'
import { importPlan } from './store/commands/import-plan.ts'
import { saveIndicator } from './store/commands/indicators.ts'
import { saveItem } from './store/commands/items.ts'
import { renameItem } from './store/commands/structure.ts'
import { freezeVersion, publishVersion } from './store/commands/versions.ts'
import { grantWaiver } from './store/commands/waivers.ts'
import { getIndicator, getItem } from './store/queries/items.ts'
import { listOwedEntries } from './store/queries/ledger.ts'
import { lintNow } from './store/queries/lint.ts'
import { getPlanDocument } from './store/queries/plans.ts'

const halfYear = 183 * 24 * 3600 * 1000

/** The sample town's plan: an outline draft half a year ago, some changes, exceptions, and the preliminary draft of today. */
export async function sample(context: Context) {
  const plan = readSamplePlan()
  const earlier = { ...context, now: new Date(context.now.getTime() - halfYear) }
  const planId = await importPlan(earlier, { plan: earlierPlan(plan) })
  const outline = await freezeVersion(earlier, {
    planId,
    stage: 'outline-draft',
    gate: 'G1',
    publicNote: '計画の骨組みです。',
  })
  await publishVersion(byAnother(earlier), { versionId: outline })
  await changePlan(context)
  await grantWaivers(context, planId)
  const draft = await freezeVersion(context, {
    planId,
    stage: 'preliminary-draft',
    gate: 'G2',
    publicNote: '素案ができました。ご意見をお待ちしています。',
    decision: { title: '第2回総合計画審議会で了承（架空）', date: councilDay(context) },
    reasons: Object.fromEntries(
      (await listOwedEntries(context, planId)).map((entry) => [reasonName(entry), whyWeakened]),
    ),
  })
  await publishVersion(byAnother(context), { versionId: draft })
}

/** The day of the council's second meeting in the sample of deliberation. */
const councilDay = ({ now }: Context) => onOrAfter(addDays(tokyoDay(now), -35))

const whyWeakened =
  '受診の案内を送る時期の見直しが令和9年度までかかるため、審議会と相談して改めました（架空）。'

/** Published by another person than the one who made it. */
const byAnother = (context: Context): Context => ({
  ...context,
  actor: { ...context.actor, id: 'sample-publisher' },
})

async function changePlan(context: Context) {
  const { renamed, rewritten, answered, targets } = changedSince(readSamplePlan())
  const { title, titleKana } = renamed
  await renameItem(context, {
    itemId: renamed.id,
    revision: (await getItem(context, renamed.id)).revision,
    title,
    titleKana,
  })
  await saveItem(context, {
    itemId: rewritten.id,
    revision: (await getItem(context, rewritten.id)).revision,
    changes: { issues: rewritten.issues },
  })
  await saveItem(context, {
    itemId: answered.id,
    revision: (await getItem(context, answered.id)).revision,
    changes: { directions: answered.directions },
  })
  for (const { id, target } of targets)
    await saveIndicator(context, {
      indicatorId: id,
      revision: (await getIndicator(context, id)).revision,
      changes: { target },
    })
}

/** Why what would stop the preliminary draft was let through, by rule. */
const reasons: Readonly<Record<string, string>> = {
  IN002: '担い手の目標は、国の調査の公表を待って、案の段階で決めます（架空）。',
  IN005:
    '見回りを強めると見つかる件数が増えると見込んでいます。指標の向きは、都市建設部会で検討中です（架空）。',
  OW002: '組織改編のあとの担当は、案の段階までに両課で話し合って決めます（架空）。',
}

async function grantWaivers(context: Context, planId: string) {
  const plan = await getPlanDocument(context, planId)
  const grantedBy = plan.units.find(({ name, validTo }) => name === '企画政策課' && !validTo)?.id ?? ''
  const { findings } = await lintNow(context, plan)
  for (const { severity, gate, ruleId, fingerprint } of findings) {
    if (severity !== 'E' || (gate !== 'G1' && gate !== 'G2')) continue
    await grantWaiver(context, {
      planId,
      fingerprint,
      reason: reasons[ruleId] ?? '',
      grantedBy,
      expiresOn: longestWaiver(tokyoDay(context.now)),
    })
  }
}

import { canonicalJson, sha256Hex } from '#src/formats/canonical-json.ts'
import type { PlanDocument, Stage } from '#src/formats/plan-document.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import { Refusal } from '#src/platform/errors.ts'
import { versionLabel } from '../../core/labels.ts'
import { mayPublishVersion, permissions } from '../../core/permissions.ts'
import { getPlanDocument } from '../queries/plans.ts'
import { getVersion, listVersions } from '../queries/versions.ts'
import { tables } from '../tables.ts'

type Freeze = { planId: string; stage: Stage; publicNote: string }

/** Makes a version (版): the working plan as it is now, written once and never changed. Returns its id. */
export const freezeVersion = command(permissions, 'freeze-version', async (context, given: Freeze) => {
  const { planId, stage, publicNote } = given
  const plan = await getPlanDocument(context, planId)
  const earlier = await listVersions(context, planId)
  const number = 1 + Math.max(0, ...earlier.filter((one) => one.stage === stage).map((one) => one.number))
  const id = context.newId('ve')
  const label = versionLabel(stage, number)
  const basedOn = earlier[0]?.id ?? null
  const frozenOn = tokyoDay(context.now)
  const frozen: PlanDocument = {
    ...plan,
    version: { id, stage, number, label, basedOn, frozenOn, hash: '', publicNote },
  }
  const document = canonicalJson(frozen)
  const hash = `sha256:${sha256Hex(document)}`
  context.trail.version = id
  context.trail.afterHash = hash
  await tables(context)
    .insertInto('planVersions')
    .values({
      id,
      planId,
      stage,
      number,
      label,
      document,
      hash,
      publicNote,
      frozenAt: context.now.toISOString(),
      frozenBy: context.actor.id,
      publishedAt: null,
      publishedBy: null,
    })
    .execute()
  return id
})

/** Puts a version on the public site. By another person than the one who made it: four eyes. */
export const publishVersion = command(
  permissions,
  'publish-version',
  async (context, { versionId }: { versionId: string }) => {
    const version = await getVersion(context, versionId)
    if (!mayPublishVersion(context.actor, version)) {
      throw new Refusal(
        'forbidden',
        '版をつくった人は、その版を公開できません。別の公開責任者に頼んでください',
      )
    }
    if (version.publishedAt) throw new Refusal('conflict', 'この版はすでに公開されています')
    const primary = await tables(context)
      .selectFrom('plans')
      .select('primarySince')
      .where('id', '=', version.planId)
      .executeTakeFirstOrThrow()
    if (!primary.primarySince) {
      throw new Refusal(
        'conflict',
        '公開サイトに出す計画ではありません。先に「公開する計画」に選んでください',
      )
    }
    context.trail.version = versionId
    context.trail.afterHash = version.hash
    await tables(context)
      .updateTable('planVersions')
      .set({ publishedAt: context.now.toISOString(), publishedBy: context.actor.id })
      .where('id', '=', versionId)
      .execute()
  },
)

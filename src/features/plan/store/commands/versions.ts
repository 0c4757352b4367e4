import { canonicalJson, sha256Hex } from '#src/formats/canonical-json.ts'
import type { PlanDocument, Stage } from '#src/formats/plan-document.ts'
import { decision as decisionPart, ledgerEntry as ledgerPart } from '#src/formats/plan-parts.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import type { VersionDecision } from '../../core/decided-by.ts'
import { ledgerKinds, reasonName } from '../../core/diff/ledger-entries.ts'
import { versionLabel } from '../../core/labels.ts'
import type { Gate } from '../../core/lint/finding.ts'
import { blockingAt, type LintReport, lintPlan } from '../../core/lint/lint-plan.ts'
import { mayPublishVersion, permissions } from '../../core/permissions.ts'
import { mayPass, needsDecision } from '../../core/stages.ts'
import { listOwedEntries } from '../queries/ledger.ts'
import { lintContextOf } from '../queries/lint.ts'
import { getPlanDocument } from '../queries/plans.ts'
import { getVersion, listVersions } from '../queries/versions.ts'
import { tables } from '../tables.ts'
import { addPart } from './parts.ts'
import { decisionColumns } from './version-decisions.ts'

export type Freeze = {
  planId: string
  stage: Stage
  gate: Gate
  publicNote: string
  /** 議決・答申・決定: by whom or what, and when. */
  decision?: VersionDecision
  /** 変更台帳: why, for each entry the version owes to the ledger, under the name `reasonName` gives. */
  reasons?: Readonly<Record<string, string>>
}

/**
 * Makes a version (版): the working plan as it is now, written once and never changed. Returns its id.
 *
 * Refused while the plan does not pass the gate: findings are mended or waived first, never passed over.
 */
export const freezeVersion = command(permissions, 'freeze-version', async (context, given: Freeze) => {
  const { planId, stage, gate, publicNote, decision, reasons = {} } = given
  if (!mayPass(stage, gate)) throw new Refusal('conflict', 'この段階では、その関門を選べません')
  if (needsDecision(stage) && !decision) throw new Refusal('conflict', '何によって決まったかを書いてください')
  const decisionId = decision && (await addDecision(context, { planId, decision }))
  const id = context.newId('ve')
  await keepLedger(context, { planId, versionId: id, decisionId: decisionId ?? null, reasons })
  const plan = await getPlanDocument(context, planId)
  refuseBlocked(lintPlan(plan, await lintContextOf(context, planId)), gate)
  const earlier = await listVersions(context, planId)
  const number = 1 + Math.max(0, ...earlier.filter((one) => one.stage === stage).map((one) => one.number))
  const version: PlanDocument['version'] = {
    id,
    stage,
    number,
    label: versionLabel(stage, number),
    gate,
    basedOn: earlier[0]?.id ?? null,
    frozenOn: tokyoDay(context.now),
    hash: '',
    ...(decisionId ? { decisionId } : {}),
    publicNote,
  }
  const document = canonicalJson({ ...plan, version })
  const hash = `sha256:${sha256Hex(document)}`
  context.trail.version = id
  context.trail.afterHash = hash
  await keepVersion(context, { planId, version, document, hash, decision })
  return id
})

function refuseBlocked(report: LintReport, gate: Gate) {
  const blocking = blockingAt(report, gate)
  if (blocking.length === 0) return
  throw new Refusal(
    'conflict',
    `関門 ${gate} で止まる指摘が${blocking.length}件あります。直すか、例外を認めてから、もう一度お試しください`,
  )
}

type OwedLedger = {
  planId: string
  versionId: string
  decisionId: string | null
  reasons: Readonly<Record<string, string>>
}

/** What the new version changes against the last one goes into the ledger, each with its reason; it stays there. */
async function keepLedger(context: Context, { planId, versionId, decisionId, reasons }: OwedLedger) {
  for (const entry of await listOwedEntries(context, planId)) {
    const reason = (reasons[reasonName(entry)] ?? '').trim()
    if (reason === '') {
      throw new Refusal(
        'conflict',
        `「${entry.name}」の${ledgerKinds[entry.kind]}について、理由を書いてください`,
      )
    }
    const { name: _, ...record } = entry
    const id = context.newId('le')
    const part = ledgerPart.parse({
      ...record,
      id,
      date: tokyoDay(context.now),
      reason,
      decisionId,
      versionId,
    })
    await addPart(context, { planId, list: 'ledger', part })
  }
}

type NewDecision = { planId: string; decision: VersionDecision }

async function addDecision(context: Context, { planId, decision }: NewDecision): Promise<string> {
  const id = context.newId('de')
  const part = decisionPart.parse({ id, kind: 'version', ...decision })
  await addPart(context, { planId, list: 'decisions', part })
  return id
}

type NewVersion = {
  planId: string
  version: PlanDocument['version']
  document: string
  hash: string
  decision: VersionDecision | undefined
}

async function keepVersion(context: Context, { planId, version, document, hash, decision }: NewVersion) {
  const { id, stage, number, label, publicNote } = version
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
      frozenAt: await instantAfter(context, planId, 'frozenAt'),
      frozenBy: context.actor.id,
      publishedAt: null,
      publishedBy: null,
      ...decisionColumns(decision),
    })
    .execute()
}

/** Now, but never before what came last: versions keep their order when the machine's clock was set back. */
async function instantAfter(context: Context, planId: string, column: 'frozenAt' | 'publishedAt') {
  const row = await tables(context)
    .selectFrom('planVersions')
    .select(({ fn }) => fn.max(column).as('last'))
    .where('planId', '=', planId)
    .executeTakeFirst()
  const last = row?.last ? new Date(row.last).getTime() : 0
  return new Date(Math.max(context.now.getTime(), last + 1)).toISOString()
}

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
      .set({
        publishedAt: await instantAfter(context, version.planId, 'publishedAt'),
        publishedBy: context.actor.id,
      })
      .where('id', '=', versionId)
      .execute()
  },
)

import { planDocument, type Stage } from '#src/formats/plan-document.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import type { VersionDecision } from '../../core/decided-by.ts'
import { permissions } from '../../core/permissions.ts'
import { type PublicPlan, publicPlan } from '../../core/public-plan.ts'
import { tables } from '../tables.ts'
import { decisionIn } from './versions.ts'

/** A version the public may read, as a line of a list. */
export type PublicVersion = {
  id: string
  stage: Stage
  label: string
  publicNote: string
  publishedOn: string
  decision: VersionDecision | undefined
}

const published = (context: Context) =>
  tables(context)
    .selectFrom('planVersions')
    .innerJoin('plans', 'plans.id', 'planVersions.planId')
    .where('plans.primarySince', 'is not', null)
    .where('planVersions.publishedAt', 'is not', null)
    .orderBy('planVersions.publishedAt', 'desc')

/** Every version of the primary plan that was published, the newest first. */
export async function listPublicVersions(context: Context): Promise<PublicVersion[]> {
  authorize(context, permissions, 'read-public-plan')
  const rows = await published(context)
    .select([
      'planVersions.id',
      'planVersions.stage',
      'planVersions.label',
      'planVersions.publicNote',
      'planVersions.publishedAt',
      'planVersions.decisionTitle',
      'planVersions.decidedOn',
      'planVersions.decisionRef',
    ])
    .execute()
  return rows.map(({ publishedAt, stage, decisionTitle, decidedOn, decisionRef, ...row }) => ({
    ...row,
    stage: stage as Stage,
    publishedOn: publishedOnOf(publishedAt),
    decision: decisionIn({ decisionTitle, decidedOn, decisionRef }),
  }))
}

/** What the public site shows: the version of the primary plan that was published last. */
export async function findPublicPlan(context: Context): Promise<PublicPlan | undefined> {
  authorize(context, permissions, 'read-public-plan')
  const version = await published(context)
    .select(['planVersions.id', 'planVersions.publishedAt'])
    .limit(1)
    .executeTakeFirst()
  return version && readOnce(context, version)
}

/** One published version, the current or an older one; what was not published is not found. */
export async function getPublicVersion(context: Context, versionId: string): Promise<PublicPlan> {
  authorize(context, permissions, 'read-public-plan')
  const version = await published(context)
    .select(['planVersions.id', 'planVersions.publishedAt'])
    .where('planVersions.id', '=', versionId)
    .executeTakeFirst()
  return readOnce(context, found(version, '公開された版'))
}

const mostKept = 8
const kept = new WeakMap<Context['db'], Map<string, PublicPlan>>()

/** A frozen text never changes, so it is read once; the versions asked for last are kept. */
async function readOnce(context: Context, { id, publishedAt }: { id: string; publishedAt: string | null }) {
  const plans = kept.get(context.db) ?? new Map<string, PublicPlan>()
  kept.set(context.db, plans)
  const key = `${id} ${publishedAt}`
  const plan = plans.get(key) ?? (await readVersion(context, id, publishedOnOf(publishedAt)))
  plans.delete(key)
  plans.set(key, plan)
  const [oldest] = plans.keys()
  if (plans.size > mostKept && oldest) plans.delete(oldest)
  return plan
}

async function readVersion(context: Context, id: string, publishedOn: string): Promise<PublicPlan> {
  const { document, hash } = await tables(context)
    .selectFrom('planVersions')
    .select(['document', 'hash'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return publicPlan(planDocument.parse(JSON.parse(document)), { publishedOn, hash })
}

const publishedOnOf = (publishedAt: string | null) => tokyoDay(new Date(publishedAt ?? 0))

import { planDocument } from '#src/formats/plan-document.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'
import { type PublicPlan, publicPlan } from '../../core/public-plan.ts'
import { tables } from '../tables.ts'

const cached = new WeakMap<Context['db'], { versionId: string; publishedAt: string; plan: PublicPlan }>()

/** What the public site shows: the version of the primary plan that was published last. A frozen text is read once. */
export async function findPublicPlan(context: Context): Promise<PublicPlan | undefined> {
  authorize(context, permissions, 'read-public-plan')
  const version = await tables(context)
    .selectFrom('planVersions')
    .innerJoin('plans', 'plans.id', 'planVersions.planId')
    .select(['planVersions.id', 'planVersions.publishedAt'])
    .where('plans.primarySince', 'is not', null)
    .where('planVersions.publishedAt', 'is not', null)
    .orderBy('planVersions.publishedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!version?.publishedAt) return undefined
  const known = cached.get(context.db)
  if (known && known.versionId === version.id && known.publishedAt === version.publishedAt) return known.plan
  const { document, hash } = await tables(context)
    .selectFrom('planVersions')
    .select(['document', 'hash'])
    .where('id', '=', version.id)
    .executeTakeFirstOrThrow()
  const publishedOn = tokyoDay(new Date(version.publishedAt))
  const plan = publicPlan(planDocument.parse(JSON.parse(document)), { publishedOn, hash })
  cached.set(context.db, { versionId: version.id, publishedAt: version.publishedAt, plan })
  return plan
}

import { toPlanUnits } from '#src/features/organization/core/plan-units.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { referencedUnits } from '../../core/referenced-units.ts'
import { type PartList, tables } from '../tables.ts'
import { indicatorOf, itemOf, planHead } from './rows.ts'

export type PlanSummary = {
  id: string
  title: string
  revision: number
  changeCount: number
  primarySince: string | undefined
  updatedAt: string
}

export async function listPlans(context: Context): Promise<PlanSummary[]> {
  authorize(context, permissions, 'read-working-plan')
  const rows = await tables(context)
    .selectFrom('plans')
    .select(['id', 'title', 'revision', 'changeCount', 'primarySince', 'updatedAt'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, primarySince: row.primarySince ?? undefined }))
}

/** The plan the public site shows and the staff menu opens. */
export async function findPrimaryPlan(context: Context): Promise<PlanSummary | undefined> {
  return (await listPlans(context)).find((plan) => plan.primarySince)
}

export async function getPlanHead(context: Context, planId: string) {
  authorize(context, permissions, 'read-working-plan')
  const row = await tables(context)
    .selectFrom('plans')
    .selectAll()
    .where('id', '=', planId)
    .executeTakeFirst()
  const { head, revision, changeCount, updatedAt } = found(row, '計画')
  return { head: planHead.parse(JSON.parse(head)), revision, changeCount, updatedAt }
}

const cached = new WeakMap<Context['db'], Map<string, { changeCount: number; plan: PlanDocument }>>()

/** The working plan as one document. Assembled again only when something has changed. */
export async function getPlanDocument(context: Context, planId: string): Promise<PlanDocument> {
  const { head, changeCount } = await getPlanHead(context, planId)
  const known = cached.get(context.db)?.get(planId)
  if (known && known.changeCount === changeCount) return known.plan
  const [items, indicators, parts] = await Promise.all([
    listItems(context, planId),
    listIndicators(context, planId),
    listParts(context, planId),
  ])
  const alive = new Set<string>([...items, ...indicators, head.concept.vision].map(({ id }) => id))
  const bare: PlanDocument = {
    ...head,
    ...parts,
    items,
    indicators,
    evidence: parts.evidence.filter(({ from }) => alive.has(from.split('/')[0] ?? '')),
    units: [],
  }
  const plan = { ...bare, units: referencedUnits(bare, toPlanUnits(await listUnits(context))) }
  if (!context.db.isTransaction) remember(context.db, planId, { changeCount, plan })
  return plan
}

function remember(db: Context['db'], planId: string, entry: { changeCount: number; plan: PlanDocument }) {
  const plans = cached.get(db) ?? new Map()
  cached.set(db, plans.set(planId, entry))
}

async function listItems(context: Context, planId: string) {
  const rows = await tables(context)
    .selectFrom('planItems')
    .selectAll()
    .where('planId', '=', planId)
    .where('deletedAt', 'is', null)
    .orderBy('order')
    .orderBy('id')
    .execute()
  return rows.map(itemOf)
}

async function listIndicators(context: Context, planId: string) {
  const rows = await tables(context)
    .selectFrom('planIndicators')
    .selectAll()
    .where('planId', '=', planId)
    .where('deletedAt', 'is', null)
    .orderBy('order')
    .orderBy('id')
    .execute()
  return rows.map(indicatorOf)
}

type Parts = Pick<PlanDocument, PartList>

/** The lists were checked when they were written. */
async function listParts(context: Context, planId: string): Promise<Parts> {
  const rows = await tables(context)
    .selectFrom('planParts')
    .select(['list', 'content'])
    .where('planId', '=', planId)
    .orderBy('list')
    .orderBy('position')
    .orderBy('id')
    .execute()
  const of = <List extends PartList>(list: List) =>
    rows.filter((row) => row.list === list).map((row) => JSON.parse(row.content)) as Parts[List]
  return {
    projects: of('projects'),
    dataPoints: of('dataPoints'),
    evidence: of('evidence'),
    logicModels: of('logicModels'),
    relatedPlans: of('relatedPlans'),
    decisions: of('decisions'),
    waivers: of('waivers'),
    ledger: of('ledger'),
  }
}

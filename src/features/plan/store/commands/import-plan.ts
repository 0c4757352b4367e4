import { importPlanUnits } from '#src/features/organization/store/commands.ts'
import { hashOf } from '#src/formats/canonical-json.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { indicatorColumns, itemColumns, lastParagraphOf, planHead } from '../queries/rows.ts'
import { partLists, tables } from '../tables.ts'
import { savedNow } from './touch.ts'

/** Takes in a whole plan (取り込み) as a new one to work on. The first plan is the one the public site will show. */
export const importPlan = command(
  permissions,
  'import-plan',
  async (context, { plan }: { plan: PlanDocument }) => {
    await refuseKnownIds(context, plan)
    context.trail.objects.push(plan.planId)
    context.trail.afterHash = hashOf(plan)
    await importPlanUnits(context, { units: plan.units })
    const isFirst = !(await tables(context).selectFrom('plans').select('id').limit(1).executeTakeFirst())
    const now = context.now.toISOString()
    await tables(context)
      .insertInto('plans')
      .values({
        id: plan.planId,
        title: plan.title,
        head: JSON.stringify(headOf(plan)),
        revision: 1,
        changeCount: 1,
        primarySince: isFirst ? now : null,
        createdAt: now,
        updatedAt: now,
      })
      .execute()
    await insertItems(context, plan)
    await insertIndicators(context, plan)
    await insertParts(context, plan)
    return plan.planId
  },
)

const headOf = (plan: PlanDocument) =>
  planHead.parse(Object.fromEntries(Object.entries(plan).filter(([name]) => name in planHead.shape)))

const batch = 200
/** SQLite allows 32,766 bound values a statement: rows go in parts. */
async function inBatches<Row>(rows: readonly Row[], insert: (some: Row[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += batch) await insert(rows.slice(from, from + batch))
}

const insertItems = (context: Context, plan: PlanDocument) =>
  inBatches(plan.items, (items) =>
    tables(context)
      .insertInto('planItems')
      .values(
        items.map((item) => ({
          ...itemColumns(item),
          kind: item.kind,
          planId: plan.planId,
          lastParagraph: lastParagraphOf(item),
          revision: 1,
          ...savedNow(context),
          deletedAt: null,
          deletedWith: null,
        })),
      )
      .execute(),
  )

const insertIndicators = (context: Context, plan: PlanDocument) =>
  inBatches(plan.indicators, (indicators) =>
    tables(context)
      .insertInto('planIndicators')
      .values(
        indicators.map((indicator) => ({
          ...indicatorColumns(indicator),
          planId: plan.planId,
          revision: 1,
          ...savedNow(context),
          deletedAt: null,
          deletedWith: null,
        })),
      )
      .execute(),
  )

const insertParts = (context: Context, plan: PlanDocument) =>
  inBatches(
    partLists.flatMap((list) => plan[list].map((part, position) => ({ list, part, position }))),
    (parts) =>
      tables(context)
        .insertInto('planParts')
        .values(
          parts.map(({ list, part, position }) => ({
            id: part.id,
            planId: plan.planId,
            list,
            position,
            content: JSON.stringify(part),
          })),
        )
        .execute(),
  )

/** Ids are permanent and stand for one thing: the same plan is not taken in twice. */
async function refuseKnownIds(context: Context, plan: PlanDocument) {
  const known = await tables(context)
    .selectFrom('plans')
    .select('id')
    .where('id', '=', plan.planId)
    .executeTakeFirst()
  if (known) throw new Refusal('conflict', 'この計画はすでに取り込まれています')
  for (const table of ['planItems', 'planIndicators', 'planParts'] as const) {
    const ids = idsIn(plan, table)
    for (let from = 0; from < ids.length; from += batch) {
      const taken = await tables(context)
        .selectFrom(table)
        .select('id')
        .where('id', 'in', ids.slice(from, from + batch))
        .limit(1)
        .executeTakeFirst()
      if (taken) throw new Refusal('conflict', `ほかの計画が同じ id（${taken.id}）をすでに使っています`)
    }
  }
}

function idsIn(plan: PlanDocument, table: 'planItems' | 'planIndicators' | 'planParts'): string[] {
  if (table === 'planItems') return plan.items.map(({ id }) => id)
  if (table === 'planIndicators') return plan.indicators.map(({ id }) => id)
  return partLists.flatMap((list) => plan[list].map(({ id }) => id))
}

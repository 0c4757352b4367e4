import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { tables } from '../tables.ts'
import { indicatorOf, itemOf } from './rows.ts'

type Editing = { planId: string; revision: number; updatedAt: string; updatedBy: string }
export type EditedItem = Editing & { item: PlanItem; lastParagraph: number }
export type EditedIndicator = Editing & { indicator: Indicator }

/** An item with what an editor needs: its revision and who saved it last. */
export async function getItem(context: Context, itemId: string): Promise<EditedItem> {
  authorize(context, permissions, 'read-working-plan')
  const row = await tables(context)
    .selectFrom('planItems')
    .selectAll()
    .where('id', '=', itemId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  const { planId, revision, updatedAt, updatedBy, lastParagraph, ...columns } = found(row, '項目')
  return { planId, revision, updatedAt, updatedBy, lastParagraph, item: itemOf(columns) }
}

export async function getIndicator(context: Context, indicatorId: string): Promise<EditedIndicator> {
  authorize(context, permissions, 'read-working-plan')
  const row = await tables(context)
    .selectFrom('planIndicators')
    .selectAll()
    .where('id', '=', indicatorId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  const { planId, revision, updatedAt, updatedBy, ...columns } = found(row, '指標')
  return { planId, revision, updatedAt, updatedBy, indicator: indicatorOf(columns) }
}

export type Deleted = {
  id: string
  what: 'policy' | 'measure' | 'program' | 'indicator'
  title: string
  deletedAt: string
}

/** What was deleted and can come back, newest first: not what went along with something above it. */
export async function listDeleted(context: Context, planId: string): Promise<Deleted[]> {
  authorize(context, permissions, 'read-working-plan')
  const items = await tables(context)
    .selectFrom('planItems')
    .select(['id', 'kind', 'title', 'deletedAt'])
    .where('planId', '=', planId)
    .where('deletedAt', 'is not', null)
    .whereRef('deletedWith', '=', 'id')
    .execute()
  const indicators = await tables(context)
    .selectFrom('planIndicators')
    .select(['id', 'name', 'deletedAt'])
    .where('planId', '=', planId)
    .where('deletedAt', 'is not', null)
    .whereRef('deletedWith', '=', 'id')
    .execute()
  const all: Deleted[] = [
    ...items.map(({ id, kind, title, deletedAt }) => ({ id, what: kind, title, deletedAt: deletedAt ?? '' })),
    ...indicators.map(({ id, name, deletedAt }) => ({
      id,
      what: 'indicator' as const,
      title: name,
      deletedAt: deletedAt ?? '',
    })),
  ]
  return all.sort((a, b) =>
    a.deletedAt === b.deletedAt ? (a.id < b.id ? -1 : 1) : a.deletedAt < b.deletedAt ? 1 : -1,
  )
}

import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { getIndicator, getItem } from '../queries/items.ts'
import { getPlanHead } from '../queries/plans.ts'
import { tables } from '../tables.ts'
import { renumberIndicators } from './indicators.ts'
import { renumber, siblingsOf } from './structure.ts'
import { touchPlan } from './touch.ts'

/** Puts an item and all below it aside. Nothing is lost: `restoreItem` brings the same back under the same ids. */
export const deleteItem = command(
  permissions,
  'change-structure',
  async (context, { itemId }: { itemId: string }) => {
    const { item, planId } = await getItem(context, itemId)
    const gone = { deletedAt: context.now.toISOString(), deletedWith: itemId }
    const ids = await subtree(context, planId, itemId)
    await tables(context).updateTable('planItems').set(gone).where('id', 'in', ids).execute()
    await tables(context)
      .updateTable('planIndicators')
      .set(gone)
      .where('itemId', 'in', ids)
      .where('deletedAt', 'is', null)
      .execute()
    await renumber(context, await siblingsOf(context, planId, item.parentId))
    await touchPlan(context, planId)
  },
)

/** Brings back what `deleteItem` put aside, as the last of its siblings. */
export const restoreItem = command(
  permissions,
  'change-structure',
  async (context, { itemId }: { itemId: string }) => {
    const row = found(
      await tables(context)
        .selectFrom('planItems')
        .select(['planId', 'parentId'])
        .where('id', '=', itemId)
        .where('deletedWith', '=', itemId)
        .executeTakeFirst(),
      '削除した項目',
    )
    const { planId, parentId } = row
    await refuseWithoutParent(context, planId, parentId)
    const others = await siblingsOf(context, planId, parentId)
    const back = { deletedAt: null, deletedWith: null }
    await tables(context).updateTable('planItems').set(back).where('deletedWith', '=', itemId).execute()
    await tables(context).updateTable('planIndicators').set(back).where('deletedWith', '=', itemId).execute()
    await renumber(context, [...others, itemId])
    await touchPlan(context, planId)
  },
)

async function refuseWithoutParent(context: Context, planId: string, parentId: string | null) {
  const { head } = await getPlanHead(context, planId)
  if (parentId === head.concept.vision.id) return
  const parent = await tables(context)
    .selectFrom('planItems')
    .select('id')
    .where('id', '=', parentId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!parent) throw new Refusal('conflict', '上の項目も削除されています。先に上の項目を戻してください')
}

/** The item and everything below it that is still there. */
async function subtree(context: Context, planId: string, itemId: string): Promise<string[]> {
  const ids = [itemId]
  for (const id of ids) ids.push(...(await siblingsOf(context, planId, id)))
  return ids
}

export const deleteIndicator = command(
  permissions,
  'change-structure',
  async (context, { indicatorId }: { indicatorId: string }) => {
    const { indicator, planId } = await getIndicator(context, indicatorId)
    await tables(context)
      .updateTable('planIndicators')
      .set({ deletedAt: context.now.toISOString(), deletedWith: indicatorId })
      .where('id', '=', indicatorId)
      .execute()
    await renumberIndicators(context, indicator.itemId)
    await touchPlan(context, planId)
  },
)

export const restoreIndicator = command(
  permissions,
  'change-structure',
  async (context, { indicatorId }: { indicatorId: string }) => {
    const { planId, itemId } = found(
      await tables(context)
        .selectFrom('planIndicators')
        .select(['planId', 'itemId'])
        .where('id', '=', indicatorId)
        .where('deletedWith', '=', indicatorId)
        .executeTakeFirst(),
      '削除した指標',
    )
    const { head } = await getPlanHead(context, planId)
    if (itemId !== head.concept.vision.id) await getItem(context, itemId)
    await tables(context)
      .updateTable('planIndicators')
      .set({ deletedAt: null, deletedWith: null, order: 9999 })
      .where('id', '=', indicatorId)
      .execute()
    await renumberIndicators(context, itemId)
    await touchPlan(context, planId)
  },
)

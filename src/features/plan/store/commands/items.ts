import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { hashOf } from '#src/formats/canonical-json.ts'
import { type PlanItem, planItem } from '#src/formats/plan-item.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { mayEditItem, permissions } from '../../core/permissions.ts'
import { getItem } from '../queries/items.ts'
import { itemColumns } from '../queries/rows.ts'
import { tables } from '../tables.ts'
import { dropDraftOf } from './drafts.ts'
import { savedNow, touchPlan } from './touch.ts'

type Fixed = 'id' | 'kind' | 'parentId' | 'order'
type Changes = {
  [Kind in PlanItem['kind']]: Partial<Omit<Extract<PlanItem, { kind: Kind }>, Fixed>>
}[PlanItem['kind']]
type Save = { itemId: string; revision: number; changes: Changes; lastParagraph?: number }

/** Saves texts and links of an item. Its place in the tree is not touched. */
export const saveItem = command(permissions, 'edit-item', async (context, given: Save) => {
  const current = await getItem(context, given.itemId)
  if (!mayEditItem(await getOwner(context), current.item)) {
    throw new Refusal('forbidden', 'この施策は、主管課か関係課の入力担当だけが直せます')
  }
  refuseIfStale(current, given.revision)
  const item = planItem.parse({ ...current.item, ...given.changes })
  context.trail.beforeHash = hashOf(current.item)
  context.trail.afterHash = hashOf(item)
  await writeItem(context, item, {
    revision: current.revision + 1,
    lastParagraph: Math.max(current.lastParagraph, given.lastParagraph ?? 0),
  })
  await dropDraftOf(context, given.itemId)
  await touchPlan(context, current.planId)
})

async function writeItem(
  context: Context,
  item: PlanItem,
  counts: { revision: number; lastParagraph: number },
) {
  const { title, content } = itemColumns(item)
  await tables(context)
    .updateTable('planItems')
    .set({ title, content, ...counts, ...savedNow(context) })
    .where('id', '=', item.id)
    .execute()
}

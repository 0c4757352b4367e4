import { type ItemKind, planItem } from '#src/formats/plan-item.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { mayHold } from '../../core/allowed-parents.ts'
import { permissions } from '../../core/permissions.ts'
import { getItem } from '../queries/items.ts'
import { getPlanHead } from '../queries/plans.ts'
import { itemColumns } from '../queries/rows.ts'
import { tables } from '../tables.ts'
import { savedNow, touchPlan } from './touch.ts'

type NewItem = { planId: string; parentId: string; kind: ItemKind; title: string; titleKana?: string }

/** Adds an item as the last of its siblings. */
export const addItem = command(permissions, 'change-structure', async (context, given: NewItem) => {
  const { planId, parentId, kind, title, titleKana = '' } = given
  await refuseWrongParent(context, { planId, parentId, kind })
  const siblings = await siblingsOf(context, planId, parentId)
  const id = context.newId({ policy: 'po', measure: 'me', program: 'pr' }[kind])
  const item = planItem.parse({ id, kind, parentId, order: siblings.length + 1, title, titleKana })
  await tables(context)
    .insertInto('planItems')
    .values({
      ...itemColumns(item),
      kind,
      planId,
      lastParagraph: 0,
      revision: 1,
      ...savedNow(context),
      deletedAt: null,
      deletedWith: null,
    })
    .execute()
  await touchPlan(context, planId)
  return id
})

/** Gives an item another name. Its id, address and history stay. */
export const renameItem = command(
  permissions,
  'change-structure',
  async (context, given: { itemId: string; revision: number; title: string; titleKana: string }) => {
    const current = await getItem(context, given.itemId)
    refuseIfStale(current, given.revision)
    const item = planItem.parse({ ...current.item, title: given.title, titleKana: given.titleKana })
    const { title, content } = itemColumns(item)
    await tables(context)
      .updateTable('planItems')
      .set({ title, content, revision: current.revision + 1, ...savedNow(context) })
      .where('id', '=', given.itemId)
      .execute()
    await touchPlan(context, current.planId)
  },
)

/** Moves an item one place up or down among its siblings. At the end of the row nothing happens. */
export const moveItem = command(
  permissions,
  'change-structure',
  async (context, { itemId, towards }: { itemId: string; towards: 'up' | 'down' }) => {
    const { item, planId } = await getItem(context, itemId)
    const ids = await siblingsOf(context, planId, item.parentId)
    const from = ids.indexOf(itemId)
    const to = from + (towards === 'up' ? -1 : 1)
    if (to < 0 || to >= ids.length) return
    ids.splice(to, 0, ...ids.splice(from, 1))
    await renumber(context, ids)
    await touchPlan(context, planId)
  },
)

type Place = { itemId: string; parentId: string; position?: number }

/** Moves an item with all below it to another parent, or to a place (from 1) among its own siblings. */
export const moveItemTo = command(permissions, 'change-structure', async (context, given: Place) => {
  const { itemId, parentId, position } = given
  const { item, planId } = await getItem(context, itemId)
  await refuseWrongParent(context, { planId, parentId, kind: item.kind, movingId: itemId })
  const others = (await siblingsOf(context, planId, parentId)).filter((id) => id !== itemId)
  const at = Math.min(Math.max((position ?? others.length + 1) - 1, 0), others.length)
  await tables(context)
    .updateTable('planItems')
    .set({ parentId, ...savedNow(context) })
    .where('id', '=', itemId)
    .execute()
  await renumber(context, others.toSpliced(at, 0, itemId))
  if (item.parentId !== parentId) await renumber(context, await siblingsOf(context, planId, item.parentId))
  await touchPlan(context, planId)
})

type Parenthood = { planId: string; parentId: string; kind: ItemKind; movingId?: string }

/** The parent must exist, be of a kind that may hold the item, and not lie below the item itself. */
async function refuseWrongParent(context: Context, { planId, parentId, kind, movingId }: Parenthood) {
  const { head } = await getPlanHead(context, planId)
  if (parentId === head.concept.vision.id) {
    if (!mayHold('vision', kind, head.policyDepth)) throw new Refusal('conflict', 'ここには置けません')
    return
  }
  const parent = found(
    await tables(context)
      .selectFrom('planItems')
      .select(['id', 'kind', 'parentId'])
      .where('planId', '=', planId)
      .where('id', '=', parentId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst(),
    '移す先',
  )
  if (!mayHold(parent.kind, kind, head.policyDepth)) throw new Refusal('conflict', 'ここには置けません')
  if (parent.id === movingId || parent.parentId === movingId) {
    throw new Refusal('conflict', '自分の下へは移せません')
  }
}

/** Ids of the items below one parent, in their order. */
export async function siblingsOf(context: Context, planId: string, parentId: string | null) {
  const rows = await tables(context)
    .selectFrom('planItems')
    .select('id')
    .where('planId', '=', planId)
    .where('parentId', parentId === null ? 'is' : '=', parentId)
    .where('deletedAt', 'is', null)
    .orderBy('order')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Siblings are numbered 1…n without a gap (ST006). Numbering is not an edit of the item: revisions stay. */
export async function renumber(context: Context, ids: readonly string[]) {
  for (const [position, id] of ids.entries()) {
    await tables(context)
      .updateTable('planItems')
      .set({ order: position + 1 })
      .where('id', '=', id)
      .where('order', '!=', position + 1)
      .execute()
  }
}

import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { type DataPoint, dataPoint, type EvidenceLink, evidenceLink } from '#src/formats/plan-parts.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { mayEditItem, permissions } from '../../core/permissions.ts'
import { getItem } from '../queries/items.ts'
import { type PartList, tables } from '../tables.ts'
import { touchPlan } from './touch.ts'

/** Ties an issue, a direction or an indicator to what it rests on (根拠). */
export const addEvidence = command(
  permissions,
  'edit-item',
  async (context, { itemId, link }: { itemId: string; link: Omit<EvidenceLink, 'id' | 'addedBy'> }) => {
    const { item, planId } = await getItem(context, itemId)
    await refuseForeign(context, item)
    if (!(await standsIn(context, itemId, link.from)))
      throw new Refusal('conflict', 'この施策の段落や指標ではありません')
    const id = context.newId('ev')
    await addPart(context, { planId, list: 'evidence', part: evidenceLink.parse({ ...link, id }) })
    return id
  },
)

/** Takes an evidence link away again. */
export const removeEvidence = command(
  permissions,
  'edit-item',
  async (context, { itemId, evidenceId }: { itemId: string; evidenceId: string }) => {
    const { item, planId } = await getItem(context, itemId)
    await refuseForeign(context, item)
    const row = found(
      await tables(context)
        .selectFrom('planParts')
        .select('content')
        .where('id', '=', evidenceId)
        .where('list', '=', 'evidence')
        .executeTakeFirst(),
      '根拠',
    )
    if (!(await standsIn(context, itemId, evidenceLink.parse(JSON.parse(row.content)).from)))
      throw new Refusal('conflict', 'この施策の根拠ではありません')
    await tables(context).deleteFrom('planParts').where('id', '=', evidenceId).execute()
    await touchPlan(context, planId)
  },
)

/** Adds a figure that texts can quote. */
export const addDataPoint = command(
  permissions,
  'edit-concept',
  async (context, { planId, point }: { planId: string; point: Omit<DataPoint, 'id'> }) => {
    const id = context.newId('dp')
    await addPart(context, { planId, list: 'dataPoints', part: dataPoint.parse({ ...point, id }) })
    return id
  },
)

/** Whether a place is of an item: the item itself, its paragraphs, its indicators. */
async function standsIn(context: Context, itemId: string, place: string): Promise<boolean> {
  if (place === itemId || place.startsWith(`${itemId}/`)) return true
  const indicator = await tables(context)
    .selectFrom('planIndicators')
    .select('id')
    .where('id', '=', place)
    .where('itemId', '=', itemId)
    .executeTakeFirst()
  return indicator !== undefined
}

async function refuseForeign(context: Context, item: Parameters<typeof mayEditItem>[1]) {
  if (mayEditItem(await getOwner(context), item)) return
  throw new Refusal('forbidden', 'この施策は、主管課か関係課の入力担当だけが直せます')
}

type NewPart = { planId: string; list: PartList; part: { id: string } }

export async function addPart(context: Context, { planId, list, part }: NewPart) {
  const { position } = await tables(context)
    .selectFrom('planParts')
    .select((select) => select.fn.max('position').as('position'))
    .where('planId', '=', planId)
    .where('list', '=', list)
    .executeTakeFirstOrThrow()
  await tables(context)
    .insertInto('planParts')
    .values({
      id: part.id,
      planId,
      list,
      position: Number(position ?? -1) + 1,
      content: JSON.stringify(part),
    })
    .execute()
  await touchPlan(context, planId)
}

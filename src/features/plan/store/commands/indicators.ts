import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { hashOf } from '#src/formats/canonical-json.ts'
import { type Indicator, indicator as indicatorSchema } from '#src/formats/plan-indicator.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { mayEditItem, permissions } from '../../core/permissions.ts'
import { getIndicator, getItem } from '../queries/items.ts'
import { getPlanHead } from '../queries/plans.ts'
import { indicatorColumns } from '../queries/rows.ts'
import { tables } from '../tables.ts'
import { dropDraftOf } from './drafts.ts'
import { savedNow, touchPlan } from './touch.ts'

/** Adds an indicator with its name to a measure, or as an overall goal (総括的な目標) to the vision. */
export const addIndicator = command(
  permissions,
  'edit-item',
  async (context, { planId, itemId, name }: { planId: string; itemId: string; name: string }) => {
    const owner = await refuseUnlessEditor(context, planId, itemId)
    const { head } = await getPlanHead(context, planId)
    const [first, last] = head.period.fiscalYears
    const id = context.newId('in')
    const indicator = indicatorSchema.parse({
      id,
      itemId,
      order: (await indicatorIds(context, itemId)).length + 1,
      name,
      kind: 'outcome',
      unit: '',
      direction: null,
      accumulation: null,
      source: { kind: 'other', ref: '' },
      baseline: { fiscalYear: first - 1, value: null },
      target: { fiscalYear: last, value: null },
      ownerId: owner,
    })
    await tables(context)
      .insertInto('planIndicators')
      .values({
        ...indicatorColumns(indicator),
        planId,
        revision: 1,
        ...savedNow(context),
        deletedAt: null,
        deletedWith: null,
      })
      .execute()
    await touchPlan(context, planId)
    return id
  },
)

type Save = {
  indicatorId: string
  revision: number
  changes: Partial<Omit<Indicator, 'id' | 'itemId' | 'order'>>
}

export const saveIndicator = command(permissions, 'edit-item', async (context, given: Save) => {
  const current = await getIndicator(context, given.indicatorId)
  await refuseUnlessEditor(context, current.planId, current.indicator.itemId)
  refuseIfStale(current, given.revision)
  const saved = indicatorSchema.parse({ ...current.indicator, ...given.changes })
  context.trail.beforeHash = hashOf(current.indicator)
  context.trail.afterHash = hashOf(saved)
  const { name, content } = indicatorColumns(saved)
  await tables(context)
    .updateTable('planIndicators')
    .set({ name, content, revision: current.revision + 1, ...savedNow(context) })
    .where('id', '=', saved.id)
    .execute()
  await dropDraftOf(context, saved.id)
  await touchPlan(context, current.planId)
})

/** Moves an indicator one place up or down in its measure. */
export const moveIndicator = command(
  permissions,
  'edit-item',
  async (context, { indicatorId, towards }: { indicatorId: string; towards: 'up' | 'down' }) => {
    const { indicator, planId } = await getIndicator(context, indicatorId)
    await refuseUnlessEditor(context, planId, indicator.itemId)
    const ids = await indicatorIds(context, indicator.itemId)
    const from = ids.indexOf(indicatorId)
    const to = from + (towards === 'up' ? -1 : 1)
    if (to < 0 || to >= ids.length) return
    ids.splice(to, 0, ...ids.splice(from, 1))
    await writeOrder(context, ids)
    await touchPlan(context, planId)
  },
)

export const renumberIndicators = async (context: Context, itemId: string) =>
  writeOrder(context, await indicatorIds(context, itemId))

async function writeOrder(context: Context, ids: readonly string[]) {
  for (const [position, id] of ids.entries()) {
    await tables(context)
      .updateTable('planIndicators')
      .set({ order: position + 1 })
      .where('id', '=', id)
      .execute()
  }
}

async function indicatorIds(context: Context, itemId: string) {
  const rows = await tables(context)
    .selectFrom('planIndicators')
    .select('id')
    .where('itemId', '=', itemId)
    .where('deletedAt', 'is', null)
    .orderBy('order')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The overall goals are the secretariat's; other indicators belong to who may edit the measure. Returns its unit. */
async function refuseUnlessEditor(context: Context, planId: string, itemId: string) {
  const { head } = await getPlanHead(context, planId)
  const item =
    itemId === head.concept.vision.id ? { lead: null, support: [] } : (await getItem(context, itemId)).item
  if (mayEditItem(await getOwner(context), item)) return item.lead
  throw new Refusal('forbidden', 'この指標は、施策の主管課か関係課の入力担当だけが直せます')
}

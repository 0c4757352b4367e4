import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { hashOf } from '#src/formats/canonical-json.ts'
import { type DataPoint, dataPoint, type Project, project } from '#src/formats/plan-parts.ts'
import { command } from '#src/platform/command.ts'
import type { AuditTrail, Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { mayEditItem, permissions } from '../../core/permissions.ts'
import { quotingTexts } from '../../core/quoting-texts.ts'
import { getItem } from '../queries/items.ts'
import { getPlanDocument } from '../queries/plans.ts'
import { type PartList, tables } from '../tables.ts'
import { addPart } from './parts.ts'
import { touchPlan } from './touch.ts'

type NewProject = { planId: string; parentId: string; title: string }

/** Adds a project (事務事業) below a measure or a program. Returns its id. */
export const addProject = command(permissions, 'edit-item', async (context, given: NewProject) => {
  const { planId, parentId, title } = given
  const owner = await refuseForeign(context, planId, parentId)
  const id = context.newId('pj')
  await addPart(context, {
    planId,
    list: 'projects',
    part: project.parse({ id, parentId, title, ownerId: owner }),
  })
  return id
})

/** `seen` is the hash of what the person had before her. */
type Save<Part> = { planId: string; part: Part; seen: string }

export const saveProject = command(
  permissions,
  'edit-item',
  async (context, { planId, part, seen }: Save<Project>) => {
    await refuseForeign(context, planId, part.parentId)
    const before = await getPart(context, { planId, list: 'projects', id: part.id })
    await refuseForeign(context, planId, project.parse(before).parentId)
    await replacePart(context, { planId, before, after: project.parse(part), seen })
  },
)

export const removeProject = command(
  permissions,
  'edit-item',
  async (context, { planId, projectId }: { planId: string; projectId: string }) => {
    const before = project.parse(await getPart(context, { planId, list: 'projects', id: projectId }))
    await refuseForeign(context, planId, before.parentId)
    context.trail.beforeHash = hashOf(before)
    await dropPart(context, planId, projectId)
  },
)

/** Changes a figure that texts quote: every text shows the new one from now on. */
export const saveDataPoint = command(
  permissions,
  'edit-concept',
  async (context, { planId, part, seen }: Save<DataPoint>) => {
    const before = await getPart(context, { planId, list: 'dataPoints', id: part.id })
    await replacePart(context, { planId, before, after: dataPoint.parse(part), seen })
  },
)

/** Takes a figure away that no text quotes any more. */
export const removeDataPoint = command(
  permissions,
  'edit-concept',
  async (context, { planId, pointId }: { planId: string; pointId: string }) => {
    const before = await getPart(context, { planId, list: 'dataPoints', id: pointId })
    const quoting = quotingTexts(await getPlanDocument(context, planId), pointId)
    if (quoting.length > 0) {
      throw new Refusal(
        'conflict',
        `本文の${quoting.length}か所で使っているため、消せません。先に本文を直してください`,
      )
    }
    context.trail.beforeHash = hashOf(before)
    await dropPart(context, planId, pointId)
  },
)

type Tracked = Context & { trail: AuditTrail }
type Place = { planId: string; list: PartList; id: string }

async function getPart(context: Context, { planId, list, id }: Place): Promise<unknown> {
  const row = await tables(context)
    .selectFrom('planParts')
    .select('content')
    .where('id', '=', id)
    .where('planId', '=', planId)
    .where('list', '=', list)
    .executeTakeFirst()
  return JSON.parse(found(row, list === 'projects' ? '事務事業' : '統計値').content)
}

type Replace = { planId: string; before: unknown; after: { id: string }; seen: string }

async function replacePart(context: Tracked, { planId, before, after, seen }: Replace) {
  if (hashOf(before) !== seen) throw new Refusal('stale', 'ほかの人が先に保存しました')
  context.trail.objects.push(after.id)
  context.trail.beforeHash = hashOf(before)
  context.trail.afterHash = hashOf(after)
  await tables(context)
    .updateTable('planParts')
    .set({ content: JSON.stringify(after) })
    .where('id', '=', after.id)
    .execute()
  await touchPlan(context, planId)
}

async function dropPart(context: Tracked, planId: string, id: string) {
  context.trail.objects.push(id)
  await tables(context).deleteFrom('planParts').where('id', '=', id).where('planId', '=', planId).execute()
  await touchPlan(context, planId)
}

/** Projects belong to whoever may edit the item they stand under. Returns its unit. */
async function refuseForeign(context: Context, planId: string, parentId: string) {
  const { item, planId: own } = await getItem(context, parentId)
  if (own !== planId || item.kind === 'policy') {
    throw new Refusal('conflict', '事務事業は、この計画の施策か基本事業の下に置きます')
  }
  if (mayEditItem(await getOwner(context), item)) return item.lead
  throw new Refusal('forbidden', 'この事務事業は、施策の主管課か関係課の入力担当だけが直せます')
}

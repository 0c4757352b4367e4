import { canonicalJson, hashOf } from '#src/formats/canonical-json.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'
import type { Project } from '#src/formats/plan-parts.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { getPlanDocument, getPlanHead } from '../queries/plans.ts'
import { indicatorColumns, itemColumns, lastParagraphOf } from '../queries/rows.ts'
import { tables } from '../tables.ts'
import { addPart } from './parts.ts'
import { savedNow, touchPlan } from './touch.ts'

type Taking = {
  planId: string
  /** The state of the plan that the look was made on. */
  changeCount: number
  plan: Pick<PlanDocument, 'items' | 'indicators' | 'projects'>
}

/** Takes the items, indicators and projects of a workbook over into the working plan, all or nothing. */
export const takeInWorkbook = command(
  permissions,
  'import-plan',
  async (context, { planId, changeCount, plan }: Taking) => {
    const head = await getPlanHead(context, planId)
    if (head.changeCount !== changeCount) {
      throw new Refusal(
        'stale',
        '確かめたあとに、計画がほかの人に変えられました。もう一度ファイルを選んでください',
      )
    }
    const before = await getPlanDocument(context, planId)
    context.trail.objects.push(planId)
    context.trail.beforeHash = hashOf(before)
    context.trail.afterHash = hashOf({ ...before, ...plan })
    for (const { one, old } of changed(before.items, plan.items))
      await writeItem(context, { planId, one, old })
    for (const { one, old } of changed(before.indicators, plan.indicators))
      await writeIndicator(context, { planId, one, old })
    for (const { one, old } of changed(before.projects, plan.projects))
      await writeProject(context, { planId, one, old })
    await touchPlan(context, planId)
  },
)

type Write<One> = { planId: string; one: One; old: One | undefined }

/** What is new or not as before. */
function changed<One extends { id: string }>(before: readonly One[], after: readonly One[]) {
  const known = new Map(before.map((one) => [one.id, one]))
  return after.flatMap((one) => {
    const old = known.get(one.id)
    return old && canonicalJson(old) === canonicalJson(one) ? [] : [{ one, old }]
  })
}

async function writeItem(context: Context, { planId, one, old }: Write<PlanItem>) {
  const { kind: _, ...columns } = itemColumns(one)
  if (old) {
    await tables(context)
      .updateTable('planItems')
      .set((set) => ({
        ...columns,
        lastParagraph:
          lastParagraphOf(one) > lastParagraphOf(old) ? lastParagraphOf(one) : set.ref('lastParagraph'),
        revision: set('revision', '+', 1),
        ...savedNow(context),
      }))
      .where('id', '=', one.id)
      .execute()
    return
  }
  await tables(context)
    .insertInto('planItems')
    .values({
      ...columns,
      kind: one.kind,
      planId,
      lastParagraph: lastParagraphOf(one),
      revision: 1,
      ...savedNow(context),
      deletedAt: null,
      deletedWith: null,
    })
    .execute()
}

async function writeIndicator(context: Context, { planId, one, old }: Write<Indicator>) {
  const columns = indicatorColumns(one)
  if (old) {
    await tables(context)
      .updateTable('planIndicators')
      .set((set) => ({ ...columns, revision: set('revision', '+', 1), ...savedNow(context) }))
      .where('id', '=', one.id)
      .execute()
    return
  }
  await tables(context)
    .insertInto('planIndicators')
    .values({ ...columns, planId, revision: 1, ...savedNow(context), deletedAt: null, deletedWith: null })
    .execute()
}

async function writeProject(context: Context, { planId, one, old }: Write<Project>) {
  if (!old) return addPart(context, { planId, list: 'projects', part: one })
  await tables(context)
    .updateTable('planParts')
    .set({ content: JSON.stringify(one) })
    .where('id', '=', one.id)
    .where('list', '=', 'projects')
    .execute()
}

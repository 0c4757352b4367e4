import { z } from 'zod'
import { listUnits } from '#src/features/organization/store/queries.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { enteredIn, type Problems, problemsOf } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import { numbersOf } from '../core/numbering.ts'
import { permissions } from '../core/permissions.ts'
import { treeOf } from '../core/plan-tree.ts'
import { addItem, moveItem, moveItemTo, renameItem } from '../store/commands/structure.ts'
import { planFacts } from '../store/queries/facts.ts'
import { getItem, listDeleted } from '../store/queries/items.ts'
import { lintNow } from '../store/queries/lint.ts'
import { getPlanDocument } from '../store/queries/plans.ts'
import { planAddress } from './parts/addresses.ts'
import { countFindings, filterOf } from './parts/plan-outline.ts'
import type { Opened } from './parts/plan-tree-props.ts'
import { PlanTreeView } from './parts/plan-tree-view.tsx'

/** 体系と施策: the tree of the working plan, to read, filter and rearrange. */
export const planTreePage = page('/staff/plans/:planId', {
  audience: 'staff',
  async show(context, { params, url }) {
    const [act = '', id = ''] = (url.searchParams.get('open') ?? '').split(':')
    const opened = act && id ? await openedOf(context, act, id) : undefined
    return screen(context, { planId: params.planId, url, ...(opened ? { opened } : {}) })
  },
  async submit(context, { params, url }, form) {
    const { planId } = params
    const entered = enteredIn(form)
    const read = acts.safeParse({ ...entered })
    if (!read.success) {
      const opened = {
        act: entered['act'] ?? '',
        id: entered['itemId'] ?? entered['parentId'] ?? '',
        entered,
        problems: problemsOf(read.error),
      }
      return { ...(await screen(context, { planId, url, opened })), status: 422 }
    }
    return perform(context, { planId, url }, read.data)
  },
})

const title = z.string().trim().min(1, '名前を書いてください').max(100, '名前は100字以内にしてください')
const titleKana = z.string().trim().max(200, 'よみは200字以内にしてください').default('')

const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('up'), itemId: z.string() }),
  z.object({ act: z.literal('down'), itemId: z.string() }),
  z.object({
    act: z.literal('to'),
    itemId: z.string(),
    parentId: z.string().min(1, '移す先を選んでください'),
    position: z.coerce.number().int().min(1).optional(),
  }),
  z.object({
    act: z.literal('rename'),
    itemId: z.string(),
    revision: z.coerce.number().int(),
    title,
    titleKana,
  }),
  z.object({
    act: z.literal('add'),
    parentId: z.string(),
    kind: z.enum(['policy', 'measure', 'program']),
    title,
    titleKana,
  }),
])

type Place = { planId: string; url: URL }

async function perform(
  context: Context,
  { planId, url }: Place,
  done: z.infer<typeof acts>,
): Promise<Screen | SeeOther> {
  const back = (notice: string, id: string) => ({ seeOther: `${planAddress(planId)}?notice=${notice}#${id}` })
  switch (done.act) {
    case 'up':
    case 'down':
      await moveItem(context, { itemId: done.itemId, towards: done.act })
      return { seeOther: `${planAddress(planId)}?open=move:${done.itemId}&notice=moved#${done.itemId}` }
    case 'to':
      await moveItemTo(context, {
        itemId: done.itemId,
        parentId: done.parentId,
        ...(done.position ? { position: done.position } : {}),
      })
      return back('moved', done.itemId)
    case 'add':
      return back('added', await addItem(context, { planId, ...done }))
    case 'rename':
      return rename(context, { planId, url }, done)
  }
}

type Renaming = { itemId: string; revision: number; title: string; titleKana: string }

/** Renaming over somebody else's new name shows both; what was typed stays in the field. */
async function rename(context: Context, place: Place, given: Renaming): Promise<Screen | SeeOther> {
  const outcome = await unlessStale(renameItem(context, given))
  if (!outcome.isStale) {
    return { seeOther: `${planAddress(place.planId)}?notice=renamed#${given.itemId}` }
  }
  const current = await getItem(context, given.itemId)
  const problems: Problems = {
    title: `ほかの人が先に「${current.item.title}」へ改めました。あなたの入力でよければ、もう一度「改める」を押してください`,
  }
  const entered = { title: given.title, titleKana: given.titleKana, revision: String(current.revision) }
  const opened = { act: 'rename', id: given.itemId, entered, problems }
  return { ...(await screen(context, { ...place, opened })), status: 409 }
}

async function openedOf(context: Context, act: string, id: string): Promise<Opened> {
  if (act !== 'rename') return { act, id, entered: {}, problems: {} }
  const { item, revision } = await getItem(context, id)
  const entered = { title: item.title, titleKana: item.titleKana, revision: String(revision) }
  return { act, id, entered, problems: {} }
}

async function screen(
  context: Context,
  { planId, url, opened }: Place & { opened?: Opened },
): Promise<Screen> {
  const plan: PlanDocument = await getPlanDocument(context, planId)
  const [facts, report, units, deleted] = await Promise.all([
    planFacts(context, planId),
    lintNow(context, plan),
    listUnits(context),
    listDeleted(context, planId),
  ])
  return {
    title: '体系と施策',
    facts,
    isInvented: plan.isInvented,
    body: (
      <PlanTreeView
        plan={plan}
        tree={treeOf(plan)}
        numbers={numbersOf(plan)}
        counts={countFindings(plan, report.findings)}
        unitNames={new Map(units.map(({ id, name }) => [id, name]))}
        filter={filterOf(url)}
        opened={opened}
        mayChange={mayDo(context.actor, permissions, 'change-structure')}
        deletedCount={deleted.length}
      />
    ),
  }
}

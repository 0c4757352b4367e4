import type { Measure } from '#src/formats/plan-item.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { draftKept } from '#src/ui/waiting-draft.tsx'
import { measureLinksEntered, readMeasureLinks } from '../core/forms/measure-links-form.ts'
import { discardDraft, keepDraft } from '../store/commands/drafts.ts'
import { saveItem } from '../store/commands/items.ts'
import { findDraft } from '../store/queries/drafts.ts'
import { getItem } from '../store/queries/items.ts'
import { itemAddress } from './parts/addresses.ts'
import { contentOf, type EditorState } from './parts/editing.tsx'
import { type ItemFrame, itemFrame } from './parts/item-frame.tsx'
import { ItemLinksView } from './parts/item-links-view.tsx'

/** 役割・つながり: roles, SDGs, Society 5.0, the six principles, priority, review triggers of a measure. */
export const itemLinksPage = page('/staff/plans/:planId/items/:itemId/links', {
  audience: 'staff',
  async show(context, { params, url }) {
    const { frame, measure } = await measureFrame(context, params.planId, params.itemId)
    const draft = await findDraft(context, formOf(params.itemId))
    const isDraftOpen = draft !== undefined && url.searchParams.get('draft') === 'open'
    const entered = isDraftOpen ? draft.entered : measureLinksEntered(measure, frame.plan)
    return screen(frame, { entered, problems: {}, revision: frame.edited.revision, draft, isDraftOpen })
  },
  async submit(context, { params }, form) {
    const { planId, itemId } = params
    const typed = enteredIn(form)
    const revision = Number(typed['revision'])
    const entered = contentOf(typed)
    if (typed['act'] === 'draft') {
      await keepDraft(context, { form: formOf(itemId), entered, revision })
      return draftKept(context.now)
    }
    const here = `${itemAddress(planId, itemId)}/links`
    if (typed['act'] === 'discard') {
      await discardDraft(context, { form: formOf(itemId) })
      return { seeOther: `${here}?notice=draft-dropped` }
    }
    const { frame, measure } = await measureFrame(context, planId, itemId)
    const { lastParagraph } = frame.edited
    const read = readMeasureLinks(entered, { measure, lastParagraph, sets: frame.plan })
    if (read.problems) {
      return { ...screen(frame, { entered, problems: read.problems, revision }), status: 422 }
    }
    const outcome = await unlessStale(saveItem(context, { itemId, revision, ...read }))
    if (outcome.isStale) return conflict(context, { frame, entered })
    return { seeOther: `${here}?notice=saved` }
  },
})

const formOf = (itemId: string) => `${itemId}/links`

async function measureFrame(context: Context, planId: string, itemId: string) {
  const frame = await itemFrame(context, planId, itemId)
  const { item } = frame.edited
  if (item.kind !== 'measure') throw new Refusal('not-found', 'この項目に役割の欄はありません')
  return { frame, measure: item }
}

async function conflict(
  context: Context,
  { frame, entered }: { frame: ItemFrame; entered: Entered },
): Promise<Screen> {
  const now = await getItem(context, frame.edited.item.id)
  const other = measureLinksEntered(now.item as Measure, frame.plan)
  const state = { entered, problems: {}, revision: now.revision, other }
  return { ...screen({ ...frame, edited: now }, state), status: 409 }
}

function screen(frame: ItemFrame, state: EditorState): Screen {
  const { item } = frame.edited
  return {
    title: `${frame.number} ${item.title}：役割・つながり`,
    crumbs: [
      ...frame.crumbs,
      { label: `${frame.number} ${item.title}`, href: itemAddress(frame.plan.planId, item.id) },
    ],
    facts: frame.facts,
    isInvented: frame.plan.isInvented,
    body: <ItemLinksView frame={frame} state={state} />,
  }
}

import type { PlanItem } from '#src/formats/plan-item.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, entriesOf } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { draftKept } from '#src/ui/waiting-draft.tsx'
import { measureTextEntered, readMeasureText } from '../core/forms/measure-text-form.ts'
import { policyEntered, programEntered, readPolicy, readProgram } from '../core/forms/simple-item-form.ts'
import { discardDraft, keepDraft } from '../store/commands/drafts.ts'
import { saveItem } from '../store/commands/items.ts'
import { findDraft } from '../store/queries/drafts.ts'
import { getItem } from '../store/queries/items.ts'
import { itemAddress } from './parts/addresses.ts'
import { contentOf, type EditorState } from './parts/editing.tsx'
import { type ItemFrame, itemFrame } from './parts/item-frame.tsx'
import { ItemTextView } from './parts/item-text-view.tsx'

/** 内容: the texts of a policy, measure or program. */
export const itemTextPage = page('/staff/plans/:planId/items/:itemId', {
  audience: 'staff',
  async show(context, { params, url }) {
    const frame = await itemFrame(context, params.planId, params.itemId)
    const draft = await findDraft(context, params.itemId)
    const isDraftOpen = draft !== undefined && url.searchParams.get('draft') === 'open'
    return screen(frame, {
      entered: isDraftOpen ? draft.entered : enteredOf(frame.edited.item),
      problems: {},
      revision: frame.edited.revision,
      draft,
      isDraftOpen,
    })
  },
  async submit(context, { params }, form) {
    const { planId, itemId } = params
    const typed: Entered = { ...enteredIn(form), support: entriesOf(form, 'support').join(' ') }
    const revision = Number(typed['revision'])
    const entered = contentOf(typed)
    if (typed['act'] === 'draft') {
      await keepDraft(context, { form: itemId, entered, revision })
      return draftKept(context.now)
    }
    if (typed['act'] === 'discard') {
      await discardDraft(context, { form: itemId })
      return { seeOther: `${itemAddress(planId, itemId)}?notice=draft-dropped` }
    }
    const frame = await itemFrame(context, planId, itemId)
    const read = readItem(entered, frame)
    if (read.problems) {
      return { ...screen(frame, { entered, problems: read.problems, revision }), status: 422 }
    }
    const outcome = await unlessStale(saveItem(context, { itemId, revision, ...read }))
    if (outcome.isStale) return conflict(context, { frame, entered })
    return { seeOther: `${itemAddress(planId, itemId)}?notice=saved` }
  },
})

const enteredOf = (item: PlanItem): Entered =>
  item.kind === 'measure'
    ? measureTextEntered(item)
    : item.kind === 'policy'
      ? policyEntered(item)
      : programEntered(item)

function readItem(entered: Entered, { edited, units }: ItemFrame) {
  const { item, lastParagraph } = edited
  const unitIds = new Set(units.map(({ id }) => id))
  if (item.kind === 'measure') return readMeasureText(entered, { measure: item, lastParagraph, unitIds })
  if (item.kind === 'policy') return readPolicy(entered, { policy: item, lastParagraph, unitIds })
  return readProgram(entered, { program: item, lastParagraph, unitIds })
}

/** Somebody else saved first: their text beside what was typed, and the fields as typed. */
async function conflict(
  context: Context,
  { frame, entered }: { frame: ItemFrame; entered: Entered },
): Promise<Screen> {
  const now = await getItem(context, frame.edited.item.id)
  const state = { entered, problems: {}, revision: now.revision, other: enteredOf(now.item) }
  return { ...screen({ ...frame, edited: now }, state), status: 409 }
}

function screen(frame: ItemFrame, state: EditorState): Screen {
  const { item } = frame.edited
  return {
    title: `${frame.number} ${item.title}`,
    crumbs: frame.crumbs,
    facts: frame.facts,
    isInvented: frame.plan.isInvented,
    body: <ItemTextView frame={frame} state={state} />,
  }
}

import { z } from 'zod'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { enteredIn } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { draftKept } from '#src/ui/waiting-draft.tsx'
import { conceptEntered, readConcept } from '../core/forms/concept-form.ts'
import { permissions } from '../core/permissions.ts'
import { savePlanHead } from '../store/commands/concept.ts'
import { discardDraft, keepDraft } from '../store/commands/drafts.ts'
import { addIndicator } from '../store/commands/indicators.ts'
import { findDraft } from '../store/queries/drafts.ts'
import { planFacts } from '../store/queries/facts.ts'
import { getPlanDocument, getPlanHead } from '../store/queries/plans.ts'
import { conceptAddress, indicatorAddress, planAddress } from './parts/addresses.ts'
import { type ConceptFrame, ConceptView } from './parts/concept-view.tsx'
import { contentOf, type EditorState } from './parts/editing.tsx'

const goal = z.object({ act: z.literal('add-goal'), name: z.string().trim().min(1).max(100) })

/** 基本構想と計画の基本事項: vision, principles, chapters, overall goals, period, labels, preface, terms. */
export const conceptPage = page('/staff/plans/:planId/concept', {
  audience: 'staff',
  async show(context, { params, url }) {
    const { frame, revision } = await frameOf(context, params.planId)
    const draft = await findDraft(context, params.planId)
    const isDraftOpen = draft !== undefined && url.searchParams.get('draft') === 'open'
    const entered = isDraftOpen ? draft.entered : conceptEntered(frame.plan)
    return screen(frame, { entered, problems: {}, revision, draft, isDraftOpen })
  },
  async submit(context, { params }, form) {
    const { planId } = params
    const typed = enteredIn(form)
    const revision = Number(typed['revision'])
    const entered = contentOf(typed)
    const added = goal.safeParse({ ...typed })
    const { frame } = await frameOf(context, planId)
    if (added.success) {
      const itemId = frame.plan.concept.vision.id
      const id = await addIndicator(context, { planId, itemId, name: added.data.name })
      return { seeOther: `${indicatorAddress(planId, id)}?notice=added` }
    }
    if (typed['act'] === 'draft') {
      await keepDraft(context, { form: planId, entered, revision })
      return draftKept(context.now)
    }
    if (typed['act'] === 'discard') {
      await discardDraft(context, { form: planId })
      return { seeOther: `${conceptAddress(planId)}?notice=draft-dropped` }
    }
    const read = readConcept(entered, { head: frame.plan, newId: context.newId })
    if (read.problems) {
      return { ...screen(frame, { entered, problems: read.problems, revision }), status: 422 }
    }
    const outcome = await unlessStale(savePlanHead(context, { planId, revision, changes: read.changes }))
    if (!outcome.isStale) return { seeOther: `${conceptAddress(planId)}?notice=saved` }
    const now = await frameOf(context, planId)
    const state = { entered, problems: {}, revision: now.revision, other: conceptEntered(now.frame.plan) }
    return { ...screen(now.frame, state), status: 409 }
  },
})

async function frameOf(context: Context, planId: string): Promise<{ frame: ConceptFrame; revision: number }> {
  const [plan, { revision }, facts] = await Promise.all([
    getPlanDocument(context, planId),
    getPlanHead(context, planId),
    planFacts(context, planId),
  ])
  return { frame: { plan, facts, mayEdit: mayDo(context.actor, permissions, 'edit-concept') }, revision }
}

function screen(frame: ConceptFrame, state: EditorState): Screen {
  return {
    title: '基本構想と基本事項',
    crumbs: [{ label: '体系と施策', href: planAddress(frame.plan.planId) }],
    facts: frame.facts,
    isInvented: frame.plan.isInvented,
    body: <ConceptView frame={frame} state={state} />,
  }
}

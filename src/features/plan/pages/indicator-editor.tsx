import { listUnits } from '#src/features/organization/store/queries.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { draftKept } from '#src/ui/waiting-draft.tsx'
import { indicatorEntered, readIndicator } from '../core/forms/indicator-form.ts'
import { numbersOf } from '../core/numbering.ts'
import { discardDraft, keepDraft } from '../store/commands/drafts.ts'
import { saveIndicator } from '../store/commands/indicators.ts'
import { findDraft } from '../store/queries/drafts.ts'
import { planFacts } from '../store/queries/facts.ts'
import { getIndicator } from '../store/queries/items.ts'
import { lintNow } from '../store/queries/lint.ts'
import { getPlanDocument } from '../store/queries/plans.ts'
import { conceptAddress, indicatorAddress, itemAddress, planAddress } from './parts/addresses.ts'
import { contentOf, type EditorState } from './parts/editing.tsx'
import { type IndicatorFrame, IndicatorView } from './parts/indicator-view.tsx'

/** One indicator with all its fields, its values by year, and a chart of what was typed. */
export const indicatorEditorPage = page('/staff/plans/:planId/indicators/:indicatorId', {
  audience: 'staff',
  async show(context, { params, url }) {
    const frame = await frameOf(context, params)
    const draft = await findDraft(context, params.indicatorId)
    const isDraftOpen = draft !== undefined && url.searchParams.get('draft') === 'open'
    const entered = isDraftOpen ? draft.entered : indicatorEntered(frame.indicator)
    return screen(frame, { entered, problems: {}, revision: frame.revision, draft, isDraftOpen })
  },
  async submit(context, { params }, form) {
    const { planId, indicatorId } = params
    const typed = enteredIn(form)
    const revision = Number(typed['revision'])
    const entered = contentOf(typed)
    if (typed['act'] === 'draft') {
      await keepDraft(context, { form: indicatorId, entered, revision })
      return draftKept(context.now)
    }
    if (typed['act'] === 'discard') {
      await discardDraft(context, { form: indicatorId })
      return { seeOther: `${indicatorAddress(planId, indicatorId)}?notice=draft-dropped` }
    }
    const frame = await frameOf(context, params)
    const read = readIndicator(entered, frame.indicator, new Set(frame.units.map(({ id }) => id)))
    if (read.problems) {
      return { ...screen(frame, { entered, problems: read.problems, revision }), status: 422 }
    }
    if (typed['act'] === 'chart') return screen(frame, { entered, problems: {}, revision })
    const outcome = await unlessStale(
      saveIndicator(context, { indicatorId, revision, changes: read.changes }),
    )
    if (!outcome.isStale) return { seeOther: `${indicatorAddress(planId, indicatorId)}?notice=saved` }
    const now = await frameOf(context, params)
    const other = indicatorEntered(now.indicator)
    return { ...screen(now, { entered, problems: {}, revision: now.revision, other }), status: 409 }
  },
})

type Params = { planId: string; indicatorId: string }

async function frameOf(context: Context, { planId, indicatorId }: Params): Promise<IndicatorFrame> {
  const edited = await getIndicator(context, indicatorId)
  if (edited.planId !== planId) throw new Refusal('not-found', '指標が見つかりません')
  const plan = await getPlanDocument(context, planId)
  const [report, facts, units] = await Promise.all([
    lintNow(context, plan),
    planFacts(context, planId),
    listUnits(context),
  ])
  return {
    plan,
    indicator: edited.indicator,
    revision: edited.revision,
    findings: report.findings.filter(({ subjectId }) => subjectId === indicatorId),
    units: units.map(({ id, name }) => ({ id, name })),
    facts,
  }
}

/** What would be drawn: the indicator with the values as typed, as far as they can be read. */
function drawn(indicator: Indicator, entered: Entered): Indicator {
  const read = readIndicator(entered, indicator, new Set())
  return read.problems ? indicator : { ...indicator, ...read.changes }
}

function screen(frame: IndicatorFrame, state: EditorState): Screen {
  const { plan, indicator } = frame
  const item = plan.items.find(({ id }) => id === indicator.itemId)
  const number = item ? (numbersOf(plan).get(item.id) ?? '') : ''
  const owner = item
    ? [{ label: `${number} ${item.title}`, href: `${itemAddress(plan.planId, item.id)}/indicators` }]
    : [{ label: '基本構想', href: conceptAddress(plan.planId) }]
  return {
    title: indicator.name,
    crumbs: [{ label: '体系と施策', href: planAddress(plan.planId) }, ...owner],
    facts: frame.facts,
    isInvented: plan.isInvented,
    body: <IndicatorView frame={frame} state={state} drawn={drawn(indicator, state.entered)} />,
  }
}

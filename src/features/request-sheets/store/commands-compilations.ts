import { changeSummary } from '#src/features/plan/core/diff/change-groups.ts'
import { isShown } from '#src/features/plan/core/diff/plan-change.ts'
import { deleteIndicator, deleteItem } from '#src/features/plan/store/commands/deletion.ts'
import { addEvidence, removeEvidence } from '#src/features/plan/store/commands/parts.ts'
import { takeInWorkbook } from '#src/features/plan/store/commands/take-in-workbook.ts'
import { getPlanDocument, getPlanHead } from '#src/features/plan/store/queries/plans.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { command } from '#src/platform/command.ts'
import { Refusal } from '#src/platform/errors.ts'
import { compiledEvidence } from '../core/compiled-evidence.ts'
import { permissions } from '../core/permissions.ts'
import { touchedBy, undoCompilation } from '../core/undo-compilation.ts'
import { listCitedSheets } from './queries-cited.ts'
import { getCompilation, getProposal } from './queries-compilations.ts'
import { tables } from './tables.ts'

type Apply = {
  roundId: string
  sheetIds: readonly string[]
  /** The state of the plan the proposal was looked at on. */
  changeCount: number
}

/** 計画に反映する: the proposal as one step, with what it takes to undo it. Returns the compilation's id. */
export const applyCompilation = command(
  permissions,
  'compile-sheets',
  async (context, { roundId, sheetIds, changeCount }: Apply) => {
    const proposal = await getProposal(context, { roundId, sheetIds })
    const { planId, plan, after, changes } = proposal
    if (proposal.changeCount !== changeCount)
      throw new Refusal('stale', '変更案を見たあとに、計画が変えられました。もう一度、変更案を見てください')
    const shown = changes.filter(isShown)
    if (shown.length === 0) throw new Refusal('conflict', '計画に反映する変更がありません')
    await takeInWorkbook(context, { planId, changeCount, plan: after })
    // Read back, so that an undo compares with what the plan room really keeps.
    const kept = await getPlanDocument(context, planId)
    const touched = touchedBy(plan, kept)
    const cited = await listCitedSheets(context, proposal.sheetIds)
    const evidenceIds: string[] = []
    for (const link of compiledEvidence({ before: plan, after: kept, sheets: cited }))
      evidenceIds.push(await addEvidence(context, link))
    const id = context.newId('cp')
    context.trail.objects.push(planId, ...proposal.sheetIds)
    await tables(context)
      .insertInto('sheetCompilations')
      .values({
        id,
        roundId,
        planId,
        sheetIds: JSON.stringify(proposal.sheetIds),
        evidenceIds: JSON.stringify(evidenceIds),
        summary: changeSummary(shown),
        before: JSON.stringify(touched.before),
        after: JSON.stringify(touched.after),
        appliedBy: context.actor.id,
        appliedAt: context.now.toISOString(),
        undoneBy: null,
        undoneAt: null,
      })
      .execute()
    return id
  },
)

/** 反映を取り消す: the plan as it was, unless somebody has worked on the same places since. */
export const revertCompilation = command(
  permissions,
  'compile-sheets',
  async (context, { compilationId }: { compilationId: string }) => {
    const { planId, touched, evidenceIds, undoneAt } = await getCompilation(context, compilationId)
    if (undoneAt) throw new Refusal('conflict', 'この反映は、すでに取り消されています')
    const plan = await getPlanDocument(context, planId)
    const undo = undoCompilation(plan, touched)
    if (undo.edited)
      throw new Refusal(
        'conflict',
        `反映したあとに直されたところがあるため、取り消せません：${undo.edited.slice(0, 10).join('、')}`,
      )
    for (const { id, from } of plan.evidence.filter((link) => evidenceIds.includes(link.id)))
      await removeEvidence(context, { itemId: itemOf(plan, from), evidenceId: id })
    const { changeCount } = await getPlanHead(context, planId)
    await takeInWorkbook(context, { planId, changeCount, plan: { ...plan, ...undo.plan } })
    for (const indicatorId of undo.newIndicatorIds) await deleteIndicator(context, { indicatorId })
    for (const itemId of undo.newItemIds) await deleteItem(context, { itemId })
    context.trail.objects.push(planId)
    await tables(context)
      .updateTable('sheetCompilations')
      .set({ undoneBy: context.actor.id, undoneAt: context.now.toISOString() })
      .where('id', '=', compilationId)
      .execute()
  },
)

/** The item a link stands in: its own, that of its paragraph, or that of its indicator. */
const itemOf = ({ indicators }: PlanDocument, from: string) =>
  indicators.find(({ id }) => id === from)?.itemId ?? from.split('/')[0] ?? from

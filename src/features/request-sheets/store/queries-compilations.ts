import { z } from 'zod'
import { diffPlans } from '#src/features/plan/core/diff/diff-plans.ts'
import { getItem } from '#src/features/plan/store/queries/items.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { planDocument } from '#src/formats/plan-document.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { compileSheets } from '../core/compile-sheets.ts'
import { permissions } from '../core/permissions.ts'
import type { Touched } from '../core/undo-compilation.ts'
import { getRound, listSheets } from './queries.ts'
import { type SheetTables, tables } from './tables.ts'

type Asked = { roundId: string; sheetIds: readonly string[] }

/** What the plan would be with the chosen accepted sheets of a round in it, and the changes that makes. */
export async function getProposal(context: Context, { roundId, sheetIds }: Asked) {
  authorize(context, permissions, 'compile-sheets')
  const round = await getRound(context, roundId)
  const summary = found(await findPrimaryPlan(context), '計画')
  const plan = await getPlanDocument(context, summary.id)
  const sheets = (await listSheets(context, { roundId })).filter(({ id }) => sheetIds.includes(id))
  const known = new Set(plan.items.map(({ id }) => id))
  const lastParagraphs = new Map<string, number>()
  for (const { subjectId } of sheets)
    if (subjectId && known.has(subjectId))
      lastParagraphs.set(subjectId, (await getItem(context, subjectId)).lastParagraph)
  const { newId } = context
  const {
    notes,
    sheetIds: compiled,
    ...parts
  } = compileSheets({ plan, round, sheets, newId, lastParagraphs })
  const after = { ...plan, ...parts }
  return {
    round,
    planId: summary.id,
    changeCount: summary.changeCount,
    plan,
    after,
    notes,
    sheetIds: compiled,
    changes: diffPlans(plan, after),
  }
}

/** 取りまとめ that was applied. */
export type AppliedCompilation = {
  id: string
  roundId: string
  planId: string
  sheetIds: string[]
  /** The links of the plan to these sheets, made with it. */
  evidenceIds: string[]
  summary: string
  touched: Touched
  appliedAt: string
  undoneAt: string | undefined
}

/** Compilations of a round, the latest first. */
export async function listCompilations(context: Context, roundId: string): Promise<AppliedCompilation[]> {
  authorize(context, permissions, 'compile-sheets')
  const rows = await tables(context)
    .selectFrom('sheetCompilations')
    .selectAll()
    .where('roundId', '=', roundId)
    .orderBy('appliedAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(compilationOf)
}

export async function getCompilation(context: Context, compilationId: string): Promise<AppliedCompilation> {
  authorize(context, permissions, 'compile-sheets')
  const row = await tables(context)
    .selectFrom('sheetCompilations')
    .selectAll()
    .where('id', '=', compilationId)
    .executeTakeFirst()
  return found(row && compilationOf(row), '取りまとめ')
}

const ids = z.array(z.string())
const parts = planDocument.pick({ items: true, indicators: true })

const compilationOf = (row: SheetTables['sheetCompilations']): AppliedCompilation => ({
  id: row.id,
  roundId: row.roundId,
  planId: row.planId,
  sheetIds: ids.parse(JSON.parse(row.sheetIds)),
  evidenceIds: ids.parse(JSON.parse(row.evidenceIds)),
  summary: row.summary,
  touched: { before: parts.parse(JSON.parse(row.before)), after: parts.parse(JSON.parse(row.after)) },
  appliedAt: row.appliedAt,
  undoneAt: row.undoneAt ?? undefined,
})

import { listUnits } from '#src/features/organization/store/queries.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { addBusinessDays } from '#src/lib/japanese/business-days.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { measureSheets } from './core/measure-sheets.ts'
import { sheetTemplates } from './core/sheet-templates.ts'
import { missingFields, type RequestSheet } from './core/sheets.ts'
import { acceptSheet, approveSheet, fillSheet, makeRound, returnSheet, sendRound } from './store/commands.ts'
import { listSheets } from './store/queries.ts'

/** A round of target sheets over the sample plan, part of it answered, one returned, one late. Invented (見本（架空）). */
export async function sample(context: Context) {
  const plan = await findPrimaryPlan(context)
  if (!plan) return
  const document = await getPlanDocument(context, plan.id)
  const today = tokyoDay(context.now)
  const sheets = measureSheets(document, await listUnits(context), today)
  if (sheets.length === 0) return
  const roundId = await makeRound(context, {
    title: '施策・目標値依頼シート 第1回（架空）',
    sheetType: 'target',
    usedFor: '素案の作成と審議会の資料（架空）',
    fields: [...sheetTemplates.target],
    dueOn: addBusinessDays(today, -3),
    sheets,
  })
  await sendRound(context, { roundId, revision: 1 })
  for (const [position, sheet] of (await listSheets(context, roundId)).entries())
    if (position % 5 !== 4) await answer(context, sheet, position)
}

async function answer(context: Context, sheet: RequestSheet, position: number) {
  const head = { ...context, actor: { ...context.actor, unitId: sheet.unitId } }
  const { id: sheetId, revision } = sheet
  const missing = missingFields(sheet.answers, sheetTemplates.target)
  const answers = Object.fromEntries(missing.map(({ id }) => [id, '事務局に相談']))
  await fillSheet(head, { sheetId, revision, answers })
  await approveSheet(head, { sheetId, revision: revision + 1 })
  if (position % 5 === 3) {
    const remarks = [
      { fieldId: 'rationale', kind: 'must-change' as const, text: '根拠の年度を書いてください（架空）' },
    ]
    const dueOn = addBusinessDays(tokyoDay(context.now), 5)
    await returnSheet(context, { sheetId, revision: revision + 2, remarks, dueOn })
  } else if (position % 5 !== 2) await acceptSheet(context, { sheetId, revision: revision + 2 })
}

import { expect, test } from 'vitest'
import { lintPlan } from '#src/features/plan/core/lint/lint-plan.ts'
import { importPlan } from '#src/features/plan/store/commands/import-plan.ts'
import { saveItem } from '#src/features/plan/store/commands/items.ts'
import { getItem } from '#src/features/plan/store/queries/items.ts'
import { getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { smallPlan } from '#test/small-plan.ts'
import { restsOn } from '../core/compiled-evidence.ts'
import { prefillSheet } from '../core/prefill-sheet.ts'
import { sheetTemplates } from '../core/sheet-templates.ts'
import { approveSheet, fillSheet, makeRound, sendRound } from './commands.ts'
import { applyCompilation, revertCompilation } from './commands-compilations.ts'
import { acceptSheet } from './commands-review.ts'
import { listSheets } from './queries.ts'
import { listCitedSheets } from './queries-cited.ts'
import { getProposal, listCompilations } from './queries-compilations.ts'

const unitId = 'ou_0000000001'

/** The measures of which the lint says that their issues rest on nothing (EV001), the plan having no other evidence. */
const withoutReason = (plan: PlanDocument) =>
  lintPlan({ ...plan, evidence: plan.evidence.filter(({ to }) => to.ref.includes('request-sheets/')) }, {})
    .findings.filter(({ ruleId }) => ruleId === 'EV001')
    .map(({ subjectId }) => subjectId)

onEveryDatabase((contextAs) => {
  const fields = [...sheetTemplates.target]
  let imported: string | undefined

  /** A plan and one accepted target sheet about its first measure. */
  async function accepted(context: Context, answers: Record<string, string>) {
    imported ??= await importPlan(context, { plan: smallPlan() })
    const planId = imported
    const plan = await getPlanDocument(context, planId)
    const measure = plan.items.find(({ kind }) => kind === 'measure')
    const measureId = measure?.id ?? ''
    const prefilled = prefillSheet({ plan, unitIds: [unitId], measureId }, fields)
    const roundId = await makeRound(context, {
      title: '依頼',
      sheetType: 'target',
      usedFor: '素案',
      fields,
      dueOn: '2026-04-30',
      sheets: [{ ...prefilled, unitId, subjectId: measureId, subject: measure?.title ?? '' }],
    })
    await sendRound(context, { roundId, revision: 1 })
    const [sheet] = await listSheets(context, { roundId })
    const sheetId = sheet?.id ?? ''
    const acting = as('section-approver', context)
    const head = { ...acting, actor: { ...acting.actor, unitId } }
    const required = { issues: '人手', indicator: '受診率', unit: '％', target: '80', rationale: '国の目標' }
    await fillSheet(head, {
      sheetId,
      revision: 2,
      answers: { ...required, 'desired-state': '元気', ...answers },
    })
    await approveSheet(head, { sheetId, revision: 3 })
    await acceptSheet(context, { sheetId, revision: 4, body: '', decidedOn: '2026-04-20', reason: '' })
    return { planId, measureId, roundId, sheetIds: [sheetId] }
  }

  test('accepted sheets are a proposal first, one step then, and one step back to the same plan', async () => {
    const context = contextAs('secretariat')
    const { planId, measureId, ...asked } = await accepted(context, { programs: '新しい取組' })
    const before = await getPlanDocument(context, planId)
    const { changes, changeCount } = await getProposal(context, asked)
    expect(changes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['text-changed', 'added']))
    expect(canonicalJson(await getPlanDocument(context, planId))).toBe(canonicalJson(before))
    await expect(applyCompilation(context, { ...asked, changeCount: changeCount + 1 })).rejects.toMatchObject(
      {
        kind: 'stale',
      },
    )
    const compilationId = await applyCompilation(context, { ...asked, changeCount })
    const after = await getPlanDocument(context, planId)
    expect(after.items.find(({ id }) => id === measureId)).toMatchObject({ desiredState: '元気' })
    expect(after.items.map(({ title }) => title)).toContain('新しい取組')
    expect(await listCompilations(context, asked.roundId)).toMatchObject([
      { sheetIds: asked.sheetIds, summary: expect.stringContaining('追加') },
    ])
    const links = after.evidence.filter((link) => restsOn(link, asked.sheetIds[0] ?? ''))
    expect(links.map(({ from }) => from.split('/')[1] ?? from.slice(0, 3)).sort()).toContain('issues')
    expect(links[0]).toMatchObject({
      level: 0,
      to: { kind: 'document', ref: expect.stringContaining('依頼（こども課）'), asOf: '2026-04-20' },
    })
    // The section's own answer says where the issue comes from, not that there is one.
    expect(withoutReason(after)).toContain(measureId)
    expect(await listCitedSheets(contextAs('public'), asked.sheetIds)).toHaveLength(1)
    await revertCompilation(context, { compilationId })
    expect((await getPlanDocument(context, planId)).evidence).toEqual(before.evidence)
    const back = await getPlanDocument(context, planId)
    expect(canonicalJson([back.items, back.indicators])).toBe(
      canonicalJson([before.items, before.indicators]),
    )
    await expect(revertCompilation(context, { compilationId })).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('what was edited since is not undone over, and nothing is undone in part', async () => {
    const context = contextAs('secretariat')
    const { planId, measureId, ...asked } = await accepted(context, {})
    const { changeCount } = await getProposal(context, asked)
    const compilationId = await applyCompilation(context, { ...asked, changeCount })
    const { revision } = await getItem(context, measureId)
    await saveItem(context, { itemId: measureId, revision, changes: { summary: 'あとの仕事' } })
    const edited = await getPlanDocument(context, planId)
    await expect(revertCompilation(context, { compilationId })).rejects.toThrow('取り消せません')
    expect(canonicalJson(await getPlanDocument(context, planId))).toBe(canonicalJson(edited))
  })

  test('only the secretariat compiles', async () => {
    const context = contextAs('secretariat')
    for (const role of ['section-editor', 'section-approver', 'reviewer', 'member', 'viewer'] as const) {
      const stranger = as(role, context)
      const asked = { roundId: 'rr_0000000001', sheetIds: [] }
      await expect(getProposal(stranger, asked)).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(applyCompilation(stranger, { ...asked, changeCount: 1 })).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
  })
})

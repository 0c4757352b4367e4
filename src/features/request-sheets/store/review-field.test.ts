import { expect, test } from 'vitest'
import { importPlan } from '#src/features/plan/store/commands/import-plan.ts'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { reviewerOf } from '#test/reviewer.ts'
import { smallPlan } from '#test/small-plan.ts'
import { sheetTemplates } from '../core/sheet-templates.ts'
import { approveSheet, fillSheet, makeRound, sendRound } from './commands.ts'
import { askExtension } from './commands-extensions.ts'
import { commentOnSheet, withdrawSheetComment } from './commands-review.ts'
import { getSheet, listAnswerEntries, listSheets, listSubmissions, listUnitsAsked } from './queries.ts'
import { getUnitBook } from './queries-books.ts'
import { listExtensions } from './queries-extensions.ts'
import { countOpenComments, listComments, listDecisions } from './queries-review.ts'

const [child, road] = ['ou_0000000001', 'ou_0000000002']
const measureId = 'me_0000000001'
const key = 'a key'

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  let isImported = false
  const inUnit = (role: 'section-editor' | 'section-approver', unitId: string): Context => {
    const acting = as(role, context)
    return { ...acting, actor: { ...acting.actor, unitId } }
  }

  /** A round to two sections: one answered about a measure of the first policy, one still out about the section as a whole. */
  async function round() {
    if (!isImported) await importPlan(context, { plan: smallPlan() })
    isImported = true
    const about = (unitId: string, subjectId?: string) => ({
      unitId,
      subjectId,
      subject: '全体',
      answers: {},
      carried: [],
    })
    const roundId = await makeRound(context, {
      title: '調査票',
      sheetType: 'situation',
      usedFor: '骨子案',
      fields: [...sheetTemplates.situation],
      dueOn: '2026-04-30',
      sheets: [about(child, measureId), about(road)],
    })
    const sheets = await listSheets(context, { roundId })
    const idOf = (unitId: string) => sheets.find((sheet) => sheet.unitId === unitId)?.id ?? ''
    const [childSheet, roadSheet] = [idOf(child), idOf(road)]
    const answer = async () => {
      await sendRound(context, { roundId, revision: 1 })
      const head = inUnit('section-approver', child)
      const answers = { results: '3事業', priority: '健康' }
      await fillSheet(head, { sheetId: childSheet, revision: 2, answers })
      await approveSheet(head, { sheetId: childSheet, revision: 3 })
    }
    return { roundId, childSheet, roadSheet, answer }
  }
  const comment = (sheetId: string) => ({
    sheetId,
    fieldId: 'results',
    kind: 'question' as const,
    body: '部会',
    text: '件数は',
  })

  test('a reviewer has the sheets of the units and of the policies of the own field, once they were sent', async () => {
    const { roundId, childSheet, roadSheet, answer } = await round()
    const ofPolicy = await reviewerOf(context, { kind: 'policy', subjectId: 'po_0000000001' })
    const ofUnit = await reviewerOf(context, { kind: 'unit', subjectId: road })
    const ofBoth = await reviewerOf(
      context,
      { kind: 'policy', subjectId: 'po_0000000001' },
      { kind: 'unit', subjectId: road },
    )
    const seenBy = async (who: Context) => (await listSheets(who, { roundId })).map(({ id }) => id).sort()
    expect(await seenBy(ofBoth)).toEqual([])
    await answer()
    expect(await seenBy(ofPolicy)).toEqual([childSheet])
    expect(await seenBy(ofUnit)).toEqual([roadSheet])
    expect(await seenBy(ofBoth)).toEqual([childSheet, roadSheet].sort())
    const elsewhere = await reviewerOf(context, { kind: 'policy', subjectId: 'po_0000000002' })
    for (const nobody of [elsewhere, as('reviewer', context)]) expect(await seenBy(nobody)).toEqual([])
  })

  test('a sheet of another field does not exist, whatever is asked with its id', async () => {
    const { roundId, childSheet, roadSheet, answer } = await round()
    await answer()
    const reviewer = await reviewerOf(context, { kind: 'unit', subjectId: road })
    const own = await reviewerOf(context, { kind: 'policy', subjectId: 'po_0000000001' })
    const commentId = await commentOnSheet(own, comment(childSheet))
    await askExtension(inUnit('section-editor', road), {
      roundId,
      unitId: road,
      dueOn: '2026-05-10',
      reason: '議会',
    })
    for (const asking of [
      () => getSheet(reviewer, childSheet),
      () => listComments(reviewer, childSheet),
      () => listDecisions(reviewer, childSheet),
      () => listSubmissions(reviewer, childSheet),
      () => listAnswerEntries(reviewer, childSheet),
      () => getUnitBook(reviewer, { roundId, unitId: child, key }),
      () => commentOnSheet(reviewer, comment(childSheet)),
      () => withdrawSheetComment(reviewer, { sheetId: childSheet, commentId }),
    ])
      await expect(asking()).rejects.toMatchObject({ kind: 'not-found' })
    expect(await listUnitsAsked(reviewer, roundId)).toEqual(new Map([[roadSheet, road]]))
    const readable = await listSheets(reviewer, { roundId })
    expect((await countOpenComments(reviewer, readable)).size).toBe(0)
    expect(await listExtensions(reviewer, roundId)).toHaveLength(1)
    expect(await listExtensions(own, roundId)).toEqual([])
    expect((await getUnitBook(reviewer, { roundId, unitId: road, key })).sheets).toHaveLength(1)
  })

  test('a reviewer comments in the own field and never writes an answer', async () => {
    const { childSheet, answer } = await round()
    await answer()
    const reviewer = await reviewerOf(context, { kind: 'unit', subjectId: child })
    await commentOnSheet(reviewer, comment(childSheet))
    expect(await listComments(reviewer, childSheet)).toMatchObject([{ text: '件数は' }])
    await expect(
      fillSheet(reviewer, { sheetId: childSheet, revision: 4, answers: { results: 'x' } }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('who is of a section and of a subcommittee has both', async () => {
    const { roundId, answer } = await round()
    await answer()
    const reviewer = await reviewerOf(context, { kind: 'policy', subjectId: 'po_0000000001' })
    const both = {
      ...reviewer,
      actor: { ...reviewer.actor, roles: ['section-editor', 'reviewer'] as const, unitId: road },
    }
    expect(await listSheets(both, { roundId })).toHaveLength(2)
  })
})

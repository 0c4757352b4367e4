import { expect, test } from 'vitest'
import { assignToSubcommittee } from '#src/features/organization/store/commands-subcommittees.ts'
import { importPlan } from '#src/features/plan/store/commands/import-plan.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { reviewerOf } from '#test/reviewer.ts'
import { smallPlan } from '#test/small-plan.ts'
import { sheetTemplates } from '../core/sheet-templates.ts'
import { roundViews } from '../core/views/round-views.ts'
import { approveSheet, fillSheet, makeRound, sendRound } from './commands.ts'
import { listSheets } from './queries.ts'
import { getPaperGround, getViewGround } from './queries-views.ts'

const [child, road] = ['ou_0000000001', 'ou_0000000002']
const issue = '運転免許を返納した高齢者の移動手段が不足しています。'

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  let isImported = false

  /** A round both sections have answered in the same words. */
  async function answeredRound() {
    if (!isImported) await importPlan(context, { plan: smallPlan() })
    isImported = true
    const about = (unitId: string) => ({
      unitId,
      subjectId: undefined,
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
      sheets: [about(child), about(road)],
    })
    await sendRound(context, { roundId, revision: 1 })
    for (const { id: sheetId, unitId, revision } of await listSheets(context, { roundId })) {
      const acting = as('section-approver', context)
      const head = { ...acting, actor: { ...acting.actor, unitId } }
      const costs = JSON.stringify([['バス', '2027', unitId === child ? '100' : '20', '']])
      await fillSheet(head, {
        sheetId,
        revision,
        answers: { results: '3', priority: '足', causes: issue, costs },
      })
      await approveSheet(head, { sheetId, revision: revision + 1 })
    }
    return roundId
  }

  test('the secretariat sees what two sections share; a reviewer only the own field, where nothing is shared', async () => {
    const roundId = await answeredRound()
    const seenBy = async (who: typeof context) => {
      const views = roundViews(await getViewGround(who, roundId))
      const rowsOf = (wanted: string) => views.find(({ kind }) => kind === wanted)?.rows
      return { overlaps: rowsOf('overlaps'), total: rowsOf('costs')?.at(-1) }
    }
    const all = await seenBy(context)
    expect(all.overlaps).toHaveLength(1)
    expect(all.total).toEqual(['合計', 2, 120])
    const reviewer = await reviewerOf(context, { kind: 'unit', subjectId: road })
    expect(await seenBy(reviewer)).toEqual({ overlaps: [], total: ['合計', 1, 20] })
    expect((await seenBy(as('reviewer', context))).total).toBeUndefined()
  })

  test('the paper of a subcommittee holds its field of that day, that of another body all sheets', async () => {
    const roundId = await answeredRound()
    const subcommitteeId = context.newId('bo')
    const duty = { bodyId: subcommitteeId, kind: 'unit' as const, subjectId: child }
    await assignToSubcommittee(context, { ...duty, validFrom: '2020-04-01', validTo: undefined })
    const over = { bodyId: subcommitteeId, kind: 'unit' as const, subjectId: road }
    await assignToSubcommittee(context, { ...over, validFrom: '2020-04-01', validTo: '2021-03-31' })
    const unitsIn = async (id?: string) =>
      (await getPaperGround(context, { roundId, subcommitteeId: id })).sheets.map(({ unitId }) => unitId)
    expect(await unitsIn(subcommitteeId)).toEqual([child])
    expect(await unitsIn()).toEqual([child, road])
    expect(await unitsIn(context.newId('bo'))).toEqual([])
  })

  test('only the secretariat makes a paper, and nobody from outside reads the views', async () => {
    const roundId = await answeredRound()
    for (const role of ['reviewer', 'section-editor', 'section-approver'] as const)
      await expect(getPaperGround(as(role, context), { roundId })).rejects.toMatchObject({
        kind: 'forbidden',
      })
    const visitor = { ...context, actor: { ...context.actor, roles: [] } }
    await expect(getViewGround(visitor, roundId)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

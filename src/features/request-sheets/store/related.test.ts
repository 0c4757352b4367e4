import { beforeEach, expect, test } from 'vitest'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { importPlan } from '#src/features/plan/store/commands/import-plan.ts'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { smallPlan } from '#test/small-plan.ts'
import { sheetTemplates } from '../core/sheet-templates.ts'
import { approveSheet, fillSheet, makeRound, sendRound } from './commands.ts'
import { commentAsRelated } from './commands-related.ts'
import { acceptSheet } from './commands-review.ts'
import { getSheet, listSheets } from './queries.ts'
import { getUnitBook } from './queries-books.ts'
import { getRelatedSheet, listRelatedComments, listRelatedSheets } from './queries-related.ts'
import { listComments } from './queries-review.ts'

const [child, road] = ['ou_0000000001', 'ou_0000000002']
const answers = {
  'desired-state': '元気',
  issues: '人手',
  indicator: '受診率',
  target: '80',
  rationale: '国',
}

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  let isImported = false
  let sheetId = ''
  let roundId = ''
  const inUnit = (role: 'section-editor' | 'section-approver', unitId: string): Context => {
    const acting = as(role, context)
    return { ...acting, actor: { ...acting.actor, id: `${role} of ${unitId}`, unitId } }
  }
  const lead = inUnit('section-approver', child)
  const named = inUnit('section-editor', road)

  /** A sheet to one section that names the other as 関係課. */
  beforeEach(async () => {
    if (!isImported) await importPlan(context, { plan: smallPlan() })
    isImported = true
    const name = (await listUnits(context)).find(({ id }) => id === road)?.name ?? ''
    roundId = await makeRound(context, {
      title: '目標値の依頼',
      sheetType: 'target',
      usedFor: '素案',
      fields: [...sheetTemplates.target],
      dueOn: '2026-04-30',
      sheets: [
        {
          unitId: child,
          subjectId: undefined,
          subject: '健康',
          answers: { ...answers, support: name },
          carried: [],
        },
        {
          unitId: child,
          subjectId: undefined,
          subject: '食育',
          answers: { issues: `${name}と協力` },
          carried: [],
        },
      ],
    })
    sheetId = (await listSheets(context, { roundId })).find(({ subject }) => subject === '健康')?.id ?? ''
  })
  const send = () => sendRound(context, { roundId, revision: 1 })
  const comment = () => ({
    sheetId,
    fieldId: 'issues',
    kind: 'question' as const,
    text: '歩道の工事と重なりませんか',
  })
  const mine = async (who: Context) =>
    (await listRelatedSheets(who))
      .filter(({ sheet }) => sheet.roundId === roundId)
      .map(({ sheet }) => sheet.id)

  test('a section finds the sheets that name it as 関係課 once they were sent, and no sheet that only mentions it', async () => {
    expect(await mine(named)).toEqual([])
    await expect(getRelatedSheet(named, sheetId)).rejects.toMatchObject({ kind: 'not-found' })
    await send()
    expect(await mine(named)).toEqual([sheetId])
    expect((await getRelatedSheet(named, sheetId)).sheet.answers['target']).toBe('80')
    expect(await mine(lead)).toEqual([])
  })

  test('no other door opens: it fills nothing, and finds the sheet neither among its own nor as a workbook', async () => {
    await send()
    for (const asking of [
      () => getSheet(named, sheetId),
      () => listComments(named, sheetId),
      () => getUnitBook(named, { roundId, unitId: child, key: 'a key' }),
      () => fillSheet(named, { sheetId, revision: 2, answers: { issues: 'x' } }),
    ])
      await expect(asking()).rejects.toMatchObject({ kind: 'not-found' })
    for (const role of ['secretariat', 'reviewer', 'member', 'public'] as const)
      await expect(commentAsRelated(as(role, context), comment())).rejects.toMatchObject({
        kind: 'forbidden',
      })
  })

  test('its comment is signed with its name and seen at once by the section that answers, while it still writes', async () => {
    await send()
    await commentAsRelated(named, comment())
    const [own] = await listRelatedComments(named, sheetId)
    expect(own).toMatchObject({ unitId: road, fieldId: 'issues', body: expect.stringMatching(/（関係課）$/) })
    expect(await listComments(lead, sheetId)).toEqual([own])
    expect((await getSheet(lead, sheetId)).sheet).toMatchObject({ revision: 2, answers: { issues: '人手' } })
  })

  test('a section that is no longer named, and one that never was, find nothing', async () => {
    await send()
    await fillSheet(lead, { sheetId, revision: 2, answers: { support: '' } })
    await expect(commentAsRelated(named, comment())).rejects.toMatchObject({ kind: 'not-found' })
    await expect(listRelatedComments(named, sheetId)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('after the sheet was accepted it is read, and no comment is added', async () => {
    await send()
    await approveSheet(lead, { sheetId, revision: 2 })
    await commentAsRelated(named, { ...comment(), kind: 'note' })
    const ruling = { body: '', decidedOn: '2026-04-20', reason: '' }
    await acceptSheet(context, { ...ruling, sheetId, revision: 3 })
    expect(await listRelatedComments(named, sheetId)).toHaveLength(1)
    await expect(commentAsRelated(named, comment())).rejects.toMatchObject({ kind: 'conflict' })
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { lintFacts } from '#src/features/lint-facts.ts'
import { lintNow } from '#src/features/plan/store/queries/lint.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { acceptSheet } from '#src/features/request-sheets/store/commands-review.ts'
import { listSheets } from '#src/features/request-sheets/store/queries.ts'
import type { Context } from '#src/platform/context.ts'
import { openTown, type Town } from '#test/town.ts'

/** The lint of the plan hears what the frame, the surveys, the sheets and the sections know. */

let town: Town
let context: Context
const report = async () => {
  const plan = await findPrimaryPlan(context)
  return lintNow(context, await getPlanDocument(context, plan?.id ?? ''))
}
const openSheets = async () => (await report()).findings.filter(({ ruleId }) => ruleId === 'OW006')

beforeAll(async () => {
  town = await openTown()
  context = { ...town.contextNow(), lintFacts, actor: { id: 'tester', roles: ['secretariat'] } }
})
afterAll(() => town.close())

test('the rooms of the sample town say what they have, and the rules that need it run', async () => {
  const plan = await findPrimaryPlan(context)
  const { frame, surveys, usage, requests } = await lintFacts(context, plan?.id ?? '')
  expect(frame).toMatchObject({ years: expect.arrayContaining([2030]) })
  const published = { title: expect.stringContaining('調査'), margin: expect.any(Number) }
  expect(surveys).toMatchObject([published, published])
  expect([usage, requests]).toEqual([expect.any(Object), expect.any(Array)])
  const waiting = (await report()).notRun.map(({ ruleId }) => ruleId)
  for (const rule of ['OW007', 'OW009', 'IN021', 'IN022', 'IN025', 'XP009', 'EV006', 'OW006', 'OW008'])
    expect(waiting).not.toContain(rule)
})

test('a finding ends with what it was about', async () => {
  const before = await openSheets()
  expect(before.map(({ message }) => message).join()).toContain(
    '依頼シート「施策・目標値依頼シート 第1回（架空）」',
  )
  const answered = (await listSheets(context)).find(
    ({ state, subjectId }) => state === 'answered' && subjectId,
  )
  const ruling = { body: '策定委員会', decidedOn: '2026-11-27', reason: '意見は、次の見直しで考える' }
  await acceptSheet(context, { ...ruling, sheetId: answered?.id ?? '', revision: answered?.revision ?? 0 })
  const after = await openSheets()
  expect(after).toHaveLength(before.length - 1)
  expect(after.map(({ subjectId }) => subjectId)).not.toContain(answered?.subjectId)
})

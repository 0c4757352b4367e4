import { expect, test } from 'vitest'
import { fullPlan } from '#test/full-plan.ts'
import { evidenceView, goalView, ownerView, principleView, triggerView } from './plan-views.ts'

const plan = fullPlan()

test('every view counts what the plan says', () => {
  expect(principleView(plan)).toMatchObject([
    { key: 'efficiency', rows: [{ number: '1-1', text: '減らす。' }] },
  ])
  const goals = goalView(plan)
  expect(goals).toHaveLength(17)
  expect(goals.flatMap(({ goal, rows }) => (rows.length > 0 ? [goal] : []))).toEqual([4])
  expect(ownerView(plan)).toEqual([
    { name: 'こども課', measures: 1, supported: 0, programs: 1, indicators: 1, projects: 1 },
  ])
  expect(evidenceView(plan)).toMatchObject([{ issues: 1, supported: 0, links: 1, best: 2 }])
  expect(triggerView(plan)).toMatchObject([{ number: '1-1', trigger: { kind: 'law' } }])
})

test('what has no owner is told, and an empty plan has empty views', () => {
  const ownerless = { ...plan, items: plan.items.map((item) => ({ ...item, lead: null })) }
  expect(ownerView(ownerless).find(({ name }) => name === undefined)).toMatchObject({
    measures: 1,
    programs: 1,
  })
  const empty = { ...plan, items: [], indicators: [], projects: [], evidence: [] }
  expect([ownerView(empty), evidenceView(empty), triggerView(empty)]).toEqual([[], [], []])
})

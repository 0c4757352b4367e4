import { expect, test } from 'vitest'
import { planWith } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import { answersFor } from './answers-for.ts'

const field = { bodyId: 'bo_1', policyIds: ['po_0000000002', 'po_0000000001'], unitNames: ['契約室'] }

test('policies stand in the order of the plan, with the departments that lead their measures, each once', () => {
  const [childcare, roads] = smallPlan().units
  if (!childcare || !roads) throw new Error('the small plan has two units')
  const department = { ...roads, id: 'ou_0000000009', name: 'こども部', kind: 'department' as const }
  const plan = planWith({ units: [{ ...childcare, parentId: department.id }, roads, department] })
  expect(answersFor([field], plan).get('bo_1')).toEqual({
    policies: [
      { words: '1 こども・教育', departments: ['こども部'] },
      { words: '2 都市・環境', departments: [] },
    ],
    units: ['契約室'],
  })
})

test('without a plan, or with one that has no such policy, the units are left', () => {
  const units = { policies: [], units: ['契約室'] }
  expect(answersFor([field], undefined).get('bo_1')).toEqual(units)
  const foreign = { ...field, policyIds: ['po_zzzzzzzzzz'] }
  expect(answersFor([foreign], smallPlan()).get('bo_1')).toEqual(units)
})

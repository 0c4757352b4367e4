import { expect, test } from 'vitest'
import { smallPlan } from '#test/small-plan.ts'
import { indicatorOf, measureOf, measureWith } from './cases/plan-cases.ts'
import { changeSummary, groupChanges } from './change-groups.ts'
import { diffPlans } from './diff-plans.ts'

function changedPlan() {
  const after = smallPlan()
  after.title = '第3次みほん市総合計画'
  after.items.push(measureWith({}))
  Object.assign(indicatorOf(after).target ?? {}, { value: 5 })
  measureOf(after).summary = '概要を書きました。'
  for (const item of after.items) if (item.id === 'po_0000000002') item.order = 3
  return after
}

test('changes stand by policy and measure with their counts, without mere numbers', () => {
  const [before, after] = [smallPlan(), changedPlan()]
  const groups = groupChanges(diffPlans(before, after), { before, after })
  expect(
    groups.map(({ title, number, counts, measures }) => ({
      title,
      number,
      counts,
      measures: measures.map((one) => `${one.number} ${one.title} ${one.changes.map(({ kind }) => kind)}`),
    })),
  ).toEqual([
    {
      title: 'こども・教育',
      number: '1',
      counts: { major: 2, normal: 1, minor: 0 },
      measures: ['1-1 子育て環境の充実 text-changed,target-weakened', '1-3 空き家対策の推進 added'],
    },
    {
      title: '計画全体',
      number: '',
      counts: { major: 1, normal: 0, minor: 0 },
      measures: [' 計画全体 renamed'],
    },
  ])
})

test('the summary counts the kinds in a sentence', () => {
  expect(changeSummary(diffPlans(smallPlan(), changedPlan()))).toBe(
    '追加1件、名称の変更1件、目標の引下げ1件、文章の変更1件がありました。',
  )
  expect(changeSummary([])).toBe('変更はありません。')
})

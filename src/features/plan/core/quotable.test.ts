import { expect, test } from 'vitest'
import { splitBindings } from '#src/lib/text/binding.ts'
import { fullPlan } from '#test/full-plan.ts'
import { bindingsOf } from './bindings.ts'
import { quotablesFor } from './quotable.ts'

test('every offered mark is one that texts understand, and shows the number that was offered', () => {
  const plan = fullPlan()
  const points = [
    ...plan.dataPoints,
    { ...plan.dataPoints[0], id: 'dp_0000000002', label: '割合', value: 12.35, unit: '％' },
  ]
  const both = { ...plan, dataPoints: points as typeof plan.dataPoints }
  const resolve = bindingsOf(both)
  const offered = quotablesFor(both, 'me_0000000001')
  expect(offered.map(({ label }) => label)).toEqual([
    '待機児童数（最新の実績）',
    '待機児童数（基準値）',
    '待機児童数（目標値）',
    '人口',
    '割合',
  ])
  for (const { code, shown } of offered) {
    const [piece] = splitBindings(code)
    if (!piece || !('binding' in piece)) throw new Error(code)
    expect(shown.startsWith(resolve(piece.binding) ?? '?'), code).toBe(true)
  }
})

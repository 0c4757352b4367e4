import { expect, test } from 'vitest'
import { itemConflicts } from './item-conflicts.ts'

const item = { code: '人口', name: '人口', unit: '人', basis: 'census' } as const

test('a data set takes no figures of another basis or unit under the same item', () => {
  expect(itemConflicts([item], [item])).toEqual([])
  expect(itemConflicts([], [{ ...item, basis: 'register' }])).toEqual([])
  expect(itemConflicts([item], [{ ...item, basis: 'register' }])).toMatchObject([
    {
      value: '人口',
      problem: expect.stringContaining('「国勢調査」に基づく数です。「住民基本台帳」とは混ぜられません'),
    },
  ])
  expect(itemConflicts([item], [{ ...item, unit: '千人' }])).toMatchObject([
    { problem: expect.stringContaining('単位は「人」です') },
  ])
})

import { expect, test } from 'vitest'
import { type CountRow, coarsened, inOrder, publicGrid, rawGrid } from './voice-tables.ts'

const rowsOf = (counts: Record<string, number>): CountRow[] =>
  Object.entries(counts).flatMap(([key, count]) => {
    const [経路 = '', 地区 = ''] = key.split(' ')
    return Array.from({ length: count }, (_, at) => ({ values: { 経路, 地区 }, person: `${key}${at}` }))
  })
const orders = { 経路: ['調査', '付箋'], 地区: ['伊奈', '谷和原'], 年代: [], 分野: [] }

const rows = rowsOf({ '付箋 伊奈': 9, '付箋 谷和原': 2, '調査 伊奈': 12, '調査 谷和原': 8 })

test('inside, every count stands with its sums, in the order of the town', () => {
  const grid = rawGrid(rows, '経路', '地区')
  expect(grid && inOrder(grid, orders)).toMatchObject({
    rows: ['調査', '付箋'],
    columns: ['伊奈', '谷和原'],
    cells: [
      [12, 8, 20],
      [9, 2, 11],
      [21, 10, 31],
    ],
    hidden: 0,
  })
})

test('outside, a count of two people is hidden, and so are those from which it follows; sums stay', () => {
  const grid = publicGrid(rows, '経路', '地区')
  expect(grid && inOrder(grid, orders).cells).toEqual([
    [null, null, 20],
    [null, null, 11],
    [21, 10, 31],
  ])
})

test('a person with many opinions is one person', () => {
  const same = rowsOf({ '付箋 伊奈': 9, '調査 伊奈': 12, '調査 谷和原': 8 }).concat(
    Array.from({ length: 6 }, () => ({ values: { 経路: '付箋', 地区: '谷和原' }, person: 'one' })),
  )
  expect(publicGrid(same, '経路', '地区')?.hidden).toBeGreaterThan(0)
})

test('values of few people become others, which are never few themselves', () => {
  const few = rowsOf({ '付箋 伊奈': 9, '電話 伊奈': 2, '手紙 伊奈': 1, '調査 伊奈': 7 })
  const values = coarsened(few, '経路').map((row) => row.values['経路'])
  expect([...new Set(values)].sort()).toEqual(['ほか', '付箋'])
  expect(values.filter((value) => value === 'ほか')).toHaveLength(10)
  expect(coarsened(rows, '経路')).toEqual(rows)
  const enough = coarsened(rowsOf({ '付箋 伊奈': 9, '電話 伊奈': 3, '手紙 伊奈': 4, '調査 伊奈': 7 }), '経路')
  expect([...new Set(enough.map((row) => row.values['経路']))].sort()).toEqual(['ほか', '付箋', '調査'])
})

test('what nobody said counts as unknown, and no rows make no table', () => {
  const grid = rawGrid([{ values: { 地区: '伊奈' }, person: 'a' }], '年代', '地区')
  expect(grid?.rows).toEqual(['不明'])
  expect(publicGrid([], '経路', '地区')).toBeUndefined()
})

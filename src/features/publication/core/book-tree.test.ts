import { expect, test } from 'vitest'
import { treeSpreads } from './book-tree.ts'

const sizes = [1, 2, 3, 5, 6, 8, 12].flatMap((fields) =>
  [0, 1, 2, 4, 7, 11, 15].map((measures) => ({ fields, measures })),
)

test.each(sizes)(
  '$fields fields of $measures measures: all stand once, in order, on pages that hold them',
  (size) => {
    const spreads = treeSpreads(Array.from({ length: size.fields }, () => size.measures))
    const rows = spreads.flatMap((spread) => spread.rows)
    const shown = rows.flatMap(({ field, from, to }) =>
      Array.from({ length: to - from }, (_, place) => `${field}/${from + place}`),
    )
    const wanted = Array.from(
      { length: size.fields * size.measures },
      (_, place) => `${Math.floor(place / size.measures)}/${place % size.measures}`,
    )
    expect(shown).toEqual(wanted)
    expect(new Set(rows.map(({ field }) => field)).size).toBe(size.fields)
    for (const spread of spreads) {
      const heights = spread.rows.reduce((sum, { height }) => sum + height + 4, -4)
      expect(heights).toBeLessThanOrEqual(206)
      expect(spread.cell).toBeGreaterThanOrEqual(9.6)
    }
  },
)

test('the sample of five fields with two measures each is one spread of tall cells', () => {
  expect(treeSpreads([2, 2, 2, 2, 2])).toMatchObject([{ cell: 16.3 }])
})

test('a field that fits a page is not torn apart', () => {
  expect(
    treeSpreads([3, 15, 2])
      .flatMap(({ rows }) => rows)
      .some(({ isContinued }) => isContinued),
  ).toBe(false)
})

test('a field of thirty goes on in the next spread', () => {
  const rows = treeSpreads([30]).flatMap((spread) => spread.rows)
  expect(rows.map(({ isContinued }) => isContinued)).toEqual([false, true])
  expect(rows.map(({ from, to }) => to - from)).toEqual([15, 15])
})

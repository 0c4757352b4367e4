import { expect, test } from 'vitest'
import { seededRandom } from '../seeded-random.ts'
import { crossTable, linesOf, type TableRow } from './cross-table.ts'
import { freedomOf } from './protection.ts'
import { type PublicTable, suppressSmallCells } from './suppress-small-cells.ts'

const rowsOf = (counts: readonly (readonly number[])[]) =>
  counts.flatMap((row, a) =>
    row.flatMap((count, b) =>
      Array.from({ length: count }, (): TableRow => ({ values: { 地区: `${a}`, 分野: `${b}` } })),
    ),
  )
const shown = (table: PublicTable | undefined, width: number) =>
  Array.from({ length: (table?.cells.length ?? 0) / width }, (_, row) =>
    table?.cells
      .slice(row * width, (row + 1) * width)
      .map(({ voices }) => voices ?? 'X')
      .join(' '),
  )

test('sums are right on every level', () => {
  const table = crossTable(
    rowsOf([
      [6, 7],
      [8, 9],
    ]),
    ['地区', '分野'],
  )
  expect([...table.voices]).toEqual([6, 7, 13, 8, 9, 17, 14, 16, 30])
})

test('a table without small cells stays as it is', () => {
  const table = suppressSmallCells(
    crossTable(
      rowsOf([
        [6, 7],
        [8, 0],
      ]),
      ['地区', '分野'],
    ),
  )
  expect(shown(table, 3)).toEqual(['6 7 13', '8 0 8', '14 7 21'])
  expect(table?.hidden).toEqual({ small: 0, others: 0 })
})

test('one small cell takes the smallest of its row and column with it, sums are kept', () => {
  const table = suppressSmallCells(
    crossTable(
      rowsOf([
        [2, 10, 30],
        [12, 9, 11],
        [20, 21, 22],
      ]),
      ['地区', '分野'],
    ),
  )
  expect(shown(table, 4)).toEqual(['X X 30 42', 'X X 11 32', '20 21 22 63', '34 40 63 137'])
  expect(table?.hidden).toEqual({ small: 1, others: 3 })
})

test('two hidden cells that together are two would be known too well: more are hidden', () => {
  const table = suppressSmallCells(
    crossTable(
      rowsOf([
        [1, 1, 30],
        [12, 9, 11],
        [20, 21, 22],
      ]),
      ['地区', '分野'],
    ),
  )
  expect(table?.cells[2]?.voices).toBeNull()
})

test('few persons count, not many voices of one person', () => {
  const rows = [
    ...rowsOf([
      [0, 20],
      [20, 20],
    ]),
    ...Array.from({ length: 9 }, () => ({ values: { 地区: '0', 分野: '0' }, person: 'p' })),
  ]
  expect(suppressSmallCells(crossTable(rows, ['地区', '分野']))?.cells[0]?.voices).toBeNull()
})

test('zeros are hidden where their row has few persons at all', () => {
  const table = suppressSmallCells(
    crossTable(
      rowsOf([
        [0, 3, 0],
        [12, 9, 11],
        [20, 21, 22],
      ]),
      ['地区', '分野'],
    ),
  )
  expect(shown(table, 4)[0]).toBe('X X X X')
})

test('a voice without a value counts as unknown; impossible tables are refused', () => {
  const table = crossTable([{ values: {} }, { values: { 地区: '伊奈' } }], ['地区'])
  expect(table.dimensions).toEqual([{ name: '地区', values: ['不明', '伊奈'] }])
  expect(() => crossTable([], [])).toThrow(RangeError)
  expect(() => crossTable([], ['地区', '地区'])).toThrow(RangeError)
})

const random = seededRandom('tables')
const randomRows = (count: number): TableRow[] =>
  Array.from({ length: count }, () => ({
    values: Object.fromEntries(
      ['経路', '地区', '分野'].map((name, at) => [name, String(Math.floor(random() ** 2 * (at + 2)))]),
    ),
  }))

test.each([2, 3])(
  'in random tables of %d dimensions no hidden count is known to a width below 3',
  (width) => {
    for (let round = 0; round < 15; round++) {
      const table = crossTable(randomRows(60 + round * 10), ['経路', '地区', '分野'].slice(0, width))
      const result = suppressSmallCells(table)
      const hidden = new Set([...table.voices.keys()].filter((cell) => result?.cells[cell]?.voices === null))
      for (const [cell, persons] of table.persons.entries()) {
        if (persons > 0 && persons < 5) expect(hidden.has(cell)).toBe(true)
      }
      const freedom = freedomOf(table.voices, linesOf(table), {
        isHidden: (cell) => hidden.has(cell),
        enough: 3,
      })
      expect([...freedom.values()].filter((one) => one < 3 - 1e-6)).toEqual([])
    }
  },
)

test('the width of a hidden pair is its sum, by the linear program as by hand', () => {
  const table = crossTable(
    rowsOf([
      [1, 5, 30],
      [4, 2, 11],
      [20, 21, 22],
    ]),
    ['地区', '分野'],
  )
  const hidden = new Set([0, 1, 4, 5])
  // Row 1 adds to 6, column 1 to 5: the first cell lies in 0 … 5, and so does each of the others.
  const freedom = freedomOf(table.voices, linesOf(table), {
    isHidden: (cell) => hidden.has(cell),
    enough: 100,
  })
  expect([...freedom.values()].map((width) => Math.round(width * 1e6) / 1e6)).toEqual([5, 5, 5, 5])
})

test('in a table of three dimensions the widths are those of scipy 1.17.1 (linprog, HiGHS)', () => {
  const seeded = seededRandom('golden 3')
  const rows = Array.from({ length: 35 }, (): TableRow => {
    const value = (most: number) => String(Math.floor(seeded() ** 2 * most))
    return { values: { a: value(3), b: value(4), c: value(5) } }
  })
  const table = crossTable(rows, ['a', 'b', 'c'])
  const hidden = new Set(
    [...table.voices.keys()].filter((cell) => seeded() < 0.6 && (table.voices[cell] ?? 0) < 12),
  )
  const freedom = freedomOf(table.voices, linesOf(table), {
    isHidden: (cell) => hidden.has(cell),
    enough: 50,
  })
  expect([...freedom.values()].map(Math.round).join(' ')).toBe(
    '2 2 0 2 0 0 0 0 2 2 0 0 0 1 1 0 3 3 0 2 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0' +
      ' 0 0 2 2 2 0 0 0 1 1 0 0 0 0 0 0 3 3 0 2 0 0 0 0 0 0 1 1 0 0 0 1 1 0 0 0 0',
  )
})

test('a table too fine to publish is refused as a whole', () => {
  const rows = Array.from({ length: 2000 }, (_, at) => ({ values: { a: `${at % 40}`, b: `${at % 37}` } }))
  expect(suppressSmallCells(crossTable(rows, ['a', 'b']))).toBeUndefined()
})

import { expect, test } from 'vitest'
import { rake } from './rake.ts'

test('raking meets both margins, keeps zeros, and changes nothing the second time', () => {
  const table = { cells: Float64Array.of(10, 0, 5, 5), rows: [12, 10], columns: [16, 6] }
  rake(table)
  const once = [...table.cells]
  expect(once[1]).toBe(0)
  expect((once[2] ?? 0) + (once[3] ?? 0)).toBeCloseTo(10, 8)
  rake(table)
  for (const [at, value] of once.entries()) expect(table.cells[at]).toBeCloseTo(value, 8)
  const impossible = { cells: Float64Array.of(10, 0, 0, 5), rows: [5, 10], columns: [10, 5] }
  expect(() => rake(impossible)).toThrow('E-CTRL')
})

import { expect, test } from 'vitest'
import { correspondenceMap } from './correspondence.ts'
import { symmetricEigen } from './jacobi.ts'

/** Smoking by staff group (Greenacre 1984). Reference: singular value decomposition by numpy. */
const smoking = {
  rows: ['SM', 'JM', 'SE', 'JE', 'SC'],
  columns: ['none', 'light', 'medium', 'heavy'],
  counts: [
    [4, 2, 3, 2],
    [4, 3, 7, 4],
    [25, 10, 12, 4],
    [18, 24, 33, 13],
    [10, 6, 7, 2],
  ],
}

test('inertia and coordinates are those of the singular value decomposition', () => {
  const map = correspondenceMap(smoking)
  expect(map.total).toBeCloseTo(0.08519, 6)
  expect(map.axes.map(({ inertia }) => inertia)).toEqual([0.074759, 0.010017])
  expect(map.rows.map(({ coordinates }) => coordinates)).toEqual([
    [0.065768, 0.193737],
    [-0.258958, 0.243305],
    [0.380595, 0.01066],
    [-0.232952, -0.057744],
    [0.201089, -0.078911],
  ])
  expect(map.columns.map(({ coordinates }) => coordinates)).toEqual([
    [0.393308, 0.030492],
    [-0.099456, -0.141064],
    [-0.196321, -0.007359],
    [-0.293776, 0.197766],
  ])
})

test('the largest coordinate of every axis is positive', () => {
  const turned = { ...smoking, rows: [...smoking.rows].reverse(), counts: [...smoking.counts].reverse() }
  for (const map of [correspondenceMap(smoking, 3), correspondenceMap(turned, 3)]) {
    for (const axis of map.axes.keys()) {
      const all = [...map.rows, ...map.columns].map(({ coordinates }) => coordinates[axis] ?? 0)
      expect(Math.max(...all)).toBe(Math.max(...all.map(Math.abs)))
    }
  }
})

test('a table without any tie has no axis; empty rows and columns are left out', () => {
  const even = correspondenceMap({
    rows: ['a', 'b', 'c'],
    columns: ['x', 'y', 'z'],
    counts: [
      [2, 4, 0],
      [3, 6, 0],
      [0, 0, 0],
    ],
  })
  expect(even).toMatchObject({ axes: [], total: 0 })
  expect(even.rows.map(({ label }) => label)).toEqual(['a', 'b'])
  expect(even.columns.map(({ label }) => label)).toEqual(['x', 'y'])
  expect(correspondenceMap({ rows: [], columns: [], counts: [] })).toEqual({
    rows: [],
    columns: [],
    axes: [],
    total: 0,
  })
})

test('impossible tables are refused', () => {
  expect(() => correspondenceMap({ rows: ['a'], columns: ['x'], counts: [[-1]] })).toThrow(RangeError)
  expect(() => correspondenceMap({ rows: ['a'], columns: ['x'], counts: [[1, 2]] })).toThrow(RangeError)
})

test('eigenvectors are turned into themselves and stand upright on each other', () => {
  const matrix = [
    [4, 1, -2],
    [1, 2, 0],
    [-2, 0, 3],
  ]
  const { values, vectors } = symmetricEigen(matrix)
  expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(9, 12)
  for (const [at, vector] of vectors.entries()) {
    for (const [row, numbers] of matrix.entries()) {
      const turned = numbers.reduce((sum, number, column) => sum + number * (vector[column] ?? 0), 0)
      expect(turned).toBeCloseTo((values[at] ?? 0) * (vector[row] ?? 0), 10)
    }
  }
})

import { rounded } from '../order.ts'
import { symmetricEigen } from './jacobi.ts'

/**
 * A word or a value of an attribute on the map, principal coordinates on each axis; `mass` is its share of
 * all counts.
 */
export type MapPoint = { label: string; mass: number; coordinates: number[] }

/**
 * `inertia` is that of each axis, `share` of the whole (0–1). χ² is the whole inertia times the sum of
 * counts.
 */
export type CorrespondenceMap = {
  rows: MapPoint[]
  columns: MapPoint[]
  axes: { inertia: number; share: number }[]
  total: number
}

export type CountTable = {
  rows: readonly string[]
  columns: readonly string[]
  counts: readonly (readonly number[])[]
}

const decimals = 6
/** Less than this is rounding, not an axis. */
const leastInertia = 1e-12

/**
 * Correspondence analysis (対応分析; Benzécri 1973, as in Greenacre 2007) of words × an attribute such as
 * district or age band: near each other lies what occurs together more than chance. Symmetric map in
 * principal coordinates, at most `most` axes. The sign of an axis is fixed: its largest coordinate, rows
 * before columns, is positive.
 *
 * Rows and columns without counts are left out. Refuses negative counts and rows of another length
 * (RangeError).
 */
export function correspondenceMap({ rows, columns, counts }: CountTable, most = 2): CorrespondenceMap {
  if (counts.length !== rows.length || counts.some((row) => row.length !== columns.length)) {
    throw new RangeError('counts do not fit their labels')
  }
  if (counts.some((row) => row.some((count) => !(count >= 0)))) throw new RangeError('a count is negative')
  const sum = sumOf(counts.map(sumOf))
  const rowMasses = counts.map((row) => sumOf(row) / sum)
  const columnMasses = columns.map((_, column) => sumOf(counts.map((row) => row[column] ?? 0)) / sum)
  const residuals = counts.map((row, at) =>
    row.map((count, column) => residualOf(count / sum, (rowMasses[at] ?? 0) * (columnMasses[column] ?? 0))),
  )
  const { values, vectors } = symmetricEigen(crossProduct(residuals, columns.length))
  const total = sumOf(values)
  const axes = values.slice(0, most).filter((inertia) => inertia > leastInertia)
  const places = axes.map((inertia, axis) =>
    axisOf({ residuals, rowMasses, columnMasses }, vectors[axis] ?? [], inertia),
  )
  const pointsOf = (labels: readonly string[], masses: readonly number[], side: 'rows' | 'columns') =>
    labels.flatMap((label, at): MapPoint[] => {
      const mass = masses[at] ?? 0
      if (!(mass > 0)) return []
      return [
        { label, mass: rounded(mass, decimals), coordinates: places.map((axis) => axis[side][at] ?? 0) },
      ]
    })
  return {
    rows: pointsOf(rows, rowMasses, 'rows'),
    columns: pointsOf(columns, columnMasses, 'columns'),
    axes: axes.map((inertia) => ({
      inertia: rounded(inertia, decimals),
      share: rounded(inertia / total, decimals),
    })),
    total: rounded(total, decimals),
  }
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

/** (observed − expected) / √expected; 0 where a row or column is empty. */
const residualOf = (observed: number, expected: number) =>
  expected > 0 ? (observed - expected) / Math.sqrt(expected) : 0

const crossProduct = (matrix: readonly (readonly number[])[], width: number) =>
  Array.from({ length: width }, (_, a) =>
    Array.from({ length: width }, (_, b) => sumOf(matrix.map((row) => (row[a] ?? 0) * (row[b] ?? 0)))),
  )

type Residuals = {
  residuals: readonly (readonly number[])[]
  rowMasses: readonly number[]
  columnMasses: readonly number[]
}

/** Principal coordinates on one axis: columns D⁻½ v σ, rows D⁻½ S v. */
function axisOf(
  { residuals, rowMasses, columnMasses }: Residuals,
  vector: readonly number[],
  inertia: number,
) {
  const scaled = (value: number, mass: number) => (mass > 0 ? value / Math.sqrt(mass) : 0)
  const rows = residuals.map((row, at) =>
    scaled(sumOf(row.map((value, column) => value * (vector[column] ?? 0))), rowMasses[at] ?? 0),
  )
  const columns = vector.map((value, at) => scaled(value * Math.sqrt(inertia), columnMasses[at] ?? 0))
  const largest = [...rows, ...columns].reduce(
    (best, value) => (Math.abs(value) > Math.abs(best) + 1e-9 ? value : best),
    0,
  )
  const sign = largest < 0 ? -1 : 1
  return {
    rows: rows.map((value) => rounded(sign * value, decimals)),
    columns: columns.map((value) => rounded(sign * value, decimals)),
  }
}

import { symmetricEigen } from '../correspondence/jacobi.ts'
import { rounded } from '../order.ts'

/** Rows in the two directions in which they differ most. `explained`: share of the variance along each, 0–1. */
export type PlanePoints = { points: { x: number; y: number }[]; explained: [number, number] }

/**
 * The first two principal components, columns centred and not scaled (as R's `prcomp` does by default). The sign of an
 * axis is fixed so that its largest loading is positive, of equals the first. Undefined where the rows do not differ.
 */
export function principalPlane(rows: readonly (readonly number[])[]): PlanePoints | undefined {
  const width = rows[0]?.length ?? 0
  const means = Array.from({ length: width }, (_, column) => mean(rows.map((row) => row[column] ?? 0)))
  const centred = rows.map((row) => row.map((value, column) => value - (means[column] ?? 0)))
  const covariance = means.map((_, a) =>
    means.map((__, b) => sum(centred.map((row) => (row[a] ?? 0) * (row[b] ?? 0))) / (rows.length - 1)),
  )
  const total = sum(covariance.map((row, at) => row[at] ?? 0))
  if (rows.length < 2 || !(total > 1e-12)) return undefined
  const { values, vectors } = symmetricEigen(covariance)
  const axes = [0, 1].map((axis) => signed(vectors[axis] ?? means.map(() => 0)))
  const along = (row: readonly number[], axis: number) =>
    rounded(sum(row.map((value, column) => value * (axes[axis]?.[column] ?? 0))), 9)
  return {
    points: centred.map((row) => ({ x: along(row, 0), y: along(row, 1) })),
    explained: [rounded((values[0] ?? 0) / total, 9), rounded((values[1] ?? 0) / total, 9)],
  }
}

/** Rounded before it is compared, so that two loadings that are equal but for their last bits give the same sign everywhere. */
function signed(axis: readonly number[]): number[] {
  const sizes = axis.map((value) => rounded(Math.abs(value), 9))
  const largest = sizes.indexOf(Math.max(...sizes))
  return (axis[largest] ?? 0) < 0 ? axis.map((value) => -value) : [...axis]
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length

import type { Line } from './cross-table.ts'

/**
 * How far each hidden cell may lie from its true count, for a reader who knows everything shown, that parts
 * add up, and that counts are not negative: the width between the smallest and the largest possible count,
 * cut at `enough`.
 *
 * The hidden cells are the unknowns of a linear system (one equation a line). Changes that keep all sums are
 * its null space; how far one unknown can move is a linear program, solved by the simplex method from the
 * true counts (Dantzig; Bland's rule, so that it ends). Audit as in Fischetti and Salazar (2000), by real
 * numbers.
 */
export function freedomOf(
  counts: ArrayLike<number>,
  lines: readonly Line[],
  { isHidden, enough }: { isHidden: (cell: number) => boolean; enough: number },
): Map<number, number> {
  const unknowns = [...new Set(lines.flatMap(({ parts, total }) => [...parts, total]))]
    .filter(isHidden)
    .sort((a, b) => a - b)
  const places = new Map(unknowns.map((cell, place) => [cell, place]))
  const equations = lines.map(({ parts, total }) => {
    const row = new Float64Array(unknowns.length)
    for (const part of parts) if (places.has(part)) row[places.get(part) as number] = 1
    if (places.has(total)) row[places.get(total) as number] = -1
    return row
  })
  const moves = nullSpace(equations, unknowns.length)
  const truth = unknowns.map((cell) => counts[cell] as number)
  return new Map(
    unknowns.map((cell, place) => {
      const up = farthest(moves, truth, { place, sign: 1, enough })
      const down = up >= enough ? 0 : farthest(moves, truth, { place, sign: -1, enough: enough - up })
      return [cell, up + down]
    }),
  )
}

const hair = 1e-9
type Numbers = Float64Array<ArrayBuffer>

/**
 * A basis of all changes of the unknowns that leave every equation true (Gauss and Jordan). One vector a free
 * unknown.
 */
function nullSpace(equations: readonly Numbers[], width: number): Numbers[] {
  const rows = equations.filter((row) => row.some((value) => value !== 0)).map((row) => row.slice())
  const pivots: { column: number; row: Numbers }[] = []
  let done = 0
  for (let column = 0; column < width && done < rows.length; column++) {
    const found = rows.findIndex((row, at) => at >= done && Math.abs(row[column] as number) > hair)
    if (found < 0) continue
    const pivot = rows[found] as Numbers
    rows[found] = rows[done] as Numbers
    rows[done++] = pivot
    const scale = pivot[column] as number
    for (let at = 0; at < width; at++) pivot[at] = (pivot[at] as number) / scale
    for (const row of rows) if (row !== pivot) subtract(row, pivot, row[column] as number)
    pivots.push({ column, row: pivot })
  }
  const bound = new Set(pivots.map(({ column }) => column))
  const free = Array.from({ length: width }, (_, column) => column).filter((column) => !bound.has(column))
  return free.map((column) => {
    const move = new Float64Array(width)
    move[column] = 1
    for (const { column: own, row } of pivots) move[own] = -(row[column] as number)
    return move
  })
}

function subtract(row: Numbers, other: Float64Array, factor: number): void {
  if (Math.abs(factor) <= hair) return
  for (let at = 0; at < row.length; at++) row[at] = (row[at] as number) - factor * (other[at] as number)
}

type Goal = { place: number; sign: 1 | -1; enough: number }

/**
 * The largest change of one unknown in one direction, at most `enough`: maximise sign · move · z with truth +
 * moves · z ≥ 0. Each free z is a difference of two columns; the slacks are a basis at z = 0, because the
 * truth itself is possible.
 */
function farthest(moves: readonly Numbers[], truth: readonly number[], goal: Goal): number {
  const columns = moves.length * 2
  const coefficient = (move: number, place: number) =>
    (move % 2 === 0 ? 1 : -1) * (moves[move >> 1]?.[place] ?? 0)
  const rows = truth.map((count, place) =>
    Float64Array.from({ length: columns + 1 }, (_, at) => (at === columns ? count : -coefficient(at, place))),
  )
  const target = Float64Array.from({ length: columns + 1 }, (_, at) =>
    at === columns ? 0 : -goal.sign * coefficient(at, goal.place),
  )
  const basis = truth.map((_, place) => columns + place)
  const labels = Array.from({ length: columns }, (_, at) => at)
  while ((target[columns] as number) < goal.enough) {
    const entering = smallestLabel(labels, (at) => (target[at] as number) < -hair)
    if (entering < 0) break
    const leaving = leavingRow(rows, basis, entering)
    if (leaving < 0) return goal.enough
    exchange(rows, target, [leaving, entering])
    const label = labels[entering] as number
    labels[entering] = basis[leaving] as number
    basis[leaving] = label
  }
  return Math.min(goal.enough, target[columns] as number)
}

/** Bland's rule: of the columns that help, the one with the smallest label. */
function smallestLabel(labels: readonly number[], helps: (at: number) => boolean): number {
  let best = -1
  for (const [at, label] of labels.entries()) {
    if (helps(at) && (best < 0 || label < (labels[best] as number))) best = at
  }
  return best
}

function leavingRow(rows: readonly Numbers[], basis: readonly number[], entering: number): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (const [at, row] of rows.entries()) {
    const factor = row[entering] as number
    if (factor <= hair) continue
    const ratio = (row.at(-1) as number) / factor
    const isTie = Math.abs(ratio - least) <= hair
    if (ratio < least - hair || (isTie && (basis[at] as number) < (basis[best] as number))) {
      least = ratio
      best = at
    }
  }
  return best
}

/** A pivot of the condensed tableau: the column takes the place of the row in the basis. */
function exchange(rows: Numbers[], target: Numbers, [leaving, entering]: [number, number]): void {
  const pivot = rows[leaving] as Numbers
  const scale = pivot[entering] as number
  for (let at = 0; at < pivot.length; at++) pivot[at] = (pivot[at] as number) / scale
  pivot[entering] = 1 / scale
  for (const row of [...rows, target]) {
    if (row === pivot) continue
    const factor = row[entering] as number
    if (factor === 0) continue
    row[entering] = 0
    for (let at = 0; at < row.length; at++) row[at] = (row[at] as number) - factor * (pivot[at] as number)
  }
}

/** Equations A·x = b over x ≥ 0: one array of coefficients an equation. */
export type Equations = { coefficients: readonly (readonly number[])[]; right: readonly number[] }

/** The least and the greatest value a variable can have; `high` may be Infinity. */
export type Bounds = { low: number; high: number }

type Tableau = { rows: Float64Array[]; basis: number[]; columns: number }
const hair = 1e-9

/**
 * Bounds of every variable of a system A·x = b, x ≥ 0, by the simplex method with Bland's rule (Bland 1977).
 *
 * Refuses (RangeError) a system without solution. Meant for some hundred variables with whole numbers.
 */
export function variableBounds({ coefficients, right }: Equations, variables: number): Bounds[] {
  const tableau = feasible({ coefficients, right }, variables)
  return Array.from({ length: variables }, (_, variable) => ({
    low: -greatest(tableau, variable, -1),
    high: greatest(tableau, variable, 1),
  })).map(({ low, high }) => ({ low: low === 0 ? 0 : low, high }))
}

/** A first solution: artificial variables are driven out, equations that follow from others are dropped. */
function feasible({ coefficients, right }: Equations, variables: number): Tableau {
  const count = coefficients.length
  const columns = variables + count
  const rows = coefficients.map((row, place) => {
    const sign = (right[place] as number) < 0 ? -1 : 1
    const line = new Float64Array(columns + 1)
    for (let column = 0; column < variables; column++) line[column] = sign * (row[column] as number)
    line[variables + place] = 1
    line[columns] = sign * (right[place] as number)
    return line
  })
  const tableau: Tableau = { rows, basis: rows.map((_, place) => variables + place), columns }
  const costs = new Float64Array(columns + 1)
  for (const row of rows)
    for (let column = 0; column <= columns; column++) add(costs, column, row[column] as number)
  for (let column = variables; column < columns; column++) costs[column] = 0
  improve(tableau, costs, variables)
  if ((costs[columns] as number) > 1e-6) throw new RangeError('連立方程式に解がありません')
  return withoutArtificial(tableau, variables)
}

function withoutArtificial(tableau: Tableau, variables: number): Tableau {
  const kept: number[] = []
  for (const [place, row] of tableau.rows.entries()) {
    if ((tableau.basis[place] as number) >= variables) {
      const column = row.findIndex((value, at) => at < variables && Math.abs(value) > hair)
      if (column < 0) continue
      pivot(tableau, { place, column })
    }
    kept.push(place)
  }
  const rows = kept.map((place) => {
    const row = tableau.rows[place] as Float64Array
    const line = new Float64Array(variables + 1)
    line.set(row.subarray(0, variables))
    line[variables] = row[tableau.columns] as number
    return line
  })
  return { rows, basis: kept.map((place) => tableau.basis[place] as number), columns: variables }
}

/** The greatest value of sign·x. Starts from the last solution found, which stays a solution. */
function greatest(tableau: Tableau, variable: number, sign: number): number {
  const { columns } = tableau
  const costs = new Float64Array(columns + 1)
  costs[variable] = sign
  const place = tableau.basis.indexOf(variable)
  if (place >= 0) {
    const row = tableau.rows[place] as Float64Array
    for (let column = 0; column <= columns; column++) add(costs, column, -sign * (row[column] as number))
  }
  return improve(tableau, costs, columns) ? -(costs[columns] as number) : Number.POSITIVE_INFINITY
}

/** Pivots until no reduced cost is positive; false when the aim is unbounded. */
function improve(tableau: Tableau, costs: Float64Array, usable: number): boolean {
  for (;;) {
    const column = costs.findIndex((cost, at) => at < usable && cost > hair)
    if (column < 0) return true
    const place = leaving(tableau, column)
    if (place < 0) return false
    pivot(tableau, { place, column })
    const factor = costs[column] as number
    const row = tableau.rows[place] as Float64Array
    for (let at = 0; at <= tableau.columns; at++) add(costs, at, -factor * (row[at] as number))
    costs[column] = 0
  }
}

function leaving({ rows, basis, columns }: Tableau, column: number): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (const [place, row] of rows.entries()) {
    const slope = row[column] as number
    if (slope <= hair) continue
    const ratio = (row[columns] as number) / slope
    const isTie = Math.abs(ratio - least) <= hair
    if (ratio < least - hair || (isTie && (basis[place] as number) < (basis[best] as number))) {
      best = place
      least = Math.min(least, ratio)
    }
  }
  return best
}

function pivot({ rows, basis, columns }: Tableau, { place, column }: { place: number; column: number }) {
  const row = rows[place] as Float64Array
  const scale = row[column] as number
  for (let at = 0; at <= columns; at++) row[at] = (row[at] as number) / scale
  for (const [other, line] of rows.entries()) {
    const factor = line[column] as number
    if (other === place || factor === 0) continue
    for (let at = 0; at <= columns; at++) add(line, at, -factor * (row[at] as number))
    line[column] = 0
  }
  basis[place] = column
}

function add(line: Float64Array, at: number, value: number) {
  line[at] = (line[at] as number) + value
}

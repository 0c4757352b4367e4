/**
 * Agreement of more than two coders; absent when it is undefined because only one category was ever given.
 */
export type ManyCoders = { units: number; agreement: number; expected: number; coefficient?: number }

/**
 * Fleiss' κ (1971): each row says how many of the coders gave the unit each category. All rows have the same
 * sum, at least 2; refuses others (RangeError).
 */
export function fleissKappa(rows: readonly (readonly number[])[]): ManyCoders {
  const coders = sumOf(rows[0] ?? [])
  if (rows.some((row) => sumOf(row) !== coders) || (rows.length > 0 && coders < 2)) {
    throw new RangeError('every unit needs the same number of coders, two at least')
  }
  const units = rows.length
  if (units === 0) return { units, agreement: 0, expected: 0 }
  const agreement =
    sumOf(rows.map((row) => (sumOf(row.map((count) => count * count)) - coders) / (coders * (coders - 1)))) /
    units
  const totals = (rows[0] ?? []).map((_, category) => sumOf(rows.map((row) => row[category] ?? 0)))
  const expected = sumOf(totals.map((total) => (total / (units * coders)) ** 2))
  return { units, agreement, expected, ...coefficientOf(agreement, expected) }
}

/**
 * Krippendorff's α for nominal categories with missing judgements (Krippendorff 2004, §11.3): one row a unit,
 * one place a coder, `undefined` where a coder did not judge. Units with fewer than two judgements are left
 * out.
 */
export function krippendorffAlpha(rows: readonly (readonly (string | undefined)[])[]): ManyCoders {
  const judged = rows
    .map((row) => row.filter((value) => value !== undefined))
    .filter((values) => values.length >= 2)
  const values = judged.flat()
  const all = values.length
  if (all === 0) return { units: 0, agreement: 0, expected: 0 }
  const same = sumOf(
    judged.map((unit) => sumOf(countsOf(unit).map((count) => count * (count - 1))) / (unit.length - 1)),
  )
  const agreement = same / all
  const expected = sumOf(countsOf(values).map((count) => count * (count - 1))) / (all * (all - 1))
  return { units: judged.length, agreement, expected, ...coefficientOf(agreement, expected) }
}

/** Beyond chance: α = 1 − D_o/D_e is the same as (A_o − A_e) / (1 − A_e). */
const coefficientOf = (agreement: number, expected: number) =>
  expected > 1 - 1e-12 ? {} : { coefficient: (agreement - expected) / (1 - expected) }

function countsOf(values: readonly string[]): number[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts.values()]
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

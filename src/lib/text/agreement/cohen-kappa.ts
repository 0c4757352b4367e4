/** One unit as two coders judged it. */
export type Judgement = readonly [string, string]

/**
 * How far two coders agree beyond chance. `agreement` is the raw share p_o, `expected` p_e (both 0–1). κ with
 * standard error and 95 % interval is absent when it is undefined: no units, or p_e = 1 because both always
 * said the same.
 */
export type KappaResult = {
  units: number
  agreement: number
  expected: number
  kappa?: number
  standardError?: number
  interval?: [number, number]
}

/**
 * Cohen's κ = (p_o − p_e) / (1 − p_e) for unordered categories (Cohen 1960), with the standard error for
 * large samples of Fleiss, Cohen and Everitt (1969). The interval is not cut at −1 and 1.
 */
export function cohenKappa(judgements: readonly Judgement[]): KappaResult {
  const units = judgements.length
  if (units === 0) return { units, agreement: 0, expected: 0 }
  const table = sharesOf(judgements)
  const agreement = judgements.filter(([a, b]) => a === b).length / units
  const expected = [...table.first].reduce(
    (sum, [name, share]) => sum + share * (table.second.get(name) ?? 0),
    0,
  )
  if (expected > 1 - 1e-12) return { units, agreement, expected }
  const kappa = (agreement - expected) / (1 - expected)
  const standardError = errorOf(table, { units, kappa, expected })
  const reach = 1.959964 * standardError
  return { units, agreement, expected, kappa, standardError, interval: [kappa - reach, kappa + reach] }
}

/** Shares of all units: by both coders' categories, and the margins of each. */
type ShareTable = {
  cells: { first: string; second: string; share: number }[]
  first: Map<string, number>
  second: Map<string, number>
}

function sharesOf(judgements: readonly Judgement[]): ShareTable {
  const each = 1 / judgements.length
  const cells = new Map<string, { first: string; second: string; share: number }>()
  const first = new Map<string, number>()
  const second = new Map<string, number>()
  for (const [a, b] of judgements) {
    const key = JSON.stringify([a, b])
    cells.set(key, { first: a, second: b, share: (cells.get(key)?.share ?? 0) + each })
    first.set(a, (first.get(a) ?? 0) + each)
    second.set(b, (second.get(b) ?? 0) + each)
  }
  return { cells: [...cells.values()], first, second }
}

/** Fleiss, Cohen and Everitt (1969), formula 13 (unweighted). */
function errorOf(
  { cells, first, second }: ShareTable,
  { units, kappa, expected }: { units: number; kappa: number; expected: number },
): number {
  const sum = cells.reduce((all, cell) => {
    if (cell.first === cell.second) {
      const margins = (first.get(cell.first) ?? 0) + (second.get(cell.first) ?? 0)
      return all + cell.share * (1 - margins * (1 - kappa)) ** 2
    }
    const margins = (second.get(cell.first) ?? 0) + (first.get(cell.second) ?? 0)
    return all + cell.share * ((1 - kappa) * margins) ** 2
  }, 0)
  const variance = (sum - (kappa - expected * (1 - kappa)) ** 2) / (units * (1 - expected) ** 2)
  return Math.sqrt(Math.max(0, variance))
}

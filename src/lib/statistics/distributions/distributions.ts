import { betaPower, betaTails } from './incomplete-beta.ts'
import { gammaPower, gammaTails } from './incomplete-gamma.ts'
import { boundAbove, solveIncreasing } from './solve-increasing.ts'

/**
 * Normal, t, χ², F and beta distributions: upper tails (P(X > x)) and quantiles (probability 0–1 → value).
 *
 * Relative accuracy 1e−10 or better in the range used. Degrees of freedom are real numbers > 0; a quantile
 * of a probability outside 0–1 is a RangeError.
 */

/** P(Z > z) of the standard normal distribution. */
export function normalUpper(z: number): number {
  const { lower, upper } = gammaTails(0.5, (z * z) / 2)
  return z >= 0 ? upper / 2 : 0.5 + lower / 2
}

/** The z below which a share of the standard normal distribution lies. */
export function normalQuantile(probability: number): number {
  return symmetricQuantile(probability, {
    upper: normalUpper,
    density: (z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI),
  })
}

/** P(T > t) of Student's t. Infinite degrees of freedom give the normal distribution. */
export function tUpper(t: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalUpper(t)
  const square = t * t
  const { upper, lower } = betaTails({
    x: square / (df + square),
    y: df / (df + square),
    a: 0.5,
    b: df / 2,
  })
  return t >= 0 ? upper / 2 : 0.5 + lower / 2
}

/** The t below which a share of Student's distribution lies. */
export function tQuantile(probability: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(probability)
  if (!(df > 0)) throw new RangeError('自由度は正の数です')
  return symmetricQuantile(probability, {
    upper: (t) => tUpper(t, df),
    density: (t) => {
      if (t === 0) return betaPower({ x: 0.5, y: 0.5, a: 0.5, b: df / 2 })
      const square = t * t
      return betaPower({ x: square / (df + square), y: df / (df + square), a: 0.5, b: df / 2 }) / Math.abs(t)
    },
  })
}

/** P(X > x) of χ². */
export const chiSquareUpper = (x: number, df: number) => gammaTails(df / 2, x / 2).upper

/** The value below which a share of χ² lies. */
export function chiSquareQuantile(probability: number, df: number): number {
  const known = ends(probability, 0)
  if (known !== undefined) return known
  const at = (x: number) => gammaTails(df / 2, x / 2).lower
  return solveIncreasing({
    at,
    slope: (x) => gammaPower(df / 2, x / 2) / x,
    target: probability,
    low: 0,
    high: boundAbove(at, probability),
  })
}

/** P(F > value) of the F distribution with real degrees of freedom. */
export function fUpper(value: number, df: readonly [number, number]): number {
  if (value <= 0) return 1
  const [upper, lower] = df
  const product = upper * value
  return betaTails({
    x: lower / (lower + product),
    y: product / (lower + product),
    a: lower / 2,
    b: upper / 2,
  }).lower
}

/** The value below which a share of the beta distribution lies. */
export function betaQuantile(probability: number, a: number, b: number): number {
  const known = ends(probability, 0, 1)
  if (known !== undefined) return known
  return solveIncreasing({
    at: (x) => betaTails({ x, y: 1 - x, a, b }).lower,
    slope: (x) => betaPower({ x, y: 1 - x, a, b }) / (x * (1 - x)),
    target: probability,
    low: 0,
    high: 1,
  })
}

function symmetricQuantile(
  probability: number,
  { upper, density }: { upper: (x: number) => number; density: (x: number) => number },
): number {
  const known = ends(probability, Number.NEGATIVE_INFINITY)
  if (known !== undefined) return known
  if (probability === 0.5) return 0
  const tail = Math.min(probability, 1 - probability)
  const at = (x: number) => -upper(x)
  const high = boundAbove(at, -tail)
  const value = solveIncreasing({ at, slope: density, target: -tail, low: 0, high })
  return probability < 0.5 ? -value : value
}

/** What needs no search: the ends of the range; refuses what is no probability. */
function ends(probability: number, low: number, high = Number.POSITIVE_INFINITY): number | undefined {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError('確率は0から1の数です')
  if (probability === 0) return low
  return probability === 1 ? high : undefined
}

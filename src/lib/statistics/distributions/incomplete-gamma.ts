import type { Tails } from './incomplete-beta.ts'
import { logMinusOffset, stirlingRest } from './stirling.ts'

/**
 * Regularised incomplete gamma functions P(a, x) (lower) and Q(a, x) (upper), a > 0, x ≥ 0.
 *
 * Series DLMF 8.7.1 below a + 1, continued fraction DLMF 8.9.2 by Lentz's method above. Relative error
 * below 1e−12.
 */
export function gammaTails(a: number, x: number): Tails {
  if (!(a > 0)) throw new RangeError('ガンマ分布の形は正の数です')
  if (x <= 0) return { lower: 0, upper: 1 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 }
  if (x < a + 1) {
    const lower = (gammaPower(a, x) / a) * series(a, x)
    return { lower, upper: 1 - lower }
  }
  const upper = gammaPower(a, x) * fraction(a, x)
  return { lower: 1 - upper, upper }
}

/** xᵃ e⁻ˣ / Γ(a): the density of the gamma distribution times x. */
export function gammaPower(a: number, x: number): number {
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(a * logMinusOffset(x / a, (x - a) / a) - stirlingRest(a))
}

function series(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let n = 1; n < 100_000; n++) {
    term *= x / (a + n)
    sum += term
    if (term < sum * 1e-17) return sum
  }
  throw new RangeError('不完全ガンマ関数が収束しませんでした')
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let value = d
  for (let n = 1; n < 100_000; n++) {
    const factor = -n * (n - a)
    b += 2
    d = 1 / (b + factor * d)
    c = b + factor / c
    const change = c * d
    value *= change
    if (Math.abs(change - 1) < 4e-16) return value
  }
  throw new RangeError('不完全ガンマ関数が収束しませんでした')
}

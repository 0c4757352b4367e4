import { logMinusOffset, stirlingRest } from './stirling.ts'

/** Both tails of a distribution at one point; each is exact on its own, also when it is tiny. */
export type Tails = { lower: number; upper: number }

/** A point of the unit interval by its distance from both ends (y = 1 − x), and the two shapes (> 0). */
export type BetaPoint = { x: number; y: number; a: number; b: number }

/**
 * Regularised incomplete beta function I_x(a, b) and its complement.
 *
 * Continued fraction DLMF 8.17.22 by Lentz's method on the side where it converges fast. Relative error
 * below 1e−12 for shapes up to 1e6. Refuses shapes that are not positive.
 */
export function betaTails({ x, y, a, b }: BetaPoint): Tails {
  if (!(a > 0 && b > 0)) throw new RangeError('ベータ分布の形は正の数です')
  if (x <= 0) return { lower: 0, upper: 1 }
  if (y <= 0) return { lower: 1, upper: 0 }
  if (x * (a + b + 2) > a + 1) {
    const { lower, upper } = leftOf({ x: y, y: x, a: b, b: a })
    return { lower: upper, upper: lower }
  }
  return leftOf({ x, y, a, b })
}

function leftOf(point: BetaPoint): Tails {
  const lower = (betaPower(point) / point.a) * fraction(point)
  return { lower, upper: 1 - lower }
}

/** xᵃ yᵇ / B(a, b): the density of the beta distribution times x y. */
export function betaPower({ x, y, a, b }: BetaPoint): number {
  const sum = a + b
  const offset = (x * b - y * a) / sum
  const exponent =
    a * logMinusOffset((x * sum) / a, (offset * sum) / a) +
    b * logMinusOffset((y * sum) / b, (-offset * sum) / b)
  const rest = stirlingRest(sum) - stirlingRest(a) - stirlingRest(b)
  return Math.sqrt(a / (2 * Math.PI)) * Math.sqrt(b / sum) * Math.exp(exponent + rest)
}

function fraction({ x, a, b }: BetaPoint): number {
  const tiny = 1e-300
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1), tiny)
  let value = d
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFromZero(1 + even * d, tiny)
    c = awayFromZero(1 + even / c, tiny)
    value *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFromZero(1 + odd * d, tiny)
    c = awayFromZero(1 + odd / c, tiny)
    const change = c * d
    value *= change
    if (Math.abs(change - 1) < 4e-16) return value
  }
  throw new RangeError('不完全ベータ関数が収束しませんでした')
}

const awayFromZero = (value: number, tiny: number) => (Math.abs(value) < tiny ? tiny : value)

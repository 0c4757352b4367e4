/** An increasing function with its slope, the value to reach, and an interval that holds the answer. */
export type Crossing = {
  at: (x: number) => number
  slope: (x: number) => number
  target: number
  low: number
  high: number
}

/**
 * The x at which an increasing function reaches a value: Newton's method, halving the interval where it
 * would leave.
 */
export function solveIncreasing({ at, slope, target, low, high }: Crossing): number {
  let [from, to] = [low, high]
  let x = (from + to) / 2
  for (let round = 0; round < 2000; round++) {
    const gap = at(x) - target
    if (gap === 0) return x
    if (gap > 0) to = x
    else from = x
    const step = x - gap / slope(x)
    const next = step > from && step < to ? step : (from + to) / 2
    if (Math.abs(next - x) <= 2e-16 * Math.abs(next)) return next
    x = next
  }
  return x
}

/** Doubles a bound until an increasing function has passed the target. */
export function boundAbove(at: (x: number) => number, target: number): number {
  let bound = 1
  while (at(bound) < target && bound < 1e300) bound *= 2
  return bound
}

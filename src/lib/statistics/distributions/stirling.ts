/**
 * log(ratio) − offset, where offset = ratio − 1 is given apart because it may be known better than ratio −
 * 1 is.
 *
 * Near 1 without cancellation: with r = u/(2+u), log(1+u) = 2(r + r³/3 + r⁵/5 + …) and 2r − u = −u·r.
 */
export function logMinusOffset(ratio: number, offset: number): number {
  if (Math.abs(offset) > 0.3) return Math.log(ratio) - offset
  const r = offset / (2 + offset)
  const square = r * r
  let sum = 0
  let power = r * square
  for (let odd = 3; odd < 60; odd += 2) {
    const next = sum + power / odd
    if (next === sum) break
    sum = next
    power *= square
  }
  return 2 * sum - offset * r
}

/**
 * What Stirling's formula leaves out: log Γ(z) − [(z − ½) log z − z + ½ log 2π], for z > 0.
 *
 * Asymptotic series from z = 15 (DLMF 5.11.1), below by the recurrence of Γ. With it the powers of the
 * incomplete beta and gamma functions need no difference of large logarithms (after Loader 2000, “Fast and
 * accurate computation of binomial probabilities”).
 */
export function stirlingRest(z: number): number {
  if (z < 15) return stirlingRest(z + 1) + (z + 0.5) * Math.log1p(1 / z) - 1
  const q = 1 / (z * z)
  return (1 / 12 - q * (1 / 360 - q * (1 / 1260 - q * (1 / 1680 - q * (1 / 1188 - (q * 691) / 360360))))) / z
}

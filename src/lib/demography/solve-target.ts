/** A question asked backwards: which x in [low, high] makes `valueAt(x)` equal to `target`? */
export type TargetQuestion = {
  valueAt: (x: number) => number
  target: number
  low: number
  high: number
  /** How far the value may be off; persons, as a rule. Default 0.01. */
  tolerance?: number
}

export type TargetAnswer =
  | { isReached: true; x: number; value: number; rounds: number }
  | { isReached: false; nearest: number; value: number }

const mostRounds = 200

/**
 * Solves by bisection. `valueAt` has to rise or fall throughout; where the target lies outside the values at
 * both ends, the nearer end and its value are the answer, so that a planner sees what is the most that can be
 * had.
 */
export function solveForTarget({
  valueAt,
  target,
  low,
  high,
  tolerance = 0.01,
}: TargetQuestion): TargetAnswer {
  if (!(high > low)) throw new RangeError('探す範囲の上限は下限より大きくしてください')
  let [left, right] = [low, high]
  const [atLow, atHigh] = [valueAt(low), valueAt(high)]
  if ((atLow - target) * (atHigh - target) > 0) {
    const isLowNearer = Math.abs(atLow - target) < Math.abs(atHigh - target)
    return { isReached: false, nearest: isLowNearer ? low : high, value: isLowNearer ? atLow : atHigh }
  }
  const rises = atHigh >= atLow
  for (let round = 1; ; round += 1) {
    const middle = (left + right) / 2
    const value = valueAt(middle)
    if (Math.abs(value - target) <= tolerance || round === mostRounds) {
      return { isReached: true, x: middle, value, rounds: round }
    }
    if (value < target === rises) left = middle
    else right = middle
  }
}

import { type Deviation, deviationOf, meanOf, standardScores } from './standard-scores.ts'

/** Satisfaction and importance of one item. */
export type Point = { satisfaction: number; importance: number }

/** 改善度: distance from the centre, angle from the direction of 「重要だが不満」 (0–180°), and the index. */
export type Improvement = {
  distance: number
  angle?: number
  index: number
  grade: 'urgent' | 'wanted' | 'keep'
}

/**
 * 改善度指数 of items from their 偏差値: a = h_sat − 50, b = h_imp − 50, d = √(a²+b²), v = angle between (a, b) and
 * 135°, index = d·(90 − v)/90. From 10 it is urgent, from 5 wanted, below keep.
 *
 * An item in the centre has index 0 and no angle. Fewer than 3 items, or all equal in one of the two:
 * undefined.
 */
export function improvementIndexes(
  points: readonly Point[],
  deviation: Deviation,
): Improvement[] | undefined {
  if (points.length < 3) return undefined
  const across = standardScores(
    points.map(({ satisfaction }) => satisfaction),
    deviation,
  )
  const upward = standardScores(
    points.map(({ importance }) => importance),
    deviation,
  )
  if (!across || !upward) return undefined
  return points.map((_, place) =>
    improvementOf((across[place] as number) - 50, (upward[place] as number) - 50),
  )
}

function improvementOf(a: number, b: number): Improvement {
  const distance = Math.hypot(a, b)
  if (distance === 0) return { distance, index: 0, grade: 'keep' }
  const turned = Math.abs((Math.atan2(b, a) * 180) / Math.PI - 135)
  const angle = turned > 180 ? 360 - turned : turned
  const index = (distance * (90 - angle)) / 90
  return { distance, angle, index, grade: index >= 10 ? 'urgent' : index >= 5 ? 'wanted' : 'keep' }
}

/** The other ways to say how much an item is behind: ニーズ得点 importance − satisfaction, raw. */
export const gaps = (points: readonly Point[]): number[] =>
  points.map(({ satisfaction, importance }) => importance - satisfaction)

/**
 * The same gap between standardised scores, z(importance) − z(satisfaction). Undefined where all values are
 * equal.
 */
export function standardGaps(points: readonly Point[], deviation: Deviation): number[] | undefined {
  const across = points.map(({ satisfaction }) => satisfaction)
  const upward = points.map(({ importance }) => importance)
  const [acrossSd, upwardSd] = [deviationOf(across, deviation), deviationOf(upward, deviation)]
  if (!(acrossSd > 0 && upwardSd > 0)) return undefined
  const [acrossMean, upwardMean] = [meanOf(across), meanOf(upward)]
  return points.map(
    ({ satisfaction, importance }) =>
      (importance - upwardMean) / upwardSd - (satisfaction - acrossMean) / acrossSd,
  )
}

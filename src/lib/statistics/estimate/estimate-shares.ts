import type { Category } from '../category.ts'
import { type PreparedDesign, varianceFactors } from '../design/sampling-design.ts'
import { degreesOfFreedom } from '../design/score-covariance.ts'
import { countPacked, packedCodes, weightClassesOf } from '../tabulation/weight-classes.ts'
import { type Estimate, estimateMean } from './estimate.ts'

/**
 * Share of each option among those who gave one (codes ≥ 0) in the domain, each as the mean of its 0/1
 * variable.
 *
 * Without clusters and calibration everything follows from sums by stratum and option, in one pass over the
 * rows: with z = w(1ₖ − pₖ)/W, Σz² = [Qₖ(1−pₖ)² + (Q−Qₖ)pₖ²]/W² and Σz = (Sₖ − pₖS)/W in each stratum (S =
 * Σw, Q = Σw²).
 */
export function estimateShares(answers: Category, design: PreparedDesign, domain?: Uint8Array): Estimate[] {
  if (design.clusters || design.calibration) return sharesByScores(answers, design, domain)
  const moments = momentsOf(answers, design, domain)
  const { counts, sums, squares, strata } = moments
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) throw new RangeError('回答が1つもありません')
  const weightSum = sums.reduce((sum, part) => sum + part, 0)
  const squareSum = squares.reduce((sum, part) => sum + part, 0)
  const df = degreesOfFreedomOf(moments, design)
  return Array.from({ length: answers.count }, (_, option) => {
    let weight = 0
    for (let stratum = 0; stratum < strata; stratum++)
      weight += sums[stratum * answers.count + option] as number
    const estimate = weight / weightSum
    const variance = shareVariance({ ...moments, option, share: estimate, weightSum }, design)
    return {
      estimate,
      standardError: Math.sqrt(Math.max(0, variance)),
      degreesOfFreedom: df,
      answers: total,
      weightSum,
      effectiveAnswers: (weightSum * weightSum) / squareSum,
      ...shareDesignEffects(variance, { estimate, total, weightSum }),
    }
  })
}

/** The same by the general way: one column of scores an option. */
export function sharesByScores(answers: Category, design: PreparedDesign, domain?: Uint8Array): Estimate[] {
  return Array.from({ length: answers.count }, (_, option) =>
    estimateMean({ values: indicatorOf(answers, option), domain }, design),
  )
}

/** 1 for an option, 0 for others, NaN where missing. */
export function indicatorOf({ codes }: Category, option: number): Float64Array {
  return Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : code === option ? 1 : 0))
}

/** Σw, Σw² and respondents by stratum and option: place stratum × options + option. */
export type Moments = {
  strata: number
  options: number
  sums: Float64Array
  squares: Float64Array
  counts: Float64Array
}

/**
 * One pass over the rows. A row that is missing or outside the domain falls on a place that is cut off
 * afterwards.
 */
export function momentsOf({ codes, count }: Category, design: PreparedDesign, domain?: Uint8Array): Moments {
  const { weights, strata, rows } = design
  if (codes.length !== rows) throw new RangeError('変数の長さが、回答の数と違います')
  const byClass = momentsByClass({ codes, count }, design, domain)
  if (byClass) return byClass
  const size = strata.count * count
  const sums = new Float64Array(size + 1)
  const squares = new Float64Array(size + 1)
  const counts = new Float64Array(size + 1)
  const stratumCodes = strata.codes
  for (let row = 0; row < rows; row++) {
    const code = codes[row] as number
    const isOut = code < 0 || domain?.[row] === 0
    const place = isOut ? size : (stratumCodes[row] as number) * count + code
    const weight = weights[row] as number
    sums[place] = (sums[place] as number) + weight
    squares[place] = (squares[place] as number) + weight * weight
    counts[place] = (counts[place] as number) + (weight === 0 ? 0 : 1)
  }
  const cut = (array: Float64Array) => array.subarray(0, size)
  return { strata: strata.count, options: count, sums: cut(sums), squares: cut(squares), counts: cut(counts) }
}

/** The same from whole numbers by stratum and class of weight, where the weights are few. */
function momentsByClass(
  { codes, count }: Category,
  { weights, strata, rows }: PreparedDesign,
  domain?: Uint8Array,
): Moments | undefined {
  const classes = weightClassesOf(weights)
  if (!classes) return undefined
  const columns = strata.count + 1
  const width = classes.count * columns
  if ((count + 3) * width > Math.min(65_536, rows)) return undefined
  const cells = countPacked(codes, packedCodes(classes, strata), { lines: count, width, domain })
  const size = strata.count * count
  const [sums, squares, counts] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  for (let option = 0; option < count; option++)
    for (let group = 0; group < classes.count; group++) {
      const weight = classes.weights[group] as number
      if (weight === 0) continue
      for (let stratum = 0; stratum < strata.count; stratum++) {
        const found = cells[(option + 3) * width + group * columns + stratum] as number
        const place = stratum * count + option
        sums[place] = (sums[place] as number) + found * weight
        squares[place] = (squares[place] as number) + found * weight * weight
        counts[place] = (counts[place] as number) + found
      }
    }
  return { strata: strata.count, options: count, sums, squares, counts }
}

/** Rows inside, less strata that have one. Only for designs without clusters. */
export function degreesOfFreedomOf({ strata, options, counts }: Moments, design: PreparedDesign): number {
  if (design.clusters) return degreesOfFreedom(design)
  let df = 0
  for (let stratum = 0; stratum < strata; stratum++) {
    let inside = 0
    for (let option = 0; option < options; option++) inside += counts[stratum * options + option] as number
    df += inside > 0 ? inside - 1 : 0
  }
  return df
}

function shareVariance(
  {
    strata,
    options,
    sums,
    squares,
    option,
    share,
    weightSum,
  }: Moments & { option: number; share: number; weightSum: number },
  design: PreparedDesign,
): number {
  const { drawn } = design
  const factors = varianceFactors(design)
  let variance = 0
  for (let stratum = 0; stratum < strata; stratum++) {
    let sum = 0
    let square = 0
    for (let other = 0; other < options; other++) {
      const score = other === option ? 1 - share : -share
      sum += score * (sums[stratum * options + other] as number)
      square += score * score * (squares[stratum * options + other] as number)
    }
    const count = drawn[stratum] as number
    // The scores of all rows sum to 0, so a lonely stratum that is centred deviates from 0.
    const spread = count > 1 ? Math.max(0, square - (sum * sum) / count) : square
    variance += (factors[stratum] as number) * spread
  }
  return variance / (weightSum * weightSum)
}

function shareDesignEffects(
  variance: number,
  { estimate, total, weightSum }: { estimate: number; total: number; weightSum: number },
): Pick<Estimate, 'designEffect' | 'designEffectWithReplacement'> {
  const simple = (estimate * (1 - estimate)) / (total - 1)
  if (!(simple > 0 && total > 1)) return {}
  const withReplacement = { designEffectWithReplacement: variance / simple }
  if (!(weightSum > total)) return withReplacement
  return { designEffect: variance / (simple * (1 - total / weightSum)), ...withReplacement }
}

import type { Category } from '../category.ts'
import { type PreparedDesign, varianceFactors } from '../design/sampling-design.ts'
import { degreesOfFreedom, scoreCovariance } from '../design/score-covariance.ts'
import { degreesOfFreedomOf, indicatorOf, type Moments, momentsOf } from './estimate-shares.ts'

/** Shares of the options (or cells of a table) and their design covariance, options × options by rows. */
export type ShareCovariance = {
  shares: Float64Array
  covariance: Float64Array
  answers: number
  degreesOfFreedom: number
}

/**
 * Shares of options with their covariance. Like `estimateShares`, from sums by stratum where there are no
 * clusters and no calibration: Σz_k z_l = [δ_kl Q_k − p_l Q_k − p_k Q_l + p_k p_l Q]/W² in each stratum.
 * Refuses no answer at all.
 */
export function shareCovariance(
  answers: Category,
  design: PreparedDesign,
  domain?: Uint8Array,
): ShareCovariance {
  const moments = momentsOf(answers, design, domain)
  const weightSum = moments.sums.reduce((sum, part) => sum + part, 0)
  if (!(weightSum > 0)) throw new RangeError('回答が1つもありません')
  const shares = new Float64Array(answers.count)
  for (let place = 0; place < moments.sums.length; place++) {
    const option = place % answers.count
    shares[option] = (shares[option] as number) + (moments.sums[place] as number) / weightSum
  }
  const isPlain = !design.clusters && !design.calibration
  const found = { shares, answers: moments.counts.reduce((sum, count) => sum + count, 0) }
  if (isPlain) {
    const covariance = covarianceOfMoments({ ...moments, shares, weightSum }, design)
    return { ...found, covariance, degreesOfFreedom: degreesOfFreedomOf(moments, design) }
  }
  const inside = Uint8Array.from(answers.codes, (code, row) => (code < 0 || domain?.[row] === 0 ? 0 : 1))
  const scores = scoresOfShares(answers, { shares, weightSum, inside }, design)
  return {
    ...found,
    covariance: scoreCovariance(scores, design),
    degreesOfFreedom: degreesOfFreedom(design, inside),
  }
}

function scoresOfShares(
  answers: Category,
  { shares, weightSum, inside }: { shares: Float64Array; weightSum: number; inside: Uint8Array },
  { weights }: PreparedDesign,
): Float64Array[] {
  return Array.from(shares, (share, option) =>
    indicatorOf(answers, option).map((is, row) =>
      inside[row] ? ((weights[row] as number) * (is - share)) / weightSum : 0,
    ),
  )
}

function covarianceOfMoments(
  {
    strata,
    options,
    sums,
    squares,
    shares,
    weightSum,
  }: Moments & { shares: Float64Array; weightSum: number },
  design: PreparedDesign,
): Float64Array {
  const { drawn } = design
  const factors = varianceFactors(design)
  const covariance = new Float64Array(options * options)
  for (let stratum = 0; stratum < strata; stratum++) {
    const S = sums.subarray(stratum * options, (stratum + 1) * options)
    const Q = squares.subarray(stratum * options, (stratum + 1) * options)
    const S0 = S.reduce((sum, part) => sum + part, 0)
    const Q0 = Q.reduce((sum, part) => sum + part, 0)
    const count = drawn[stratum] as number
    const factor = (factors[stratum] as number) / (weightSum * weightSum)
    for (let k = 0; k < options; k++) {
      const pk = shares[k] as number
      for (let l = 0; l < options; l++) {
        const pl = shares[l] as number
        const own = k === l ? (Q[k] as number) : 0
        const products = own - pl * (Q[k] as number) - pk * (Q[l] as number) + pk * pl * Q0
        const means = ((S[k] as number) - pk * S0) * ((S[l] as number) - pl * S0)
        const spread = count > 1 ? products - means / count : products
        covariance[k * options + l] = (covariance[k * options + l] as number) + factor * spread
      }
    }
  }
  return covariance
}

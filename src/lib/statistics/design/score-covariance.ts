import { calibrationResiduals } from './calibration-residuals.ts'
import { type PreparedDesign, varianceFactors } from './sampling-design.ts'

/**
 * Design covariance of estimates from their linearised scores, one array of rows each (0 outside the
 * domain).
 *
 * Taylor linearisation, with replacement between first-stage units and finite correction (Cochran 1977, §5
 * and §11; Wolter 2007, §6): Σ_h (1−f_h)·n_h/(n_h−1)·Σ_i (a_i − ā_h)(b_i − b̄_h), the scores summed within
 * each cluster first. A stratum of one unit, where it is to be centred, deviates from the mean of all
 * units. Gives size × size values by rows.
 */
export function scoreCovariance(scores: readonly Float64Array[], design: PreparedDesign): Float64Array {
  const size = scores.length
  const centred = scores.map((column) => centredUnits(column, design))
  const covariance = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      const value = weightedProduct(centred[a] as Float64Array, centred[b] as Float64Array, design)
      covariance[a * size + b] = value
      covariance[b * size + a] = value
    }
  }
  return covariance
}

/** Design variance of one estimate. */
export const scoreVariance = (scores: Float64Array, design: PreparedDesign): number =>
  scoreCovariance([scores], design)[0] as number

/** Sums of the units, each minus the mean of its stratum. */
function centredUnits(scores: Float64Array, design: PreparedDesign): Float64Array {
  const { units, drawn } = design
  const sums = unitSums(calibrationResiduals(scores, design), design)
  const means = new Float64Array(drawn.length)
  let total = 0
  for (let unit = 0; unit < units.count; unit++) {
    const stratum = units.strata[unit] as number
    if (stratum < 0) continue
    means[stratum] = (means[stratum] as number) + (sums[unit] as number)
    total += sums[unit] as number
  }
  const grandMean = total / drawn.reduce((sum, count) => sum + count, 0)
  for (let stratum = 0; stratum < drawn.length; stratum++) {
    const count = drawn[stratum] as number
    means[stratum] = count === 1 ? grandMean : (means[stratum] as number) / count
  }
  return sums.map((sum, unit) => {
    const stratum = units.strata[unit] as number
    return stratum < 0 ? 0 : sum - (means[stratum] as number)
  })
}

function unitSums(scores: Float64Array, { units }: PreparedDesign): Float64Array {
  if (!units.ofRow) return scores
  const sums = new Float64Array(units.count)
  for (let row = 0; row < scores.length; row++) {
    const unit = units.ofRow[row] as number
    sums[unit] = (sums[unit] as number) + (scores[row] as number)
  }
  return sums
}

function weightedProduct(a: Float64Array, b: Float64Array, design: PreparedDesign): number {
  const { units } = design
  const factors = varianceFactors(design)
  let sum = 0
  for (let unit = 0; unit < units.count; unit++) {
    const stratum = units.strata[unit] as number
    if (stratum >= 0) sum += (factors[stratum] as number) * (a[unit] as number) * (b[unit] as number)
  }
  return sum
}

/**
 * Degrees of freedom of a domain: its units less the strata that have at least one (as R `survey::degf`).
 *
 * `isInside` says of each row whether it belongs to the domain; absent: everybody. Rows with weight 0 count
 * for nothing.
 */
export function degreesOfFreedom(design: PreparedDesign, isInside?: Uint8Array): number {
  const { units, weights, strata } = design
  const seenUnits = new Uint8Array(units.count)
  const seenStrata = new Uint8Array(strata.count)
  let df = 0
  for (let row = 0; row < design.rows; row++) {
    if (isInside?.[row] === 0 || weights[row] === 0) continue
    const unit = units.ofRow ? (units.ofRow[row] as number) : row
    const stratum = strata.codes[row] as number
    if (!seenUnits[unit]) df += 1
    if (!seenStrata[stratum]) df -= 1
    seenUnits[unit] = 1
    seenStrata[stratum] = 1
  }
  return df
}

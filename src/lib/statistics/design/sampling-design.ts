import { type Category, everybody } from '../category.ts'

/** What is done with a stratum of one drawn unit, which shows no variance of its own. */
export type LonelyStratum = 'refuse' | 'centre'

/** How variances know that the weights were fitted to known totals (`weighting/`). */
export type Calibration = {
  /** The margins, one variable each; no row may be missing in any. */
  margins: readonly Category[]
  /** Which residuals stand for the answers (`design/calibration-residuals.ts`). */
  method: 'final-weights' | 'start-weights' | 'iterative'
  /** Weights before the fit. */
  startWeights: Float64Array
}

/** Who was drawn and how, one row a respondent. */
export type SamplingDesign = {
  /** How many people a respondent stands for, ≥ 0. */
  weights: Float64Array
  /** 層; one value for everybody in a simple random sample. */
  strata: Category
  /** 一次抽出単位 (clusters), each within one stratum. Absent: every respondent is a unit. */
  clusters?: Category
  /** First-stage units of the population in each stratum (N_h). Absent: no finite population correction. */
  populationUnits?: Float64Array
  lonely: LonelyStratum
  calibration?: Calibration
}

/** A design with what every estimate needs of it, counted once. */
export type PreparedDesign = SamplingDesign & {
  rows: number
  /** Drawn units and the strata they are in. */
  units: { count: number; strata: Int32Array; ofRow?: Category['codes'] }
  /** Drawn units in each stratum (n_h). */
  drawn: Int32Array
  /** (1 − f_h)·n_h/(n_h − 1) of each stratum; of a lonely one 1 − f_h, or NaN where it is refused. */
  factors: Float64Array
}

/** A simple random sample: one stratum, weights of 1 unless given, `population` for the finite correction. */
export function simpleRandomSample(
  rows: number,
  { weights, population }: { weights?: Float64Array; population?: number } = {},
): SamplingDesign {
  return {
    weights: weights ?? new Float64Array(rows).fill(population === undefined ? 1 : population / rows),
    strata: everybody(rows),
    lonely: 'refuse',
    ...(population === undefined ? {} : { populationUnits: Float64Array.of(population) }),
  }
}

/**
 * Checks a design and counts its units.
 *
 * Refuses (RangeError): columns of different length, weights that are negative or no numbers or all 0, a
 * row without stratum or cluster, a cluster in two strata, more drawn units than the stratum has. A lonely
 * stratum that is not to be centred is refused by the first variance, so that tables without errors can
 * still be made. A stratum drawn whole (n_h = N_h) has no variance, so it may be lonely.
 */
export function prepareDesign(design: SamplingDesign): PreparedDesign {
  const rows = design.weights.length
  checkWeights(design.weights)
  checkCategory(design.strata, rows, '層')
  if (design.clusters) checkCategory(design.clusters, rows, '集落')
  for (const margin of design.calibration?.margins ?? []) checkCategory(margin, rows, '補正に使う変数')
  const units = design.clusters
    ? clustersOf(design.clusters, design.strata)
    : { count: rows, strata: Int32Array.from(design.strata.codes) }
  const drawn = new Int32Array(design.strata.count)
  for (const stratum of units.strata) if (stratum >= 0) drawn[stratum] = (drawn[stratum] as number) + 1
  return { ...design, rows, units, drawn, factors: factorsOf(design, drawn) }
}

function checkWeights(weights: Float64Array) {
  let sum = 0
  for (const weight of weights) {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError('ウエイトに、負の数か、数でないものがあります')
    sum += weight
  }
  if (!(sum > 0)) throw new RangeError('ウエイトの合計が0です')
}

function checkCategory({ codes, count }: Category, rows: number, name: string) {
  if (codes.length !== rows) throw new RangeError(`${name}の長さが、回答の数と違います`)
  for (const code of codes) {
    if (code < 0 || code >= count) throw new RangeError(`${name}が分からない回答があります`)
  }
}

/** Clusters nobody answered in keep stratum −1 and are no drawn units. */
function clustersOf(clusters: Category, strata: Category): PreparedDesign['units'] {
  const owners = new Int32Array(clusters.count).fill(-1)
  for (let row = 0; row < clusters.codes.length; row++) {
    const cluster = clusters.codes[row] as number
    const stratum = strata.codes[row] as number
    if (owners[cluster] !== -1 && owners[cluster] !== stratum)
      throw new RangeError('2つの層にまたがる集落があります')
    owners[cluster] = stratum
  }
  return { count: clusters.count, strata: owners, ofRow: clusters.codes }
}

function factorsOf({ populationUnits, lonely }: SamplingDesign, drawn: Int32Array): Float64Array {
  if (populationUnits && populationUnits.length !== drawn.length)
    throw new RangeError('母集団の大きさの数が、層の数と違います')
  return Float64Array.from(drawn, (count, stratum) => {
    const size = populationUnits?.[stratum] ?? Number.POSITIVE_INFINITY
    if (!(size >= count * (1 - 1e-9)))
      throw new RangeError(`層${stratum + 1}：抽出数${count}が、母集団の大きさ${size}を超えています`)
    const unseen = Math.max(0, 1 - count / size)
    if (count === 0 || unseen === 0) return 0
    if (count > 1) return (unseen * count) / (count - 1)
    return lonely === 'refuse' ? Number.NaN : unseen
  })
}

/**
 * Factors of the strata, for a variance. A lonely stratum that may not be centred is refused (RangeError).
 */
export function varianceFactors({ factors }: PreparedDesign): Float64Array {
  const lonely = factors.findIndex((factor) => Number.isNaN(factor))
  if (lonely >= 0)
    throw new RangeError(
      `層${lonely + 1}：抽出単位が1つだけで、分散が求められません（隣の層と合わせてください）`,
    )
  return factors
}

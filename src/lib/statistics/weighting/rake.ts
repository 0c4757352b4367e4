import { type Category, combineCategories } from '../category.ts'
import { cellSums, checkTotals } from './post-stratify.ts'

/** A variable and the persons of each of its levels. */
export type Margin = Category & { totals: ArrayLike<number> }

/** When a run ends, and whether unequal totals are made equal. */
export type RakeSettings = {
  /** Largest relative gap of a margin at which to stop. */
  tolerance?: number
  passes?: number
  /** Makes margins of unequal totals equal to the first; only after a person has confirmed it. */
  rescale?: boolean
}

/** Fitted weights, the passes it took and the largest relative gap left. */
export type Raked = { weights: Float64Array; passes: number; gap: number; rescaled: boolean }

/**
 * Raking (iterative proportional fitting; Deming & Stephan 1940): for one margin after the other w ←
 * w·T(level)/Σ w, until the largest relative gap of all margins is below the tolerance (1e−10) or after 500
 * passes.
 *
 * Refuses (RangeError): no margin, unequal totals (relative gap above 1e−6, unless `rescale`), a level with
 * people and no weight, a level without people and with respondents, a respondent without a level, and a
 * run that does not converge.
 */
export function rake(
  margins: readonly Margin[],
  startWeights: Float64Array,
  settings: RakeSettings = {},
): Raked {
  const { tolerance = 1e-10, passes = 500, rescale = false } = settings
  const { fitted, rescaled } = equalTotals(margins, rescale)
  for (const [place, margin] of fitted.entries()) checkMargin(margin, place, startWeights)
  const cells = jointCells(fitted, startWeights)
  const found = fit(cells?.margins ?? fitted, cells?.weights ?? startWeights, { tolerance, passes })
  return { ...found, weights: cells ? spread(startWeights, cells, found.weights) : found.weights, rescaled }
}

/** The passes themselves, over rows or over cells of rows that share all their levels. */
function fit(
  margins: readonly Margin[],
  startWeights: Float64Array,
  { tolerance, passes }: { tolerance: number; passes: number },
) {
  const weights = Float64Array.from(startWeights)
  for (let pass = 1; pass <= passes; pass++) {
    for (const margin of margins) scale(weights, margin)
    const gap = Math.max(...margins.map((margin) => largestGap(weights, margin)))
    if (gap < tolerance) return { weights, passes: pass, gap }
  }
  const gap = Math.max(...margins.map((margin) => largestGap(weights, margin)))
  throw new RangeError(
    `ウエイトの補正（レイキング）が${passes}回で収束しませんでした（ずれ ${gap.toExponential(1)}）`,
  )
}

type Cells = { ofRow: Category['codes']; weights: Float64Array; margins: Margin[] }

/**
 * Respondents of the same levels in all margins are scaled alike, so the passes go over these cells. Undefined where there
 * are hardly fewer cells than respondents.
 */
function jointCells(margins: readonly Margin[], weights: Float64Array): Cells | undefined {
  const count = margins.reduce((product, margin) => product * margin.count, 1)
  if (count > Math.min(100_000, weights.length / 2)) return undefined
  const { codes: ofRow } = combineCategories(margins)
  let size = 1
  const inner = margins
    .toReversed()
    .map((margin) => {
      const below = size
      size *= margin.count
      const codes = Int32Array.from({ length: count }, (_, cell) => Math.floor(cell / below) % margin.count)
      return { ...margin, codes }
    })
    .toReversed()
  return { ofRow, weights: levelSums(weights, ofRow, count), margins: inner }
}

function spread(startWeights: Float64Array, { ofRow, weights }: Cells, fitted: Float64Array): Float64Array {
  const ratios = fitted.map((weight, cell) => (weights[cell] === 0 ? 1 : weight / (weights[cell] as number)))
  const found = new Float64Array(startWeights.length)
  for (let row = 0; row < found.length; row++)
    found[row] = (startWeights[row] as number) * (ratios[ofRow[row] as number] as number)
  return found
}

function equalTotals(margins: readonly Margin[], rescale: boolean) {
  const [first] = margins
  if (!first) throw new RangeError('補正に使う変数がありません')
  const sums = margins.map(({ totals }) => Array.from(totals).reduce((sum, total) => sum + total, 0))
  const wanted = sums[0] as number
  const isUnequal = sums.some((sum) => Math.abs(sum / wanted - 1) > 1e-6)
  if (!isUnequal) return { fitted: margins, rescaled: false }
  if (!rescale) throw new RangeError(`補正に使う人口の合計が、変数によって違います（${sums.join('、')}）`)
  const fitted = margins.map((margin, place) => ({
    ...margin,
    totals: Float64Array.from(margin.totals, (total) => (total * wanted) / (sums[place] as number)),
  }))
  return { fitted, rescaled: true }
}

function checkMargin(margin: Margin, place: number, weights: Float64Array) {
  checkTotals(margin.totals, margin.count)
  const { sums, counts } = cellSums(margin, weights)
  const name = `${place + 1}番目の変数の、`
  for (let level = 0; level < margin.count; level++) {
    const total = margin.totals[level] as number
    if (total > 0 && (sums[level] as number) === 0)
      throw new RangeError(`${name}${level + 1}番目の区分に人口${total}人がいますが、回答がありません`)
    if (total === 0 && (counts[level] as number) > 0)
      throw new RangeError(`${name}${level + 1}番目の区分に回答がありますが、人口が0人です`)
  }
}

function scale(weights: Float64Array, { codes, count, totals }: Margin) {
  const sums = levelSums(weights, codes, count)
  const ratios = sums.map((sum, level) => (sum === 0 ? 1 : (totals[level] as number) / sum))
  for (let row = 0; row < weights.length; row++)
    weights[row] = (weights[row] as number) * (ratios[codes[row] as number] as number)
}

function levelSums(weights: Float64Array, codes: Category['codes'], count: number): Float64Array {
  const sums = new Float64Array(count)
  for (let row = 0; row < weights.length; row++) {
    const code = codes[row] as number
    sums[code] = (sums[code] as number) + (weights[row] as number)
  }
  return sums
}

function largestGap(weights: Float64Array, { codes, count, totals }: Margin): number {
  const sums = levelSums(weights, codes, count)
  return sums.reduce((gap, sum, level) => {
    const total = totals[level] as number
    return total === 0 ? gap : Math.max(gap, Math.abs(sum / total - 1))
  }, 0)
}

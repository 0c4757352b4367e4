import type { Category } from '../category.ts'
import { cholesky, type SquareMatrix, solveCholesky } from '../matrix/cholesky.ts'
import type { Calibration, PreparedDesign } from './sampling-design.ts'

/**
 * Scores of an estimate whose weights were fitted to known totals: each answer's part that the margins do
 * not explain.
 *
 * - `final-weights`: residual of the regression on the indicators of the margins, weighted with the final
 *   weights;
 * - `start-weights`: the same weighted with the weights before the fit (Deville & Särndal 1992; R `survey`
 *   after `calibrate` and `postStratify`);
 * - `iterative`: unweighted means of each margin taken away in turn, ten times (R `survey` after `rake`).
 *
 * With one margin the first two are the same.
 * All are first-order equal. `scores` are weighted (wᵢ·uᵢ), and so is the result. Without a calibration
 * they are handed back unchanged.
 */
export function calibrationResiduals(scores: Float64Array, design: PreparedDesign): Float64Array {
  const { calibration, weights } = design
  if (!calibration) return scores
  const parts = scores.map((score, row) => (weights[row] === 0 ? 0 : score / (weights[row] as number)))
  if (calibration.method === 'iterative') takeMeansAway(parts, calibration.margins)
  else {
    const { lower, offsets, regressionWeights } = regressionOf(calibration, design)
    takeFitAway(parts, { calibration, lower, offsets, regressionWeights })
  }
  return parts.map((part, row) => part * (weights[row] as number))
}

function takeMeansAway(parts: Float64Array, margins: readonly Category[]) {
  const rounds = margins.length > 1 ? 10 : 1
  for (let round = 0; round < rounds; round++) {
    for (const { codes, count } of margins) {
      const sums = new Float64Array(count)
      const sizes = new Float64Array(count)
      for (let row = 0; row < parts.length; row++) {
        const code = codes[row] as number
        sums[code] = (sums[code] as number) + (parts[row] as number)
        sizes[code] = (sizes[code] as number) + 1
      }
      for (let row = 0; row < parts.length; row++) {
        const code = codes[row] as number
        parts[row] = (parts[row] as number) - (sums[code] as number) / (sizes[code] as number)
      }
    }
  }
}

type Regression = { lower: SquareMatrix; offsets: number[]; regressionWeights: Float64Array }
const known = new WeakMap<PreparedDesign, Regression>()

/** The triangle of XᵀWX, kept with the design: every estimate of a table asks for it. */
function regressionOf(calibration: Calibration, design: PreparedDesign): Regression {
  const before = known.get(design)
  if (before) return before
  const regressionWeights = calibration.method === 'start-weights' ? calibration.startWeights : design.weights
  const { offsets, size } = columnsOf(calibration.margins)
  const values = new Float64Array(size * size)
  for (let row = 0; row < regressionWeights.length; row++) {
    const columns = columnsOfRow(calibration.margins, offsets, row)
    for (const a of columns)
      for (const b of columns)
        values[a * size + b] = (values[a * size + b] as number) + (regressionWeights[row] as number)
  }
  const found = { lower: cholesky({ size, values }), offsets, regressionWeights }
  known.set(design, found)
  return found
}

/**
 * The first margin has a column a level; of every other the first level is left out, since it follows from
 * the rest.
 */
function columnsOf(margins: readonly Category[]) {
  const offsets: number[] = []
  let size = 0
  for (const [place, { count }] of margins.entries()) {
    offsets.push(place === 0 ? 0 : size - 1)
    size += place === 0 ? count : count - 1
  }
  return { offsets, size }
}

function columnsOfRow(margins: readonly Category[], offsets: readonly number[], row: number): number[] {
  const columns: number[] = []
  for (const [place, { codes }] of margins.entries()) {
    const code = codes[row] as number
    if (place === 0 || code > 0) columns.push((offsets[place] as number) + code)
  }
  return columns
}

function takeFitAway(
  parts: Float64Array,
  { calibration, lower, offsets, regressionWeights }: Regression & { calibration: Calibration },
) {
  const right = new Float64Array(lower.size)
  for (let row = 0; row < parts.length; row++) {
    const share = (regressionWeights[row] as number) * (parts[row] as number)
    for (const column of columnsOfRow(calibration.margins, offsets, row))
      right[column] = (right[column] as number) + share
  }
  const slopes = solveCholesky(lower, right)
  for (let row = 0; row < parts.length; row++) {
    let fit = 0
    for (const column of columnsOfRow(calibration.margins, offsets, row)) fit += slopes[column] as number
    parts[row] = (parts[row] as number) - fit
  }
}

import type { SamplingDesign } from '#src/lib/statistics/design/sampling-design.ts'
import { postStratify } from '#src/lib/statistics/weighting/post-stratify.ts'
import { type Margin, rake } from '#src/lib/statistics/weighting/rake.ts'
import { rakeAndTrim } from '#src/lib/statistics/weighting/trim-weights.ts'
import { summarizeWeights, type WeightSummary } from '#src/lib/statistics/weighting/weight-summary.ts'
import type { SurveyFrame } from '../frame/survey-frame.ts'
import type { CalibrationSpec } from './design-spec.ts'
import { personsOfCells, type SideTables } from './persons-by-cell.ts'

/** What was done to the weights, to be printed with every figure. */
export type CalibrationReport = {
  method: CalibrationSpec['method']
  residuals: CalibrationSpec['residuals']
  passes?: number
  gap?: number
  rescaled?: boolean
  /** Before trimming, where there is trimming. */
  untrimmed?: WeightSummary
  trim?: { upper: number; spread: string; within: boolean }
  summary: WeightSummary
  warnings: string[]
}

/**
 * Fits the weights of a design to known totals. Refuses (RangeError) what `rake` and `postStratify` refuse.
 */
export function calibrateDesign(
  frame: SurveyFrame,
  design: SamplingDesign,
  { spec, sides }: { spec: CalibrationSpec; sides: SideTables },
): { design: SamplingDesign; report: CalibrationReport } {
  const margins = spec.margins.map((table) => marginOf(frame, table, sides))
  const startWeights = spec.start === 'equal' ? equalWeights(margins, frame.rows) : design.weights
  const fitted =
    spec.method === 'raking' ? raked(margins, startWeights, spec) : stratified(margins, startWeights)
  const summary = summarizeWeights(fitted.weights)
  const warnings = [...fitted.warnings]
  if (summary.ratio > 5)
    warnings.push(`ウエイトの最大と最小の比が${summary.ratio.toFixed(1)}です（5を超える）`)
  return {
    design: {
      ...design,
      weights: fitted.weights,
      calibration: { margins, method: spec.residuals, startWeights },
    },
    report: { method: spec.method, residuals: spec.residuals, ...fitted.report, summary, warnings },
  }
}

function marginOf(frame: SurveyFrame, table: CalibrationSpec['margins'][number], sides: SideTables): Margin {
  const { cells, persons } = personsOfCells(frame, table, sides)
  return { codes: cells.codes, count: cells.count, totals: persons }
}

function equalWeights([first]: readonly Margin[], rows: number): Float64Array {
  const total = Array.from(first?.totals ?? []).reduce((sum, persons) => sum + persons, 0)
  return new Float64Array(rows).fill(total / rows)
}

type Fitted = { weights: Float64Array; report: Partial<CalibrationReport>; warnings: string[] }

function raked(margins: readonly Margin[], startWeights: Float64Array, spec: CalibrationSpec): Fitted {
  const { tolerance, passes, rescale, trim } = spec
  if (!trim) {
    const { weights, ...report } = rake(margins, startWeights, { tolerance, passes, rescale })
    return { weights, report, warnings: [] }
  }
  const { trimmed, untrimmed, upper, within } = rakeAndTrim(margins, startWeights, trim)
  return {
    weights: trimmed.weights,
    report: {
      passes: trimmed.passes,
      gap: trimmed.gap,
      untrimmed: summarizeWeights(untrimmed.weights),
      trim: { upper, spread: trim.spread, within },
    },
    warnings: within ? [] : ['切りそろえた限りを超えるウエイトが、補正のあとに残っています'],
  }
}

function stratified(margins: readonly Margin[], startWeights: Float64Array): Fitted {
  const [cells, ...others] = margins
  if (!cells || others.length > 0) throw new RangeError('事後層化の人口の表は、1つだけです')
  const { weights, weak } = postStratify(cells, cells.totals, startWeights)
  return {
    weights,
    report: {},
    warnings: weak.map(({ cell, answers }) => `${cell + 1}番目の区分は、回答が${answers}しかありません`),
  }
}

import { sizeClassOf } from '#src/lib/demography/backtest.ts'
import { errorModel, sdAfterFiveYears } from '#src/lib/demography/error-model.ts'
import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { monteCarlo } from '#src/lib/demography/uncertainty.ts'
import { ageBands, bandWeights } from '#src/lib/demography/weighted-sum.ts'
import { planOf } from '#src/lib/demography/write-step.ts'

export type FanRequest = {
  draws: number
  /** 32-bit seed. */
  seed: number
  /** Ask how likely the total is above this number. */
  above?: number | undefined
}

/** How sure a projection is: quantiles by number and year, in persons, and the chance to be above a total. */
export type Fan = {
  draws: number
  seed: number
  /** Standard deviation of the log total after five years, that of municipalities of this size. */
  sdFiveYears: number
  quantiles: readonly number[]
  measures: Record<string, Record<string, number[]>>
  probabilities: { id: string; above: number; byYear: Record<string, number> }[]
}

const followed = ['total', 'child', 'workingAge', 'elderly', 'women20to39'] as const

/**
 * The probabilistic projection of one area (確率推計): total, three age classes, women of 20–39. Controls of the
 * case are not met in the draws, because an error a control corrects would be no error.
 */
export function fanOf(inputs: ProjectionInputs, { draws, seed, above }: FanRequest): Fan {
  const plan = planOf(inputs)
  const base = Float64Array.from([...inputs.base.M, ...inputs.base.F])
  const persons = base.reduce((sum, count) => sum + count, 0)
  const sdFiveYears = sdAfterFiveYears[sizeClassOf(persons)] as number
  const model = errorModel({ inputs, plan, base }, { sdFiveYears })
  const measures = followed.map((id) => ({ id, weights: bandWeights(ageBands[id], inputs.ages) }))
  const thresholds = above === undefined ? [] : [{ id: 'total', above }]
  const drawn = monteCarlo({ plan, base, model, measures, draws, seed, thresholds })
  const years = [Number(inputs.baseDate.slice(0, 4)), ...inputs.periods.map(({ to }) => to)]
  const byYear = <Value>(values: readonly Value[]): Record<string, Value> =>
    Object.fromEntries(years.map((year, step) => [String(year), values[step] as Value]))
  return {
    draws,
    seed,
    sdFiveYears,
    quantiles: drawn.quantiles,
    measures: Object.fromEntries(followed.map((id) => [id, byYear(drawn.measures[id] ?? [])])),
    probabilities: drawn.probabilities.map(({ byStep, ...asked }) => ({ ...asked, byYear: byYear(byStep) })),
  }
}

import type { Estimate } from '#src/lib/statistics/estimate/estimate.ts'
import type { Interval } from '#src/lib/statistics/estimate/intervals.ts'
import { rowsMeeting } from '../condition/judge-condition.ts'
import type { SurveyFrame } from '../frame/survey-frame.ts'
import type { BuiltDesign } from './build-design.ts'
import { cellsBy } from './persons-by-cell.ts'

/** What a statistic is computed from. */
export type Work = { frame: SurveyFrame; built: BuiltDesign }

/** Below so many respondents a figure is 参考値. */
export const fewAnswers = 30

/** An estimate as it is printed. Without `standardError` there is none to be given. */
export type EstimateResult = {
  estimate: number
  standardError?: number
  interval?: Interval
  degreesOfFreedom?: number
  answers: number
  weightSum: number
  effectiveAnswers: number
  designEffect?: number
  designEffectWithReplacement?: number
  isReference?: true
}

/** Leaves out every sampling error where the sample is no probability sample. */
export function estimateResult(
  estimate: Estimate,
  interval: Interval | undefined,
  { isProbability }: BuiltDesign,
): EstimateResult {
  const { answers, weightSum, effectiveAnswers } = estimate
  const size = {
    answers,
    weightSum,
    effectiveAnswers,
    ...(answers < fewAnswers ? { isReference: true as const } : {}),
  }
  if (!isProbability) return { estimate: estimate.estimate, ...size }
  const { designEffect, designEffectWithReplacement } = estimate
  return {
    estimate: estimate.estimate,
    standardError: estimate.standardError,
    ...(interval ? { interval } : {}),
    degreesOfFreedom: estimate.degreesOfFreedom,
    ...size,
    ...(designEffect === undefined ? {} : { designEffect }),
    ...(designEffectWithReplacement === undefined ? {} : { designEffectWithReplacement }),
  }
}

/** A test needs a probability sample. */
export function needProbability({ isProbability }: BuiltDesign) {
  if (!isProbability) throw new RangeError('モニター調査・確率標本ではないため、検定と標本誤差は示しません')
}

/** One group of `by` (or everybody) as a domain: 1 inside, absent when that is everybody. */
export type Domain = { group?: Record<string, string>; domain?: Uint8Array }

/** Domains of a statistic: `where`, for each combination of `by` that has a respondent. */
export function domainsOf(
  frame: SurveyFrame,
  { where, by }: { where?: string; by: readonly string[] },
): Domain[] {
  const inside = where === undefined ? undefined : rowsMeeting(frame, where)
  if (by.length === 0) return [inside ? { domain: inside } : {}]
  const { codes, codesOfCell } = cellsBy(frame, by)
  return codesOfCell.flatMap((names, cell) => {
    const domain = Uint8Array.from(codes, (code, row) => (code === cell && inside?.[row] !== 0 ? 1 : 0))
    if (!domain.includes(1)) return []
    return [{ group: Object.fromEntries(by.map((name, place) => [name, names[place] as string])), domain }]
  })
}

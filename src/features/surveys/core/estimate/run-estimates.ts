import type { PreparedDesign } from '#src/lib/statistics/design/sampling-design.ts'
import { tUpper } from '#src/lib/statistics/distributions/distributions.ts'
import {
  type Estimate,
  estimateMean,
  estimateMeans,
  estimateRatio,
  estimateTotal,
} from '#src/lib/statistics/estimate/estimate.ts'
import { estimateQuantile } from '#src/lib/statistics/estimate/estimate-quantile.ts'
import {
  criticalValue,
  type Interval,
  meanInterval,
  shareInterval,
} from '#src/lib/statistics/estimate/intervals.ts'
import { scoreValues } from '#src/lib/statistics/tabulation/score.ts'
import { indicatorFor, rowsMeeting } from '../condition/judge-condition.ts'
import { categoryOf, type NamedCategory, numbersOf, type SurveyFrame } from '../frame/survey-frame.ts'
import {
  domainsOf,
  type EstimateResult,
  estimateResult,
  needProbability,
  type Work,
} from './statistic-result.ts'
import type { StatisticOf } from './statistic-spec.ts'

type Group = { group?: Record<string, string> }
type Grouped = Group & (EstimateResult | { answers: 0 })
type Estimating<Found extends Estimate> = {
  /** Numbers a domain must have at least one of; a group without any has no estimate. */
  values: Float64Array
  estimate: (domain: Uint8Array | undefined, design: PreparedDesign) => Found
  interval?: (estimate: Found) => Interval
}

/** Runs an estimate for every domain of a statistic, with a t-interval unless another is asked for. */
function overDomains<Found extends Estimate>(
  { frame, built }: Work,
  spec: { where?: string; by: string[]; level: number },
  { values, estimate, interval = (found) => meanInterval(found, spec.level) }: Estimating<Found>,
): Grouped[] {
  return domainsOf(frame, spec).map(({ group, domain }) => {
    const head = group ? { group } : {}
    if (group && !hasAnswer(values, domain)) return { ...head, answers: 0 as const }
    const found = estimate(domain, built.design)
    return { ...head, ...estimateResult(found, interval(found), built) }
  })
}

const hasAnswer = (values: Float64Array, domain: Uint8Array | undefined) =>
  values.some((value, row) => !Number.isNaN(value) && domain?.[row] !== 0)

/** Mean of a numeric column. */
export function runMean(work: Work, spec: StatisticOf<'mean'>): Grouped[] {
  const values = numbersOf(work.frame, spec.variable)
  return overDomains(work, spec, {
    values,
    estimate: (domain, design) => estimateMean({ values, domain }, design),
  })
}

/** Total of a numeric column, or how many people meet a condition. */
export function runTotal(work: Work, spec: StatisticOf<'total'>): Grouped[] {
  const values = measuredValues(work.frame, spec)
  return overDomains(work, spec, {
    values,
    estimate: (domain, design) => estimateTotal({ values, domain }, design),
  })
}

/** Ratio of two totals, over those who answered both. */
export function runRatio(work: Work, spec: StatisticOf<'ratio'>): Grouped[] {
  const numerator = numbersOf(work.frame, spec.numerator)
  const denominator = numbersOf(work.frame, spec.denominator)
  return overDomains(work, spec, {
    values: numerator.map((value, row) => value * (denominator[row] as number)),
    estimate: (domain, design) => estimateRatio({ numerator, denominator, domain }, design),
  })
}

/** Share that meets a condition (0–1), with the interval asked for. */
export function runProportion(work: Work, spec: StatisticOf<'proportion'>): Grouped[] {
  const values = indicatorFor(work.frame, spec.condition)
  return overDomains(work, spec, {
    values,
    estimate: (domain, design) => estimateMean({ values, domain }, design),
    interval: (share) => shareInterval(share, spec),
  })
}

/** Quantiles of a numeric column, one result a probability and domain. */
export function runQuantile(work: Work, spec: StatisticOf<'quantile'>) {
  const values = numbersOf(work.frame, spec.variable)
  return spec.probabilities.flatMap((probability) => {
    const found = overDomains(work, spec, {
      values,
      estimate: (domain, design) =>
        estimateQuantile({ values, domain }, design, { probability, level: spec.level }),
      interval: ({ interval }) => interval,
    })
    return found.map((result) => ({ probability, ...result }))
  })
}

/** Score of an item in the variant asked for. */
export function runScore(work: Work, spec: StatisticOf<'score'>): Grouped[] {
  const answers = categoryOf(work.frame, spec.variable)
  const values = scoreValues(answers, { points: pointsOf(answers, spec.points), variant: spec.variant })
  return overDomains(work, spec, {
    values,
    estimate: (domain, design) => estimateMean({ values, domain }, design),
  })
}

/**
 * Points of the options: those of the spec by code, else those of the questionnaire. Refuses when there are
 * none.
 */
export function pointsOf(answers: NamedCategory, given?: Readonly<Record<string, number>>) {
  const isKnown = (code: string) => answers.options.some((option) => option.code === code)
  const unknown = answers.isDeclared ? Object.keys(given ?? {}).find((code) => !isKnown(code)) : undefined
  if (unknown !== undefined) throw new RangeError(`「${answers.name}」に選択肢「${unknown}」がありません`)
  const points = answers.options.map((option) => (given ? given[option.code] : (option.points ?? undefined)))
  if (points.every((value) => value === undefined))
    throw new RangeError(`「${answers.name}」の選択肢に点がありません`)
  return points
}

/** Second domain minus the first, with the covariance of both (they are of one sample). */
export function runDifference({ frame, built }: Work, spec: StatisticOf<'difference'>) {
  needProbability(built)
  const values = measuredValues(frame, spec)
  const [first, second] = spec.between.map((condition) => rowsMeeting(frame, condition))
  return domainsOf(frame, spec).map(({ group, domain }) => {
    const inside = (rows: Uint8Array | undefined) => rows?.map((is, row) => (domain?.[row] === 0 ? 0 : is))
    const { estimates, covariance } = estimateMeans(
      [
        { values, domain: inside(first) },
        { values, domain: inside(second) },
      ],
      built.design,
    )
    const [before, after] = estimates as [Estimate, Estimate]
    const [v11 = 0, v12 = 0, , v22 = 0] = covariance
    const standardError = Math.sqrt(Math.max(0, v11 + v22 - 2 * v12))
    const estimate = after.estimate - before.estimate
    const union = Uint8Array.from(values, (_, row) => (inside(first)?.[row] || inside(second)?.[row] ? 1 : 0))
    const { degreesOfFreedom, answers } = estimateMean({ values, domain: union }, built.design)
    const reach =
      degreesOfFreedom < 1 ? undefined : criticalValue(spec.level, degreesOfFreedom) * standardError
    return {
      ...(group ? { group } : {}),
      estimate,
      standardError,
      degreesOfFreedom,
      answers,
      ...(reach === undefined
        ? {}
        : {
            interval: { low: estimate - reach, high: estimate + reach, level: spec.level, method: 't' },
            p:
              standardError > 0
                ? 2 * tUpper(Math.abs(estimate) / standardError, degreesOfFreedom)
                : undefined,
          }),
      parts: [before.estimate, after.estimate],
    }
  })
}

/** Numbers of a variable, or 1 and 0 of a condition; exactly one of the two is given. */
export function measuredValues(
  frame: SurveyFrame,
  { variable, condition }: { variable?: string; condition?: string },
): Float64Array {
  if ((variable === undefined) === (condition === undefined))
    throw new RangeError('variable と condition の、どちらか1つを書いてください')
  return variable === undefined ? indicatorFor(frame, condition as string) : numbersOf(frame, variable)
}

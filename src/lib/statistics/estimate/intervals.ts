import { betaQuantile, tQuantile } from '../distributions/distributions.ts'
import type { Estimate } from './estimate.ts'

/** A confidence interval. Without `low` or `high` it has no such end, or cannot be had (df < 1). */
export type Interval = { low?: number; high?: number; level: number; method: string }

/** Estimate ± t(df)·SE. No ends where df < 1. */
export function meanInterval(
  { estimate, standardError, degreesOfFreedom: df }: Estimate,
  level = 0.95,
): Interval {
  if (df < 1) return { level, method: 't' }
  const reach = criticalValue(level, df) * standardError
  return { low: estimate - reach, high: estimate + reach, level, method: 't' }
}

/** How an interval of a share is made. */
export const shareMethods = ['logit', 'wilson', 'clopper-pearson', 'beta', 't'] as const
export type ShareMethod = (typeof shareMethods)[number]

/**
 * Interval of a share (0–1).
 *
 * - `logit`: t-interval of log(p/(1−p)) with SE/(p(1−p)), back-transformed (R `svyciprop(method =
 *   "logit")`);
 * - `wilson`: Wilson's score interval with the effective n, p(1−p)/SE², and the quantile of t;
 * - `clopper-pearson`: exact binomial; only right for an unweighted simple random sample;
 * - `beta`: Clopper–Pearson with the effective n corrected for df (Korn & Graubard 1998; R `method =
 *   "beta"`);
 * - `t`: p ± t·SE.
 *
 * At p = 0 or 1 every method but `clopper-pearson` gives the exact one-sided bound with Kish's effective n,
 * 1 − α^(1/n) away from the end: never 0 ± 0.
 */
export function shareInterval(
  share: Estimate,
  { level = 0.95, method = 'logit' }: { level?: number; method?: ShareMethod } = {},
): Interval {
  const { estimate: p, degreesOfFreedom: df, answers } = share
  if (method === 'clopper-pearson') return exactInterval({ count: Math.round(p * answers), answers }, level)
  if (p <= 0 || p >= 1) return oneSidedInterval(share, level)
  if (df < 1) return { level, method }
  if (share.standardError === 0) return { low: p, high: p, level, method }
  const critical = criticalValue(level, df)
  if (method === 't') return meanInterval(share, level)
  if (method === 'logit') return logitInterval(share, { critical, level })
  if (method === 'wilson') return wilsonInterval(share, { critical, level })
  return betaInterval(share, level)
}

/** The t beyond which (1 − level)/2 lies on either side. */
export const criticalValue = (level: number, df: number) => -tQuantile((1 - level) / 2, df)

function logitInterval(
  { estimate: p, standardError }: Estimate,
  { critical, level }: { critical: number; level: number },
): Interval {
  const centre = Math.log(p / (1 - p))
  const reach = (critical * standardError) / (p * (1 - p))
  const back = (value: number) => 1 / (1 + Math.exp(-value))
  return { low: back(centre - reach), high: back(centre + reach), level, method: 'logit' }
}

function wilsonInterval(
  { estimate: p, standardError }: Estimate,
  { critical, level }: { critical: number; level: number },
): Interval {
  const n = (p * (1 - p)) / standardError ** 2
  const square = critical * critical
  const centre = (p + square / (2 * n)) / (1 + square / n)
  const reach = (critical / (1 + square / n)) * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n))
  return { low: centre - reach, high: centre + reach, level, method: 'wilson' }
}

function betaInterval(share: Estimate, level: number): Interval {
  const { estimate: p, standardError, degreesOfFreedom: df, answers } = share
  const correction = answers > 1 ? (criticalValue(level, answers - 1) / criticalValue(level, df)) ** 2 : 1
  const n = ((p * (1 - p)) / standardError ** 2) * correction
  const tail = (1 - level) / 2
  return {
    low: betaQuantile(tail, n * p, n * (1 - p) + 1),
    high: betaQuantile(1 - tail, n * p + 1, n * (1 - p)),
    level,
    method: 'beta',
  }
}

/** Clopper & Pearson (1934), for `count` of `answers`. */
export function exactInterval(
  { count, answers }: { count: number; answers: number },
  level = 0.95,
): Interval {
  const tail = (1 - level) / 2
  return {
    low: count === 0 ? 0 : betaQuantile(tail, count, answers - count + 1),
    high: count === answers ? 1 : betaQuantile(1 - tail, count + 1, answers - count),
    level,
    method: 'clopper-pearson',
  }
}

function oneSidedInterval({ estimate, effectiveAnswers }: Estimate, level: number): Interval {
  const bound = 1 - (1 - level) ** (1 / effectiveAnswers)
  const method = 'one-sided-exact'
  return estimate <= 0 ? { low: 0, high: bound, level, method } : { low: 1 - bound, high: 1, level, method }
}

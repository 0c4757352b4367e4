import { estimateMean } from '#src/lib/statistics/estimate/estimate.ts'
import { meanInterval } from '#src/lib/statistics/estimate/intervals.ts'
import { firstColumn } from '../frame/ranking-columns.ts'
import { numbersOf } from '../frame/survey-frame.ts'
import { runMultiple, runShares } from './run-tables.ts'
import { domainsOf, estimateResult, type Work } from './statistic-result.ts'
import type { StatisticOf } from './statistic-spec.ts'

/**
 * A ranking (順位): of every option the share that put it first, the share that gave it any place, and the mean place.
 *
 * The mean place is over those who gave the option a place (its `answers`); who left it out has no part in it. A rank
 * for what was left out would have to be invented, so it is not.
 */
export function runRanking(work: Work, { question, ...spec }: StatisticOf<'ranking'>) {
  const parts = work.frame.rankings?.get(question)
  if (!parts) throw new RangeError(`順位の設問「${question}」がありません`)
  const firsts = runShares(work, { ...spec, statistic: 'shares', variable: firstColumn(question) })
  const marks = runMultiple(work, { ...spec, statistic: 'multiple', question })
  const places = parts.map(({ place }) => numbersOf(work.frame, place))
  return domainsOf(work.frame, spec).map(({ group, domain }, at) => ({
    ...(group ? { group } : {}),
    base: marks[at]?.base,
    missing: marks[at]?.missing,
    lines: parts.map(({ code, label }, option) => ({
      code,
      label,
      first: figureOf(firsts[at]?.lines[option]),
      placed: figureOf(marks[at]?.lines[option]),
      meanPlace: meanPlace(work, { values: places[option] as Float64Array, domain, level: spec.level }),
    })),
  }))
}

/** Without code and label, which stand with the line. */
function figureOf(line: ReturnType<typeof runMultiple>[number]['lines'][number] | undefined) {
  if (!line) return undefined
  const { code: _, label: _label, ...figure } = line
  return figure
}

type Placed = { values: Float64Array; domain: Uint8Array | undefined; level: number }

/** Undefined where nobody gave the option a place. */
export function meanPlace({ built }: Work, { values, domain, level }: Placed) {
  if (!values.some((value, row) => !Number.isNaN(value) && domain?.[row] !== 0)) return undefined
  const mean = estimateMean({ values, domain }, built.design)
  return estimateResult(mean, meanInterval(mean, level), built)
}

import { allocateSample } from '#src/lib/statistics/sample/allocate-sample.ts'
import { formsToSend, marginOfError, neededAnswers } from '#src/lib/statistics/sample/sample-size.ts'
import { compareShares } from '#src/lib/statistics/test-of-tables/compare-waves.ts'
import {
  runDifference,
  runMean,
  runProportion,
  runQuantile,
  runRatio,
  runScore,
  runTotal,
} from './run-estimates.ts'
import { runRanking } from './run-ranking.ts'
import { runSuppression } from './run-suppression.ts'
import { runCross, runMultiple, runShares } from './run-tables.ts'
import { runChiSquare, runPortfolio, runRaoScott, runWaves, runWeights } from './run-tests.ts'
import type { Work } from './statistic-result.ts'
import type { StatisticOf, StatisticSpec } from './statistic-spec.ts'

type Runner<Name extends StatisticSpec['statistic']> = (
  work: Work,
  spec: StatisticOf<Name>,
) => readonly object[]

const runners: { [Name in StatisticSpec['statistic']]: Runner<Name> } = {
  mean: runMean,
  total: runTotal,
  proportion: runProportion,
  shares: runShares,
  multiple: runMultiple,
  ranking: runRanking,
  ratio: runRatio,
  quantile: runQuantile,
  score: runScore,
  difference: runDifference,
  cross: runCross,
  'chi-square': runChiSquare,
  'rao-scott': runRaoScott,
  portfolio: runPortfolio,
  waves: runWaves,
  suppression: runSuppression,
  weights: runWeights,
  'sample-size': (_, spec) => [sampleSize(spec)],
  'margin-of-error': (_, spec) => [
    { margins: spec.shares.map((share) => ({ share, marginOfError: marginOfError({ ...spec, share }) })) },
  ],
  allocation: (_, spec) => [allocation(spec)],
  'two-shares': (_, spec) => [compareShares(spec.before, spec.after)],
}

const withoutAnswers = ['sample-size', 'margin-of-error', 'allocation', 'two-shares']

/** Whether a statistic is about answers, so that a spec with it must name its data. */
export const needsAnswers = ({ statistic }: StatisticSpec) => !withoutAnswers.includes(statistic)

/** One result a domain. Refuses (RangeError, in words) what cannot be computed. */
export function runStatistic(work: Work, spec: StatisticSpec): readonly object[] {
  const run = runners[spec.statistic] as (work: Work, spec: StatisticSpec) => readonly object[]
  return run(work, spec)
}

function sampleSize(spec: StatisticOf<'sample-size'>) {
  const answers = neededAnswers(spec)
  return {
    answers,
    answersRounded: Math.ceil(answers - 1e-9),
    ...(spec.returnRate === undefined ? {} : { forms: formsToSend(answers, spec.returnRate) }),
  }
}

function allocation(spec: StatisticOf<'allocation'>) {
  const { sizes, tooSmall } = allocateSample(spec.strata, spec)
  return {
    rule: spec.rule,
    strata: spec.strata.map(({ label, population }, place) => ({ label, population, size: sizes[place] })),
    tooSmall: tooSmall.map((place) => spec.strata[place]?.label),
  }
}

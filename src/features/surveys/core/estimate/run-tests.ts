import { estimateMean } from '#src/lib/statistics/estimate/estimate.ts'
import { gaps, improvementIndexes, standardGaps } from '#src/lib/statistics/satisfaction/improvement-index.ts'
import { satisfactionPortfolio } from '#src/lib/statistics/satisfaction/portfolio.ts'
import { standardScores } from '#src/lib/statistics/satisfaction/standard-scores.ts'
import { cellOf, crossTabulate } from '#src/lib/statistics/tabulation/cross-tabulate.ts'
import { scoreValues } from '#src/lib/statistics/tabulation/score.ts'
import { compareWaves } from '#src/lib/statistics/test-of-tables/compare-waves.ts'
import { pearsonTest, withoutEmpty } from '#src/lib/statistics/test-of-tables/pearson.ts'
import { raoScottTest } from '#src/lib/statistics/test-of-tables/rao-scott.ts'
import { summarizeWeights } from '#src/lib/statistics/weighting/weight-summary.ts'
import { categoryOf, type NamedCategory, opinionsOf, type SurveyFrame } from '../frame/survey-frame.ts'
import { measuredValues, pointsOf } from './run-estimates.ts'
import { domainsOf, estimateResult, needProbability, type Work } from './statistic-result.ts'
import type { StatisticOf } from './statistic-spec.ts'

/** The two questions of a test among those with an opinion on both, without rows and columns nobody chose. */
function testedTable(frame: SurveyFrame, spec: { row: string; column: string }, domain?: Uint8Array) {
  const row = opinionsOf(categoryOf(frame, spec.row))
  const column = opinionsOf(categoryOf(frame, spec.column))
  const table = crossTabulate(row, column, { domain })
  const counts = row.options.flatMap((_, line) =>
    column.options.map((_, place) => cellOf(table, line, place).count),
  )
  return { row, column, ...withoutEmpty({ rows: row.count, columns: column.count, counts }) }
}

const codesOf = ({ options }: NamedCategory, places: readonly number[]) =>
  places.map((place) => options[place]?.code)

/** χ² on unweighted counts. It takes the answers for a simple random sample. */
export function runChiSquare({ frame, built }: Work, spec: StatisticOf<'chi-square'>) {
  needProbability(built)
  return domainsOf(frame, spec).map(({ group, domain }) => {
    const { row, column, kept, keptRows, keptColumns, dropped } = testedTable(frame, spec, domain)
    const result = pearsonTest(kept)
    const rows = codesOf(row, keptRows)
    const columns = codesOf(column, keptColumns)
    const left = { rows: codesOf(row, dropped.rows), columns: codesOf(column, dropped.columns) }
    const head = { ...(group ? { group } : {}), rows, columns, counts: kept.counts, dropped: left }
    if (!result) return { ...head, reason: '1行か1列しか残らないため、検定できません' }
    const { adjustedResiduals, dropped: _, ...numbers } = result
    return { ...head, ...numbers, adjustedResiduals: [...adjustedResiduals] }
  })
}

/** Rao–Scott test of two questions, among those with an opinion on both. */
export function runRaoScott({ frame, built }: Work, spec: StatisticOf<'rao-scott'>) {
  needProbability(built)
  return domainsOf(frame, spec).map(({ group, domain }) => {
    const { row, column, keptRows, keptColumns, dropped } = testedTable(frame, spec, domain)
    const rows = codesOf(row, keptRows)
    const columns = codesOf(column, keptColumns)
    const left = { rows: codesOf(row, dropped.rows), columns: codesOf(column, dropped.columns) }
    const head = { ...(group ? { group } : {}), rows, columns, dropped: left }
    if (keptRows.length < 2 || keptColumns.length < 2)
      return { ...head, reason: '1行か1列しか残らないため、検定できません' }
    const tested = { row: onlyPlaces(row, keptRows), column: onlyPlaces(column, keptColumns), domain }
    const { shares, ...result } = raoScottTest(tested, built.design)
    return { ...head, ...result, shares: [...shares] }
  })
}

function onlyPlaces({ codes }: NamedCategory, places: readonly number[]) {
  const moved = new Map(places.map((place, to) => [place, to]))
  return { codes: codes.map((code) => moved.get(code) ?? -1), count: places.length }
}

/** 満足度・重要度: points, 偏差値, quadrants, ellipses and the improvement index in its variants. */
export function runPortfolio({ frame, built }: Work, spec: StatisticOf<'portfolio'>) {
  const values = (name: string) => {
    const answers = categoryOf(frame, name)
    return scoreValues(answers, { points: pointsOf(answers, spec.points), variant: 'valid' })
  }
  const rated = spec.items.map((item) => ({
    satisfaction: values(item.satisfaction),
    importance: values(item.importance),
  }))
  return domainsOf(frame, spec).map(({ group, domain }) => {
    const inside = (column: Float64Array) =>
      domain ? column.map((value, row) => (domain[row] ? value : Number.NaN)) : column
    const items = rated.map(({ satisfaction, importance }) => ({
      satisfaction: inside(satisfaction),
      importance: inside(importance),
    }))
    const { points, axes } = satisfactionPortfolio(items, built.design, spec)
    const pairs = points.map(({ satisfaction, importance }) => ({
      satisfaction: satisfaction.estimate,
      importance: importance.estimate,
    }))
    const across = standardScores(
      pairs.map(({ satisfaction }) => satisfaction),
      spec.deviation,
    )
    const upward = standardScores(
      pairs.map(({ importance }) => importance),
      spec.deviation,
    )
    const indexes = improvementIndexes(pairs, spec.deviation)
    const standard = standardGaps(pairs, spec.deviation)
    return {
      ...(group ? { group } : {}),
      axes,
      deviation: spec.deviation,
      points: points.map(
        ({ satisfaction, importance, quadrant, isUndecided, ellipse, correlation }, place) => ({
          label: spec.items[place]?.label,
          satisfaction: estimateResult(satisfaction, undefined, built),
          importance: estimateResult(importance, undefined, built),
          quadrant,
          ...(built.isProbability ? { isUndecided, ellipse, correlation } : {}),
          standardScores: across && upward ? [across[place], upward[place]] : undefined,
          improvement: indexes?.[place],
          gap: gaps(pairs)[place],
          standardGap: standard?.[place],
        }),
      ),
    }
  })
}

/** Later minus earlier wave, item by item, with p adjusted over the table. */
export function runWaves({ frame, built }: Work, spec: StatisticOf<'waves'>) {
  needProbability(built)
  return domainsOf(frame, spec).map(({ group, domain }) => {
    const pairs = spec.items.map((item) => {
      const after = estimateMean({ values: measuredValues(frame, item), domain }, built.design)
      const before = { answers: 0, weightSum: 0, effectiveAnswers: 0, ...item.before }
      return { before, after, comparability: item.comparability }
    })
    const changes = compareWaves(pairs, spec)
    return {
      ...(group ? { group } : {}),
      adjustment: spec.adjustment,
      items: pairs.map(({ before, after, comparability }, place) => ({
        label: spec.items[place]?.label,
        comparability,
        before: before.estimate,
        after: estimateResult(after, undefined, built),
        change: changes[place],
      })),
    }
  })
}

/** How uneven the weights are, and what was done to them. */
export function runWeights({ frame, built }: Work, spec: StatisticOf<'weights'>) {
  return domainsOf(frame, spec).map(({ group, domain }) => {
    const { weights } = built.design
    const kept = domain ? weights.filter((_, row) => domain[row] === 1) : weights
    return { ...(group ? { group } : {}), ...summarizeWeights(kept), calibration: built.calibration }
  })
}

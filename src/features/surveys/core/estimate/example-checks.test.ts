import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { WeightSummary } from '#src/lib/statistics/weighting/weight-summary.ts'
import { sharedFolder } from '#test/shared-folder.ts'
import { frameOfCsv, joinFrames } from '../frame/frame-of-csv.ts'
import { buildDesign } from './build-design.ts'
import { designSpec } from './design-spec.ts'
import { runStatistic } from './run-statistic.ts'
import { statisticSpec } from './statistic-spec.ts'

/**
 * The worked numbers of ../shared (R 4.2.2, survey 4.1-1), through the words of a spec. The same numbers
 * stand, with a fixture of our own, in `lib/statistics`, so that nothing is left out where ../shared is
 * not.
 */
const folder = sharedFolder('data/surveys', 'the worked numbers of the survey are')
const hasShared = folder !== undefined
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')

type Expected = Record<string, number & number[] & Record<string, number>>
const checks: { id: string; expected: Expected }[] = hasShared
  ? JSON.parse(read('example-checks.json')).checks
  : []
const expectedOf = (id: string): Expected => checks.find((check) => check.id === id)?.expected ?? {}

const points = { '5': 2, '4': 1, '3': 0, '2': -1, '1': -2 }
const population = { file: 'population', by: ['district', 'age'], count: 'Npop' }

function survey(design: object = { kind: 'stratified', strata: ['district', 'age'], population }) {
  const dontKnow = (code: string) => ({
    code,
    label: 'わからない',
    missingKind: 'dont-know' as const,
    points: null,
  })
  const codes = ['1', '2', '3', '4'].map((code) => ({ code, label: code, points: null }))
  const answers = frameOfCsv(read('municipal_responses.csv'))
  const extra = frameOfCsv(read('municipal_extra_items.csv'), { options: { q16: [...codes, dontKnow('8')] } })
  const frame = joinFrames(answers, extra, 'id')
  const sides = new Map([['population', frameOfCsv(read('municipal_population.csv'))]])
  return { frame, built: buildDesign(frame, designSpec.parse(design), sides) }
}

type Line = { code: string; count: number; estimate: number; standardError: number }
type Table = { lines: Line[]; notApplicable: number; base: { count: number } }
type Figure = { estimate: number; standardError: number }
type Point = {
  satisfaction: Figure
  importance: Figure
  standardScores: [number, number]
  improvement: { index: number }
}

const run = <Result>(work: ReturnType<typeof survey>, spec: object) =>
  runStatistic(work, statisticSpec.parse(spec))[0] as Result

function expectClose(ours: readonly number[], theirs: readonly number[]) {
  expect(theirs.length).toBeGreaterThan(0)
  for (const [place, value] of theirs.entries())
    expect(Math.abs((ours[place] ?? Number.NaN) - value)).toBeLessThanOrEqual(1e-8 * Math.abs(value) + 1e-12)
}

test.skipIf(!hasShared)(
  'simple tabulation with the row of no answer: counts, weighted shares and errors',
  () => {
    for (const name of ['q01', 'q07']) {
      const { lines } = run<Table>(survey(), { statistic: 'shares', variable: name })
      const rows = ['5', '4', '3', '2', '1', 'no-answer'].map((code) =>
        lines.find((line) => line.code === code),
      )
      const expected = expectedOf(`municipal.gt.${name}`)
      expect(rows.map((line) => line?.count)).toEqual(expected['count'])
      expectClose(
        rows.map((line) => line?.estimate ?? 0),
        expected['weighted_share'] ?? [],
      )
      expectClose(
        rows.map((line) => line?.standardError ?? 0),
        expected['se'] ?? [],
      )
    }
  },
)

test.skipIf(!hasShared)('the four kinds of missing', () => {
  const q15 = run<Table>(survey(), { statistic: 'shares', variable: 'q15' })
  const countOf = (table: { lines: Line[] }, code: string) =>
    table.lines.find((line) => line.code === code)?.count
  const expected = expectedOf('tiny.missing')
  expect({
    not_applicable: q15.notApplicable,
    invalid: countOf(q15, 'invalid'),
    no_answer: countOf(q15, 'no-answer'),
    asked: q15.base.count,
    valid: run<Table>(survey(), { statistic: 'shares', variable: 'q15', base: 'answered' }).base.count,
  }).toEqual(expected['q15'])
  const q16 = run<Table>(survey(), { statistic: 'shares', variable: 'q16' })
  expect({
    invalid: countOf(q16, 'invalid'),
    no_answer: countOf(q16, 'no-answer'),
    dont_know: countOf(q16, '8'),
    valid_opinion: run<Table>(survey(), { statistic: 'shares', variable: 'q16', base: 'opinion' }).base.count,
  }).toEqual(expected['q16'])
})

test.skipIf(!hasShared)('scores with two denominators, weighted and not', () => {
  const expected = expectedOf('municipal.score.q01')
  const score = (work: ReturnType<typeof survey>, variant: string) =>
    run<Figure>(work, { statistic: 'score', variable: 'q01', points, variant })
  const plain = survey({ kind: 'simple' })
  const weighted = score(survey(), 'valid')
  expectClose(
    [score(plain, 'valid').estimate, score(plain, 'all').estimate, weighted.estimate, weighted.standardError],
    ['unweighted_valid_denominator', 'unweighted_all_denominator', 'weighted_mean', 'weighted_se'].map(
      (key) => expected[key] as number,
    ),
  )
})

test.skipIf(!hasShared)('χ² and Rao–Scott of a cross table', () => {
  const expected = expectedOf('municipal.cross.q01_x_district')
  const pair = { row: 'q01', column: 'district' }
  const pearson = run<{
    counts: number[]
    statistic: number
    p: number
    cramersV: number
    adjustedResiduals: number[]
  }>(survey(), { statistic: 'chi-square', ...pair })
  expect(pearson.counts).toEqual((expected['counts'] as number[]).flat())
  expectClose([pearson.statistic, pearson.p, pearson.cramersV], [
    expected['x2'],
    expected['p'],
    expected['cramers_v'],
  ] as number[])
  expectClose(pearson.adjustedResiduals, (expected['adj_resid'] as number[]).flat())
  const { secondOrder } = run<{ secondOrder: { F: number; ndf: number; ddf: number; p: number } }>(survey(), {
    statistic: 'rao-scott',
    ...pair,
  })
  const { F, df, p } = expected['rao_scott_F'] as unknown as { F: number; df: number[]; p: number }
  expectClose([secondOrder.F, secondOrder.ndf, secondOrder.ddf, secondOrder.p], [F, ...df, p])
})

test.skipIf(!hasShared)('raking to the margins of design.json', () => {
  const { margins } = JSON.parse(read('design.json')) as { margins: Record<string, Record<string, number>> }
  const tables = ['age', 'district'].map((name) => ({
    by: [name],
    cells: Object.entries(margins[name] ?? {}).map(([code, persons]) => ({
      codes: [code],
      population: persons,
    })),
  }))
  const raked = survey({ calibration: { method: 'raking', start: 'equal', margins: tables } })
  const weights = run<WeightSummary>(raked, { statistic: 'weights' })
  const expected = expectedOf('municipal.rake')
  expectClose(
    [weights.sum, weights.min, weights.max, weights.kishDesignEffect, weights.effectiveAnswers],
    ['sum', 'min', 'max', 'kish_deff', 'kish_neff'].map((key) => expected[key] as number),
  )
  expectClose(
    [run<Figure>(raked, { statistic: 'score', variable: 'q01', points }).estimate],
    [-0.129249014197],
  )
})

test.skipIf(!hasShared)('CS portfolio: scores, 偏差値 and index', () => {
  const items = [1, 2, 3, 4, 5, 6].map((place) => ({
    label: `item-0${place}`,
    satisfaction: `q0${place}`,
    importance: `q${String(place + 6).padStart(2, '0')}`,
  }))
  const { points: found } = run<{ points: Point[] }>(survey({ kind: 'simple' }), {
    statistic: 'portfolio',
    items,
    points,
  })
  const expected = expectedOf('municipal.cs')
  const three = (of: (point: Point) => number) => found.slice(0, 3).map(of)
  expectClose(
    three((point) => point.satisfaction.estimate),
    expected['sat_mean'] ?? [],
  )
  expectClose(
    three((point) => point.importance.estimate),
    expected['imp_mean'] ?? [],
  )
  const scores = expected['hensachi_sample_sd'] as unknown as Record<string, number[]>
  expectClose(
    three((point) => point.standardScores[0]),
    scores['sat'] ?? [],
  )
  expectClose(
    three((point) => point.standardScores[1]),
    scores['imp'] ?? [],
  )
  expectClose(
    three((point) => point.improvement.index),
    scores['improvement_index'] ?? [],
  )
})

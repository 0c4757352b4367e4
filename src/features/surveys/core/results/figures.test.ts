import { expect, test } from 'vitest'
import { surveyDataset } from '#src/formats/survey-dataset.ts'
import { inventedDataset } from '#test/statistics/invented-dataset.ts'
import { questionsOf } from '../questionnaire/edit-questionnaire.ts'
import { crossStamp, portfolioStamp, simpleStamp } from '../report/make-stamp.ts'
import { stampFacts, stampWords } from '../report/stamp.ts'
import { crossFigure } from './cross-figure.ts'
import { portfolioCells } from './portfolio-cells.ts'
import { portfolioOf } from './portfolio-result.ts'
import { portfolioFinding, portfolioSeries } from './portfolio-series.ts'
import { countablesOf, tabulateCountable } from './result-tables.ts'
import { workOf } from './survey-work.ts'

const dataset = surveyDataset.parse(inventedDataset())
const source = { work: workOf(dataset), hash: 'ab'.repeat(32) }
const countable = (column: string) => {
  const found = countablesOf(dataset.questionnaire).find((one) => one.column === column)
  if (!found) throw new Error(column)
  return found
}
const dual = questionsOf(dataset.questionnaire).find(({ type }) => type === 'matrix-dual')
const banner = { value: 'district', label: '地区' }

test('a cross table comes with its test, the answers above the middle together, and bars that add up', () => {
  const { crossed, top, test: tested, chart } = crossFigure(source.work, countable('q01'), banner)
  expect(tested).toMatch(/^Rao–Scott（2次）F\([\d.]+, [\d,]+\)＝[\d.]+、p[＝＜]/)
  expect(top?.label).toBe('満足計')
  const two = Number(crossed.lines[0]?.cells.at(-1)) + Number(crossed.lines[1]?.cells.at(-1))
  expect(Math.abs(Number(top?.cells.at(-1)?.percent) - two)).toBeLessThan(0.11)
  expect(chart?.rows.map(({ label }) => label)[0]).toBe('全体')
  for (const { shares } of chart?.rows ?? [])
    expect(shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(1, 9)
})

test('満足度・重要度: outline, quarter and 偏差値 agree, on both scales', () => {
  const result = dual && portfolioOf(source.work, dual)
  if (!result) throw new Error('no portfolio')
  const points = portfolioSeries(result, '図')
  const standard = portfolioSeries(result, '図', 'standard')
  expect(standard?.axes.x).toBeCloseTo(50, 9)
  expect(standard?.axes.y).toBeCloseTo(50, 9)
  for (const [at, line] of result.lines.entries()) {
    expect(standard?.marks[at]?.x).toBeCloseTo(line.standardScores?.[0] ?? 0, 9)
    const outline = points?.marks[at]?.outline ?? []
    const reach = Math.max(...outline.map(([x]) => x - line.satisfaction.estimate))
    // The region of both at once reaches farther than the interval of one.
    expect(reach).toBeGreaterThan((line.satisfaction.high ?? 0) - line.satisfaction.estimate)
    const isOpen = points?.marks[at]?.look === 'undecided'
    expect(isOpen).toBe(line.isUndecided)
  }
  expect(portfolioCells(result)[0]?.cells).toHaveLength(10)
  expect(portfolioFinding(result)).toContain('重点的に良くする')
})

test('a sample not drawn by chance has no ellipse, no interval and no test, and the stamp says so', () => {
  const quota = surveyDataset.parse({ ...dataset, design: { ...dataset.design, kind: 'quota' } })
  const work = workOf(quota)
  const result = dual && portfolioOf(work, dual)
  expect(result?.lines.every(({ ellipse, satisfaction }) => !ellipse && satisfaction.low === undefined)).toBe(
    true,
  )
  expect(crossFigure(work, countable('q01'), banner).test).toBeUndefined()
  const table = tabulateCountable(work, countable('q01'))
  expect(table.lines.every(({ interval }) => interval === '')).toBe(true)
  expect(simpleStamp({ ...source, work }, table).formula).toContain('標本誤差と検定は示さない')
})

test('every stamp has n, base, weights, formula and the hash of the data', () => {
  const table = tabulateCountable(source.work, countable('q01'))
  const { test: tested, notApplicable } = crossFigure(source.work, countable('q01'), banner)
  const crossed = { countable: countable('q01'), n: table.base, banner: '地区', notApplicable, test: tested }
  const result = dual && portfolioOf(source.work, dual)
  if (!result) throw new Error('no portfolio')
  const stamps = [
    simpleStamp(source, table),
    crossStamp(source, crossed),
    portfolioStamp(source, result, '問1'),
  ]
  for (const stamp of stamps) {
    expect(stampWords(stamp)).toMatch(/^n＝[\d,]+　分母：.+　ウエイト：.+データ版 abababab$/)
    expect(stampFacts(stamp).every(([, words]) => words !== '')).toBe(true)
  }
  expect(stampWords(stamps[1] as (typeof stamps)[number])).toContain('検定：Rao–Scott')
})

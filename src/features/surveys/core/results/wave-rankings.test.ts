import { expect, test } from 'vitest'
import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { newOption } from '../questionnaire/edit-questionnaire.ts'
import { strataOfText } from '../sample/strata.ts'
import { endOfDay, type Survey } from '../survey.ts'
import { datasetOfAnswers } from './dataset-of-answers.ts'
import { workOf } from './survey-work.ts'
import { waveItems } from './wave-items.ts'
import { waveCells } from './wave-words.ts'
import { compareSurveys } from './waves.ts'

const population = 40_000
const read = strataOfText(`地区,人口\n市,${population}`)
if (read.problem !== undefined) throw new Error(read.problem)
const survey: Survey = {
  id: 'sv_aaaaaaaaaa',
  title: '調査',
  introduction: '',
  universe: '',
  startsOn: '2026-04-01',
  endsOn: '2026-04-30',
  closesAt: endOfDay('2026-04-30'),
  state: 'closed',
  designKind: 'stratified',
  strata: read.strata,
  sampling: undefined,
  purgedAt: undefined,
  publishedAt: undefined,
  revision: 1,
}
const questionOf = (options: readonly string[], maximum: number): SurveyQuestion => ({
  code: 'q1',
  number: '問1',
  type: 'ranking',
  text: '大切な順に',
  plainText: '',
  showIf: '',
  options: options.map((label, at) => newOption({ code: String(at + 1), label })),
  importanceOptions: [],
  items: [{ label: '', column: 'q1', lineageId: 'needs', isReworded: false }],
  maximum,
  unit: '',
})

type Orders = readonly (readonly [people: number, ...order: string[]])[]

/** So many people with each order; an empty one is no answer. */
function waveOf(id: string, orders: Orders, options = ['道路', '医療', '公園'], maximum = 2) {
  const questionnaire = {
    version: 1,
    language: 'ja',
    sections: [{ id: 's1', title: '', questions: [questionOf(options, maximum)] }],
  }
  const answers = orders.flatMap(([people, ...order]) =>
    Array.from({ length: people }, () => ({
      version: 1,
      stratum: '市',
      cells: Object.fromEntries(
        order.map((label, at) => [`q1_${options.indexOf(label) + 1}`, String(at + 1)]),
      ),
    })),
  )
  const asked = { ...survey, id }
  const dataset = datasetOfAnswers({ survey: asked, questionnaires: [questionnaire], answers })
  return { dataset, work: workOf(dataset) }
}

const earlier = waveOf('sv_bbbbbbbbbb', [[60, '道路', '医療'], [30, '医療', '道路'], [10]])
const later = waveOf('sv_aaaaaaaaaa', [[30, '道路', '医療'], [60, '医療', '道路'], [20, '医療'], [10]])
const { firsts, places, shares } = compareSurveys(earlier, later, {})
const of = (lines: typeof firsts, answer: string) => lines.find((line) => line.answer === answer)

test('the share that put an option first is of everybody asked, also of who gave no answer', () => {
  expect(shares).toEqual([])
  const roads = of(firsts, '道路')
  expect([roads?.before?.estimate, roads?.before?.answers]).toEqual([0.6, 100])
  expect([roads?.after?.estimate, roads?.after?.answers]).toEqual([expect.closeTo(0.25, 12), 120])
  expect(roads?.change?.mark).toBe('down')
  expect(waveCells(roads ?? (firsts[0] as never))).toEqual([
    '60.0',
    '25.0',
    '100→120',
    '−35.0',
    expect.stringMatching(/^−\d+\.\d〜−\d+\.\d$/),
    '＜0.001',
    '▼ 下がった',
  ])
})

test('the mean place is of those who gave the option one; less is higher, and the words say so', () => {
  const care = of(places, '医療')
  const [before, after] = [(60 * 2 + 30) / 90, (30 * 2 + 80) / 110]
  expect(care?.before?.estimate).toBeCloseTo(before, 12)
  expect([care?.after?.estimate, care?.after?.answers]).toEqual([expect.closeTo(after, 12), 110])
  // A mean of a part of the sample: (1 − n/N) · n/(n−1) · Σ(y − ȳ)² / n_d² (Cochran 1977, 2.13).
  const squares = 30 * (2 - after) ** 2 + 80 * (1 - after) ** 2
  const variance = ((1 - 120 / population) * (120 / 119) * squares) / 110 ** 2
  expect((care?.after?.standardError ?? 0) ** 2).toBeCloseTo(variance, 10)
  expect(waveCells(care ?? (places[0] as never)).at(-1)).toBe('▲ 上位になった')
  expect(waveCells(of(places, '道路') ?? (places[0] as never)).at(-1)).toBe('▼ 下位になった')
})

test('an option nobody placed has a share of nought and no mean; one that only one survey had is not compared', () => {
  expect(of(firsts, '公園')?.after?.estimate).toBe(0)
  expect(of(places, '公園')).toMatchObject({ before: undefined, after: undefined, change: undefined })
  const other = waveOf('sv_bbbbbbbbbb', [[50, '道路', '図書館']], ['道路', '図書館', '医療'])
  const lines = compareSurveys(other, later, {
    q1: { comparability: 'comparable', reason: '選択肢を替えた' },
  })
  expect(lines.firsts.map(({ answer }) => answer)).toEqual(['道路', '医療'])
})

test('another number of places is another question: not compared until somebody says so', () => {
  const three = waveOf('sv_bbbbbbbbbb', [[50, '道路', '医療', '公園']], undefined, 3)
  expect(waveItems(three.dataset, later.dataset)).toMatchObject([
    { key: 'q1', isRanking: true, isSame: false, wording: { before: expect.stringContaining('3位まで') } },
  ])
  const lines = compareSurveys(three, later, {})
  expect(lines.places.every(({ change }) => change === undefined)).toBe(true)
})

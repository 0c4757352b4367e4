import { expect, test } from 'vitest'
import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { newOption } from '../questionnaire/edit-questionnaire.ts'
import { strataOfText } from '../sample/strata.ts'
import { endOfDay, type Survey } from '../survey.ts'
import { crossFigure } from './cross-figure.ts'
import { datasetOfAnswers } from './dataset-of-answers.ts'
import { publicationOf } from './publish-results.ts'
import { countablesOf, tabulateCountable } from './result-tables.ts'
import { workOf } from './survey-work.ts'

const read = strataOfText('地区,人口\n北,400\n南,100')
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
const question: SurveyQuestion = {
  code: 'q1',
  number: '問1',
  type: 'ranking',
  text: '大切な順に2つまで',
  plainText: '',
  showIf: '',
  options: ['道路', '医療', '公園'].map((label, at) => newOption({ code: String(at + 1), label })),
  importanceOptions: [],
  items: [{ label: '', column: 'q1', lineageId: '', isReworded: false }],
  maximum: 2,
  unit: '',
}
const questionnaire = {
  version: 1,
  language: 'ja',
  sections: [{ id: 's1', title: '', questions: [question] }],
}

type Ranks = readonly [string, string, string]
const answersOf = (given: readonly (readonly [stratum: string, Ranks])[]) =>
  given.map(([stratum, ranks]) => ({
    version: 1,
    stratum,
    cells: Object.fromEntries(ranks.map((rank, at) => [`q1_${at + 1}`, rank])),
  }))
const datasetOf = (given: Parameters<typeof answersOf>[0], asked = survey) =>
  datasetOfAnswers({ survey: asked, questionnaires: [questionnaire], answers: answersOf(given) })

const [first, any] = countablesOf(questionnaire)
if (!first || !any) throw new Error('no countables')

// 4 of the north (weight 100 each), 2 of the south (50 each).
const few = datasetOf([
  ['北', ['1', '2', '0']],
  ['北', ['2', '1', '0']],
  ['北', ['0', '1', '2']],
  ['北', ['', '', '']],
  ['南', ['1', '0', '2']],
  ['南', ['1', '1', '0']],
])

test('a ranking is counted by who came first, who has a place at all, and the mean place', () => {
  const work = workOf(few)
  const firsts = tabulateCountable(work, first)
  expect([first.item, any.item]).toEqual(['1位に選んだもの', '1〜2位に選んだもの'])
  expect(firsts.base).toBe(6)
  expect(firsts.lines.map(({ label, count, weighted }) => [label, count, weighted])).toEqual([
    ['道路', 2, '30.0'],
    ['医療', 2, '40.0'],
    ['公園', 0, '-'],
    ['無回答', 1, '20.0'],
    ['無効', 1, '10.0'],
  ])
  const placed = tabulateCountable(work, any)
  expect(
    placed.lines.map(({ label, count, weighted, meanPlace }) => [label, count, weighted, meanPlace]),
  ).toEqual([
    ['道路', 3, '50.0', '1.40'],
    ['医療', 3, '60.0', '1.33'],
    ['公園', 2, '30.0', '2.00'],
    ['無回答', 1, '', undefined],
    ['無効', 1, '', undefined],
  ])
})

test('crossed, the three stand by column, and the last column is everybody', () => {
  const work = workOf(few)
  const banner = { value: '地区', label: '地区' }
  const placed = crossFigure(work, any, banner)
  expect(placed.means).toEqual([
    { label: '道路', cells: ['1.50', '1.00', '1.40'] },
    { label: '医療', cells: ['1.33', '', '1.33'] },
    { label: '公園', cells: ['2.00', '2.00', '2.00'] },
  ])
  expect(placed.crossed.lines[0]?.cells).toEqual(['50.0', '50.0', '50.0'])
  const firsts = crossFigure(work, first, banner)
  expect(firsts.crossed.lines[0]?.cells).toEqual(['25.0', '50.0', '30.0'])
  expect(firsts.means).toBeUndefined()
})

const many = (count: number, stratum: string, ranks: Ranks) =>
  Array.from({ length: count }, () => [stratum, ranks] as const)
const plain = { ...survey, designKind: 'simple' as const }
const publish = (given: Parameters<typeof answersOf>[0]) =>
  publicationOf({
    survey: plain,
    dataset: datasetOf(given, plain),
    sent: 100,
    notes: [],
    dataHash: 'x',
  }).tables

test('published, a ranking says what is safe to say', () => {
  const [firsts, placed] = publish([
    ...many(20, '北', ['1', '2', '0']),
    ...many(10, '北', ['2', '1', '0']),
    ...many(30, '南', ['0', '1', '2']),
    ...many(12, '南', ['1', '2', '0']),
  ])
  expect(firsts).toMatchObject({ key: 'q1~1', kind: 'single' })
  expect(placed).toMatchObject({ key: 'q1', kind: 'ranking', item: '1〜2位に選んだもの' })
  expect(firsts?.lines.map(({ counts }) => counts)).toEqual([
    [20, 12, 32],
    [10, 30, 40],
    [0, 0, 0],
  ])
  // Any place is told of everybody only: by district it would have to hide most of what stands beside it.
  expect(placed?.columns).toEqual([{ label: '全体', base: 72 }])
  expect(placed?.lines.map(({ counts, meanPlace }) => [counts, meanPlace?.toFixed(3)])).toEqual([
    [[42], '1.238'],
    [[72], '1.444'],
    [[30], '2.000'],
  ])
})

test('where the difference of two tables would be a small count, one of the two is hidden, and the mean', () => {
  // Two people of the north put 道路 second: 30 in any place less 28 in the first.
  const [firsts, placed] = publish([
    ...many(28, '北', ['1', '2', '0']),
    ...many(2, '北', ['2', '1', '0']),
    ...many(20, '南', ['0', '1', '2']),
    ...many(20, '南', ['1', '2', '0']),
  ])
  expect([firsts?.lines[0]?.counts.at(-1), placed?.lines[0]?.counts.at(-1)]).toContain(null)
  expect(placed?.lines[0]?.meanPlace).toBeNull()
})

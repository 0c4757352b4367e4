import { expect, test } from 'vitest'
import { surveyDataset } from '#src/formats/survey-dataset.ts'
import { sampleQuestionnaire } from '../../sample/sample-questionnaire.ts'
import { finishedAnswers } from '../answering/answer-cells.ts'
import { questionsOf } from '../questionnaire/edit-questionnaire.ts'
import { strataOfText } from '../sample/strata.ts'
import { collectionPhase, endOfDay, type Survey } from '../survey.ts'
import { crossCountable } from './cross-table.ts'
import { datasetOfAnswers, designNotes, whyUnweighted } from './dataset-of-answers.ts'
import { portfolioOf } from './portfolio-result.ts'
import { publicationOf } from './publish-results.ts'
import { responseStatistics } from './response-statistics.ts'
import { countablesOf, tabulateCountable } from './result-tables.ts'
import { workOf } from './survey-work.ts'

const read = strataOfText('地区,人口\n北,100\n南,300')
const strata = read.problem === undefined ? read.strata : { variables: [], cells: [] }
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
  strata,
  sampling: undefined,
  purgedAt: undefined,
  publishedAt: undefined,
  revision: 1,
}
const questionnaire = sampleQuestionnaire([])
const answer = (stratum: string, cells: Record<string, string>) => ({
  version: 1,
  stratum,
  cells: finishedAnswers(questionnaire, cells).cells,
})
const many = (count: number, stratum: string, cells: Record<string, string>) =>
  Array.from({ length: count }, () => answer(stratum, cells))
const datasetWith = (answers: ReturnType<typeof answer>[]) =>
  datasetOfAnswers({ survey, questionnaires: [questionnaire], answers })

const answers = [
  ...many(12, '北', { q1: '1', q3: '1', q2: '3' }),
  ...many(8, '北', { q1: '2', q3: '5', q4_1: '1', q4_2: '1' }),
  ...many(20, '南', { q1: '1', q3: '2' }),
  ...many(10, '南', { q3: '3', q1: '4' }),
]
const dataset = datasetWith(answers)
const work = workOf(dataset)
const countable = (column: string) => {
  const found = countablesOf(questionnaire).find((one) => one.column === column)
  if (!found) throw new Error(column)
  return found
}

test('answers become a dataset of the format, hidden questions 非該当', () => {
  expect(surveyDataset.parse(dataset)).toEqual(dataset)
  const mark = dataset.answers.columns.find(({ name }) => name === 'q4_1')
  expect(mark?.kind === 'mark' && [mark.codes[0], mark.codes[12]]).toEqual([-3, 1])
})

test('weights make each stratum count as its people: 100 of 20 and 300 of 30', () => {
  const { lines, base, notApplicable } = tabulateCountable(work, countable('q1'))
  expect(base).toBe(50)
  expect(notApplicable).toBe(0)
  const first = lines[0]
  expect([first?.count, first?.percent]).toEqual([32, '64.0'])
  expect(first?.weighted).toBe('65.0') // (12·5 + 20·10) / 400
})

test('several answers are counted by option among those asked', () => {
  const table = tabulateCountable(work, countable('q4'))
  expect([table.base, table.notApplicable, table.isReference]).toEqual([8, 42, true])
  expect(table.lines.slice(0, 3).map(({ count, percent }) => [count, percent])).toEqual([
    [8, '100.0'],
    [8, '100.0'],
    [0, '-'],
  ])
})

test('a question nobody was asked, or nobody answered, is an empty table and no mistake of ours', () => {
  const few = datasetWith(many(3, '北', { q3: '1' }).concat(many(2, '南', {})))
  const tables = countablesOf(questionnaire).map((one) => tabulateCountable(workOf(few), one))
  const base = (column: string) => tables.find((table) => table.column === column)?.base
  expect([base('q1'), base('q2'), base('q4')]).toEqual([5, 5, 0])
  const dual = sampleQuestionnaire([1, 2, 3].map((at) => ({ id: `me_aaaaaaaaa${at}`, title: String(at) })))
  const unsure = { version: 1, stratum: '北', cells: { q6_1: '9', q6_2i: '9' } }
  const made = datasetOfAnswers({ survey, questionnaires: [dual], answers: [unsure, unsure] })
  expect(countablesOf(dual).map((one) => tabulateCountable(workOf(made), one).score)).not.toContain('0.00')
  for (const one of questionsOf(dual)) expect(portfolioOf(workOf(made), one)).toBeUndefined()
  expect(crossCountable(workOf(made), 'q4', ['地区']).columns.map((column) => column.base)).toEqual([2, 0, 2])
  const { tables: published } = publicationOf({ survey, dataset: made, sent: 2, notes: [], dataHash: 'x' })
  expect(published.flatMap(({ lines }) => lines.flatMap(({ counts }) => counts)).filter(Boolean)).toEqual([])
})

test('a cross table has a column a district and 全体, its counts add up to the simple table', () => {
  const { columns, lines } = crossCountable(work, 'q1', ['地区'])
  expect(columns.map(({ label, base, isReference }) => [label, base, isReference])).toEqual([
    ['北', 20, true],
    ['南', 30, false],
    ['全体', 50, false],
  ])
  expect(lines[0]?.counts).toEqual([12, 20, 32])
  expect(lines[0]?.cells).toEqual(['60.0', '66.7', '65.0'])
})

test('people of unknown strata, or a stratum without answers: no weights, and it is said why', () => {
  expect(whyUnweighted(survey, answers)).toBeUndefined()
  expect(whyUnweighted(survey, [{ stratum: '' }])).toContain('層の分からない回答が1件')
  expect(whyUnweighted(survey, [{ stratum: '北' }])).toContain('層「南」の回答がまだない')
  const partly = workOf(datasetWith([...answers, answer('', { q1: '1' })]))
  expect(new Set(partly.built.design.weights).size).toBe(1)
})

test('one answer in a stratum, or more answers than people: the tables still stand, and it is said', () => {
  const lonely = [...many(1, '北', { q1: '1' }), ...many(5, '南', { q1: '2' })]
  const over = [...many(101, '北', { q1: '1', q3: '1' }), ...many(5, '南', { q1: '2' })]
  for (const given of [lonely, over, many(1, '南', { q1: '1' })]) {
    const tables = countablesOf(questionnaire).map((one) =>
      tabulateCountable(workOf(datasetWith(given)), one),
    )
    expect(tables[0]?.base).toBe(given.length)
  }
  expect(designNotes(survey, lonely)).toEqual([
    '層「北」は回答が1件なので、全体の平均からの差で幅を見積もっています',
  ])
  expect(designNotes(survey, over)[0]).toContain('人口より多い')
})

test('an answer of an earlier version has 非該当 where the version did not ask', () => {
  const sections = questionnaire.sections.slice(0, 1)
  const early = { ...questionnaire, sections }
  const later = { ...questionnaire, version: 2 }
  const given = { version: 1, stratum: '北', cells: { q1: '1' } }
  const both = datasetOfAnswers({ survey, questionnaires: [later, early], answers: [given] })
  const codes = (name: string) => {
    const column = both.answers.columns.find((one) => one.name === name)
    return column?.kind === 'choice' ? column.codes : undefined
  }
  expect([codes('q1'), codes('q3')]).toEqual([[0], [-3]])
})

test('published: no small count, and none that the others of its line give away', () => {
  const small = datasetWith([
    ...answers,
    ...many(2, '北', { q1: '3', q3: '1' }),
    ...many(3, '南', { q1: '2', q3: '2' }),
  ])
  const { tables } = publicationOf({ survey, dataset: small, sent: 100, notes: [], dataHash: 'x' })
  const years = tables.find(({ number }) => number === '問1')
  for (const { counts } of years?.lines ?? []) {
    for (const count of counts) expect(count === null || count === 0 || count >= 5).toBe(true)
    expect(counts.filter((count) => count === null)).not.toHaveLength(1)
  }
  for (const place of [0, 1, 2]) {
    const hidden = years?.lines.filter(({ counts }) => counts[place] === null) ?? []
    expect(hidden).not.toHaveLength(1)
    for (const { shares } of hidden) expect(shares[place]).toBeNull()
  }
})

test('a quota sample is published without an error of sampling', () => {
  const quota = { ...survey, designKind: 'quota' as const }
  const made = datasetOfAnswers({ survey: quota, questionnaires: [questionnaire], answers })
  expect(
    publicationOf({ survey: quota, dataset: made, sent: undefined, notes: [], dataHash: 'x' }).marginPoints,
  ).toBeNull()
  expect(publicationOf({ survey, dataset, sent: 100, notes: [], dataHash: 'x' }).marginPoints).toBeCloseTo(
    13.0,
    1,
  )
})

test('response statistics: rates by stratum, days with what had come in so far, later answers kept out', () => {
  const statistics = responseStatistics(
    [
      { receivedOn: '2026-04-02', mode: 'web', stratum: '北', count: 3 },
      { receivedOn: '2026-04-02', mode: 'paper', stratum: '南', count: 1 },
      { receivedOn: '2026-04-03', mode: 'web', stratum: '南', count: 2 },
      { receivedOn: '2026-04-03', mode: 'kept-out', stratum: '南', count: 3 },
      { receivedOn: '2026-04-03', mode: 'kept-out-paper', stratum: '南', count: 1 },
      { receivedOn: '2026-04-03', mode: 'undeliverable', stratum: '', count: 2 },
      { receivedOn: '2026-04-03', mode: 'blank', stratum: '', count: 1 },
    ],
    [
      { stratum: '北', sent: 10 },
      { stratum: '南', sent: 16 },
    ],
  )
  expect(statistics.whole).toEqual({ label: '全体', sent: 26, received: 6, rate: '23.1' })
  expect(statistics.strata.map(({ rate }) => rate)).toEqual(['30.0', '18.8'])
  expect(statistics.days.map(({ total, soFar }) => [total, soFar])).toEqual([
    [4, 4],
    [2, 6],
  ])
  expect(statistics.keptOut).toBe(4)
  expect(statistics.keptOutLines[1]).toEqual({ day: '2026-04-03', way: '紙', stratum: '南', count: 1 })
  expect(statistics.modes.map(({ label, byMode }) => [label, byMode.web, byMode.paper])).toEqual([
    ['全体', 5, 1],
    ['北', 3, 0],
    ['南', 2, 1],
  ])
  expect(statistics).toMatchObject({ undeliverable: 2, blank: 1, arrivedRate: '25.0' })
})

test('a clock that jumps opens no survey that was closed, nor one that was never opened', () => {
  for (const instant of ['1970-01-01T00:00:00Z', '2026-04-10T00:00:00Z', '9999-12-31T00:00:00Z']) {
    expect(collectionPhase({ ...survey, state: 'closed' }, new Date(instant))).toBe('over')
    expect(collectionPhase({ ...survey, state: 'draft' }, new Date(instant))).toBe('not-open')
  }
})

test('a day begins and ends in Tokyo, and an hour of grace follows the end', () => {
  const at = (instant: string) => collectionPhase({ ...survey, state: 'open' }, new Date(instant))
  expect(at('2026-03-31T23:59:59+09:00')).toBe('not-yet')
  expect(at('2026-04-01T00:00:00+09:00')).toBe('open')
  expect(at('2026-04-30T23:59:59+09:00')).toBe('open')
  expect(at('2026-05-01T00:00:00+09:00')).toBe('grace')
  expect(at('2026-05-01T01:00:00+09:00')).toBe('over')
  expect(collectionPhase(survey, new Date('2026-04-10T00:00:00Z'))).toBe('over')
  expect(collectionPhase({ ...survey, state: 'draft' }, new Date('2026-04-10T00:00:00Z'))).toBe('not-open')
})

import { expect, test } from 'vitest'
import { surveyDataset } from '#src/formats/survey-dataset.ts'
import { inventedDataset } from '#test/statistics/invented-dataset.ts'
import { readJudgements } from './read-judgements.ts'
import { workOf } from './survey-work.ts'
import { waveItems } from './wave-items.ts'
import { waveCells } from './wave-words.ts'
import { compareSurveys, waveNotes } from './waves.ts'

const plain = inventedDataset()
const waveOf = (made: ReturnType<typeof inventedDataset>) => {
  const dataset = surveyDataset.parse(made)
  return { dataset, work: workOf(dataset) }
}
const later = waveOf(plain)

/** The survey before: the first item was liked less, the second worded otherwise, the third not asked. */
function earlierSurvey() {
  const made = structuredClone(plain)
  const [question] = made.questionnaire.sections[0]?.questions ?? []
  const [first] = made.answers.columns.filter(({ name }) => name === 'q01')
  if (!question || !first) throw new Error('no question')
  first.codes = first.codes.map((code, row) => (code >= 0 && code < 3 && row % 3 === 0 ? code + 2 : code))
  made.answers.columns = made.answers.columns.filter(({ name }) => name !== 'q03' && name !== 'q09')
  question.items = question.items
    .filter((_, at) => at !== 2)
    .map((item, at) => (at === 1 ? { ...item, label: '子どもと家庭の支援' } : item))
  return waveOf(made)
}
const earlier = earlierSurvey()
const items = waveItems(earlier.dataset, later.dataset)

test('items are found by lineage, by their words where there is none; what was not asked before is not compared', () => {
  expect(items.map(({ key }) => key)).toEqual([
    'q01',
    'q07',
    'q02',
    'q08',
    'q04',
    'q10',
    'q05',
    'q11',
    'q06',
    'q12',
  ])
  expect(items.filter(({ isSame }) => !isSame).map(({ key }) => key)).toEqual(['q02', 'q08'])
  expect(items.find(({ key }) => key === 'q02')?.wording.before).toContain('子どもと家庭の支援')
})

test('a difference beyond chance is marked after Holm; other wording is not tested until somebody says so', () => {
  const { scores } = compareSurveys(earlier, later, {})
  const of = (key: string) => scores.find((line) => line.key === key)
  expect(of('q01')?.change?.mark).toBe('up')
  expect(waveCells(of('q01') ?? (scores[0] as never)).at(-1)).toBe('▲ 上がった')
  expect(of('q07')?.change?.mark).toBe('none')
  expect(of('q02')?.change).toBeUndefined()
  expect(waveCells(of('q02') ?? (scores[0] as never)).at(-1)).toBe('比較できない')
  const judged = compareSurveys(earlier, later, {
    q02: { comparability: 'reference', reason: '言い換えただけ' },
  })
  const reference = judged.scores.find(({ key }) => key === 'q02')
  expect(reference?.change?.adjustedP).toBeUndefined()
  expect(reference?.change?.interval).toBeDefined()
  // d / √(SE₁² + SE₂²), by hand.
  const { before, after, change } = of('q01') ?? {}
  const t =
    ((after?.estimate ?? 0) - (before?.estimate ?? 0)) /
    Math.hypot(before?.standardError ?? 0, after?.standardError ?? 0)
  expect(change?.statistic).toBeCloseTo(t, 12)
})

test('where a sample was not drawn by chance nothing is tested, and it is said; so is another way of answering', () => {
  const quota = waveOf({ ...plain, design: { ...plain.design, kind: 'quota' } })
  const { scores } = compareSurveys(quota, later, {})
  expect(scores.every(({ change, before }) => change === undefined && before !== undefined)).toBe(true)
  const now = { title: '', universe: '18歳以上', webShare: 0.4, isProbability: true }
  expect(waveNotes({ ...now, webShare: 0, universe: '20歳以上', isProbability: false }, now)).toHaveLength(3)
  expect(waveNotes(now, now)).toEqual([])
})

test('to judge otherwise than the words say needs a reason', () => {
  const entered = {
    'c-q01': 'comparable',
    'c-q02': 'comparable',
    'r-q02': '',
    'c-q04': 'reference',
    'r-q04': '時期が違う',
  }
  const { judgements, problems } = readJudgements(items, entered)
  expect(Object.keys(problems)).toEqual(['r-q02'])
  expect(judgements['q01']).toBeUndefined()
  expect(judgements['q04']).toEqual({ comparability: 'reference', reason: '時期が違う' })
})

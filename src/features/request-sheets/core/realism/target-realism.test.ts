import { expect, test } from 'vitest'
import { sheetTemplates } from '../sheet-templates.ts'
import { targetCase } from './target-case.ts'
import { type TargetCase, targetRealism } from './target-realism.ts'

const steady: TargetCase = {
  unit: '％',
  sign: 1,
  baseline: { fiscalYear: 2022, value: 44 },
  target: { fiscalYear: 2027, value: 54 },
  actuals: [40, 41, 42, 43, 44].map((value, at) => ({ fiscalYear: 2018 + at, value })),
  related: [],
}
const wordsOf = (target: TargetCase, topic: string) =>
  targetRealism(target).lines.find((line) => line.topic === topic)?.words

test.each([
  ['a target behind the baseline', { target: { fiscalYear: 2027, value: 44 } }, 'reached'],
  ['the way it went so far', { target: { fiscalYear: 2027, value: 49 } }, 'onTrack'],
  ['a little faster', { target: { fiscalYear: 2027, value: 53 } }, 'faster'],
  ['more than twice the best', { target: { fiscalYear: 2027, value: 55 } }, 'beyond'],
  ['no target', { target: { fiscalYear: 2027, value: undefined } }, 'unknown'],
  ['no direction', { sign: 0 as const }, 'unknown'],
  ['a survey of 400', { target: { fiscalYear: 2027, value: 49 }, survey: { answers: 400 } }, 'noise'],
  ['a survey of 40,000', { target: { fiscalYear: 2027, value: 49 }, survey: { answers: 40_000 } }, 'onTrack'],
])('the verdict of %s', (_name, change, verdict) => {
  expect(targetRealism({ ...steady, ...change }).verdict).toBe(verdict)
})

test('less is better where the indicator says so', () => {
  const falling = {
    ...steady,
    sign: -1 as const,
    actuals: steady.actuals.map((one, at) => ({ ...one, value: 48 - at })),
  }
  expect(targetRealism({ ...falling, target: { fiscalYear: 2027, value: 39 } }).verdict).toBe('onTrack')
  expect(targetRealism({ ...falling, target: { fiscalYear: 2027, value: 54 } }).verdict).toBe('reached')
})

test('pace and trend are told in plain sentences with their numbers', () => {
  expect(wordsOf(steady, '必要な速さ')).toBe(
    '目標に届くには、5年間、毎年2％ずつの改善が必要です。これまでで最も速かったのは年1％で、その2倍の速さです。',
  )
  expect(wordsOf(steady, 'これまでの傾向')).toBe(
    '平成30年度から令和4年度までの傾向が続くと、令和9年度は約49％です（80％の見込みの幅は49〜49％）。目標値には届きません。',
  )
  expect(wordsOf({ ...steady, actuals: [] }, 'これまでの傾向')).toContain('3年分から')
  const open = { ...steady, target: { fiscalYear: 2027, value: undefined } }
  expect(wordsOf(open, 'これまでの傾向')).toMatch(/約49％です（[^）]*）。$/)
  expect(wordsOf({ ...steady, target: { fiscalYear: 2027, value: 49 } }, '必要な速さ')).toContain(
    'その範囲の速さ',
  )
})

test('the margin of error is 1.96·√(p(1−p)/n), and that of a change is both together', () => {
  // p = 0.44, n = 400: 1.96·√(0.2464/400) = 4.86 points; with p2 = 0.54: 1.96·√(0.2464/400 + 0.2484/400) = 6.89
  const words = wordsOf({ ...steady, survey: { answers: 400 } }, '調査の誤差') ?? ''
  expect(words).toContain('±4.9ポイント')
  expect(words).toContain('誤差（6.9ポイント）より大きく')
  expect(wordsOf({ ...steady, survey: {} }, '調査の誤差')).toContain('回答数が分かりません')
})

test('the population frame, peers and related plans speak when they are there', () => {
  const frame = { year: 2027, persons: 55_000, presentYear: 2022, presentPersons: 50_000 }
  expect(wordsOf({ ...steady, frame }, '計画人口')).toContain('（＋10％）')
  expect(
    wordsOf({ ...steady, frame, unit: '人', baseline: { fiscalYear: 2022, value: 100 } }, '計画人口'),
  ).toContain('約110人')
  const related = [{ planName: '健康増進計画', fiscalYear: 2027, value: 50 }]
  expect(wordsOf({ ...steady, related }, '関連計画')).toContain('違う目標です')
  const peers = { label: '受診率', groupName: '県内', n: 44, own: 44, mean: 46.2, unit: '％', score: 47 }
  expect(wordsOf({ ...steady, peers }, 'ほかの市')).toContain('44市区町村')
  expect(wordsOf(steady, 'ほかの市')).toBeUndefined()
})

test('what stands on the sheet is judged, also while it is only typed', () => {
  const fields = sheetTemplates.target
  const answers = {
    baseline: '40',
    'baseline-year': '2022',
    target: '４５',
    'target-year': '2027',
    direction: '増やす',
    unit: '％',
  }
  expect(targetCase({ fields, answers, indicator: undefined, defaultYear: 2027 })).toMatchObject({
    sign: 1,
    baseline: { fiscalYear: 2022, value: 40 },
    target: { fiscalYear: 2027, value: 45 },
  })
  expect(
    targetCase({ fields: sheetTemplates.situation, answers, indicator: undefined, defaultYear: 2027 }),
  ).toBeUndefined()
})

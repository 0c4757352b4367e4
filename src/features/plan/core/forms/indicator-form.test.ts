import { expect, test } from 'vitest'
import { indicator as indicatorSchema } from '#src/formats/plan-indicator.ts'
import { indicatorEntered, readIndicator } from './indicator-form.ts'

const indicator = indicatorSchema.parse({
  id: 'in_4f7j0m3q6t',
  itemId: 'me_7k3q9x2d4f',
  name: '待機児童数',
  kind: 'outcome',
  unit: '人',
  direction: 'decrease',
  accumulation: 'point',
  source: { kind: 'statistic', ref: '保育所等関連状況調査' },
  baseline: { fiscalYear: 2022, value: 18 },
  interim: [{ fiscalYear: 2025, value: 8 }],
  target: { fiscalYear: 2027, value: 0 },
  actuals: [
    { fiscalYear: 2021, value: 25 },
    { fiscalYear: 2022, value: 18, recordedOn: '2022-09-01', provisional: true, comment: '速報' },
  ],
  note: { changeCriterion: { improve: { abs: 3 }, worsen: { rel: 0.05 } } },
  ownerId: 'ou_2e5h8k1n4r',
})
const units = new Set(['ou_2e5h8k1n4r'])
const read = (changed: Record<string, string>) =>
  readIndicator({ ...indicatorEntered(indicator), ...changed }, indicator, units)

test('reading back what was shown changes nothing', () => {
  const same = indicatorSchema.parse({
    ...indicator,
    note: { ...indicator.note, changeCriterion: { improve: { abs: 3 }, worsen: { abs: 5 } } },
  })
  const result = readIndicator(indicatorEntered(same), same, units)
  expect({ ...same, ...('changes' in result ? result.changes : {}) }).toEqual(same)
})

test('words instead of a number are a problem beside the field, and nothing is saved', () => {
  const result = read({ targetValue: '検討中' })
  expect(result).toEqual({ problems: { targetValue: expect.stringContaining('数字で') } })
})

test('a target to be watched needs no number', () => {
  expect(read({ targetKind: 'monitor-only', targetValue: '' })).toMatchObject({
    changes: { target: { kind: 'monitor-only', value: null, fiscalYear: 2027 } },
  })
})

test('years come into order, and one year twice is told', () => {
  const added = { 'actual-3-year': '2020', 'actual-3-value': '３１' }
  const result = read(added)
  const actuals = 'changes' in result ? (result.changes?.actuals ?? []) : []
  expect(actuals.map(({ fiscalYear, value }) => [fiscalYear, value])).toEqual([
    [2020, 31],
    [2021, 25],
    [2022, 18],
  ])
  expect(actuals.at(-1)).toMatchObject({ recordedOn: '2022-09-01', provisional: true, comment: '速報' })
  expect(read({ ...added, 'actual-3-year': '2021' }).problems).toEqual({
    'actual-3-year': '同じ年度が2回あります',
  })
})

test('a year without a value is a year without data, a value without a year a problem', () => {
  expect(read({ 'actual-3-year': '2020', 'actual-3-value': '' }).problems).toBeUndefined()
  expect(read({ 'actual-3-year': '', 'actual-3-value': '4' }).problems).toHaveProperty('actual-3-year')
})

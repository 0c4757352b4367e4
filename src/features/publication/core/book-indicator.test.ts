import { expect, test } from 'vitest'
import { indicator as format, type Indicator } from '#src/formats/plan-indicator.ts'
import { bookIndicator } from './book-indicator.ts'
import { bookWriter } from './book-text.ts'

const source = {
  writer: bookWriter(() => undefined),
  plan: { period: { start: '2027-04-01', end: '2032-03-31', fiscalYears: [2027, 2031] as [number, number] } },
}

const shown = (change: Partial<Indicator>) =>
  bookIndicator(
    format.parse({
      id: 'in_0000000001',
      itemId: 'me_0000000001',
      name: '待機児童数',
      kind: 'outcome',
      unit: '人',
      direction: 'decrease',
      accumulation: 'point',
      source: { kind: 'statistic', ref: '調査' },
      baseline: { fiscalYear: 2025, value: 18 },
      target: { fiscalYear: 2031, value: 0 },
      ...change,
    }),
    source,
  )

const value = (fiscalYear: number, number: number | null) => ({ fiscalYear, value: number, comment: '' })

test('baseline and target stand with their years, and the direction with sign and word', () => {
  const { baseline, target, direction } = shown({})
  expect(baseline).toEqual({ text: '18', isNumber: true, year: '令和7年度', yearShort: 'R7' })
  expect(target).toMatchObject({ text: '0', year: '令和13年度' })
  expect(direction).toEqual({ sign: '↘', word: '減らす' })
})

test('a missing baseline says so, and why', () => {
  const { baseline, notes } = shown({
    baseline: { ...value(2025, null), missingReason: '令和8年度から調査を始めるため' },
  })
  expect(baseline).toMatchObject({ text: '未把握', isNumber: false })
  expect(notes).toEqual(['基準値：令和8年度から調査を始めるため'])
})

test('without a target it is not set, to be watched only, or a range', () => {
  const target = { ...value(2031, null), kind: 'value' as const }
  expect(shown({ target: null }).target).toMatchObject({ text: '未設定', isNumber: false })
  expect(shown({ target: { ...target, kind: 'monitor-only' } }).target.text).toBe('経過を見る')
  expect(shown({ target: { ...target, kind: 'range', low: 85, high: 92 } }).target.text).toBe('85〜92')
  expect(shown({ target: { ...target, kind: 'range', high: 92 } }).target.text).toBe('〜92')
})

test('of several interim values the middle one stands in the table, the others are named', () => {
  const { interim, notes } = shown({ interim: [value(2027, 15), value(2028, 12), value(2030, 4)] })
  expect(interim).toMatchObject({ text: '12', yearShort: 'R10' })
  expect(notes).toEqual(['ほかの中間値：R9 15、R12 4'])
})

test('all numbers of an indicator have the same decimals', () => {
  const { baseline, interim, target } = shown({
    baseline: { ...value(2025, -3), missingReason: '' },
    interim: [value(2029, 0.25)],
    target: { ...value(2031, 10), kind: 'value' },
  })
  expect([baseline.text, interim?.text, target.text]).toEqual(['−3.00', '0.25', '10.00'])
})

test('a ratio is told by its formula', () => {
  const formula = { numerator: '受診者', denominator: '対象者', denominatorSource: '' }
  expect(shown({ definition: '受診した人の割合', formula }).definition).toBe(
    '受診した人の割合（受診者÷対象者）',
  )
})

test('the chart tells in words what it draws', () => {
  const { chart } = shown({
    actuals: [2024, 2025].map((year) => ({ ...value(year, 40 - (year - 2024)), provisional: false })),
  })
  expect(chart?.alternative).toBe(
    '待機児童数の推移のグラフ。実績は令和6年度40人、令和7年度39人。基準は令和7年度18人。目標は令和13年度0人。',
  )
})

test('without any value there is no chart', () => {
  expect(shown({ baseline: { ...value(2025, null), missingReason: '' }, target: null }).chart).toBeNull()
})

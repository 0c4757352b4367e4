import { expect, test } from 'vitest'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { changesOf, indicatorOf, told } from './cases/plan-cases.ts'

const from = (before: Partial<Indicator>, after: Partial<Indicator>) =>
  told(
    changesOf(
      (plan) => Object.assign(indicatorOf(plan), after),
      (plan) => Object.assign(indicatorOf(plan), before),
    ),
  )
const rate = { name: '健診受診率', unit: '％', direction: 'increase' as const }
const target = (value: number | null, more = {}) => ({
  target: { fiscalYear: 2027, value, comment: '', kind: 'value' as const, ...more },
})

test('a lower target of an indicator to increase is weakened, a higher one strengthened', () => {
  expect(from({ ...rate, ...target(60) }, target(55.5))).toEqual([
    'target-weakened major: 指標「健診受診率」の目標を60％から55.5％に引き下げました。',
  ])
  expect(from({ ...rate, ...target(60) }, target(65))).toEqual([
    'target-strengthened normal: 指標「健診受診率」の目標を60％から65％に引き上げました。',
  ])
})

test('a higher target of an indicator to decrease is weakened', () => {
  expect(from({}, target(5))).toEqual([
    'target-weakened major: 指標「保育所等の待機児童数」の目標を0人から5人に緩めました。',
  ])
  expect(from(target(5), target(0))).toEqual([
    'target-strengthened normal: 指標「保育所等の待機児童数」の目標を5人から0人に厳しくしました。',
  ])
})

test('a wider range to keep is weakened', () => {
  const range = (low: number, high: number) => target(null, { kind: 'range', low, high })
  expect(from({ ...rate, direction: 'maintain', ...range(40, 60) }, range(30, 60))).toEqual([
    'target-weakened major: 指標「健診受診率」の目標を40～60％から30～60％に広げました。',
  ])
  expect(from({ ...rate, direction: 'maintain', ...range(40, 60) }, range(45, 60))).toEqual([
    'target-strengthened normal: 指標「健診受診率」の目標を40～60％から45～60％に狭めました。',
  ])
  expect(from({ ...rate, direction: 'maintain', ...target(50) }, range(45, 55))).toEqual([
    'target-weakened major: 指標「健診受診率」の目標を50％から45～55％に広げました。',
  ])
})

test('watching instead of a value, and no target at all, are weakened', () => {
  expect(from({}, target(null, { kind: 'monitor-only' }))).toEqual([
    'target-weakened major: 指標「保育所等の待機児童数」の目標を0人から「経過を見る」に改め、値を置かないことにしました。',
  ])
  expect(from({}, { target: null })).toEqual([
    'target-weakened major: 指標「保育所等の待機児童数」の目標を取りやめました（0人）。',
  ])
  expect(from({ target: null }, target(0))).toEqual([
    'target-set normal: 指標「保育所等の待機児童数」の目標を0人（令和9年度）と定めました。',
  ])
})

test('where more or less cannot be said, the target is only changed', () => {
  expect(from({ direction: null }, target(3))).toEqual([
    'target-changed normal: 指標「保育所等の待機児童数」の目標を0人から3人に改めました。',
  ])
  expect(from({}, { unit: '件', ...target(3) }).map((line) => line.split(' ')[0])).toEqual([
    'unit-changed',
    'target-changed',
  ])
})

test('an interim value is a target too', () => {
  expect(from({}, { interim: [{ fiscalYear: 2025, value: 12, comment: '' }] })).toEqual([
    'target-weakened major: 指標「保育所等の待機児童数」の令和7年度の中間値を8人から12人に緩めました。',
  ])
  expect(from({}, { interim: [] })).toEqual([
    'target-weakened major: 指標「保育所等の待機児童数」の令和7年度の中間値を取りやめました（8人）。',
  ])
  expect(from({}, { interim: [{ fiscalYear: 2026, value: 8, comment: '' }] })).toEqual([
    'deadline-moved major: 指標「保育所等の待機児童数」の中間値の年度を令和7年度から令和8年度に延ばしました。',
  ])
})

test('a later deadline is one change, also beside another value', () => {
  expect(from({}, target(3, { fiscalYear: 2029 }))).toEqual([
    'target-weakened major: 指標「保育所等の待機児童数」の目標を0人から3人に緩めました。',
    'deadline-moved major: 指標「保育所等の待機児童数」の目標年度を令和9年度から令和11年度に延ばしました。',
  ])
  expect(from({}, target(0, { fiscalYear: 2026 }))).toEqual([
    'deadline-moved normal: 指標「保育所等の待機児童数」の目標年度を令和9年度から令和8年度に早めました。',
  ])
})

test('another baseline, definition or unit cannot be compared with what was', () => {
  const baseline = { fiscalYear: 2023, value: 20, comment: '', missingReason: '' }
  expect(from({}, { baseline })).toEqual([
    'baseline-changed major: 指標「保育所等の待機児童数」の基準値を18人（令和4年度）から20人（令和5年度）に改めました。',
  ])
  expect(from({}, { accumulation: 'annual' })).toEqual([
    'definition-changed major: 指標「保育所等の待機児童数」の累計・単年の別を「時点（ある日の値）」から「単年（その年度の分）」に改めました。以前の値とそのままでは比べられません。',
  ])
  expect(from({ unit: '%' }, { unit: '％' })).toEqual([
    'unit-changed minor: 指標「保育所等の待機児童数」の単位の書き方を「%」から「％」にそろえました。',
  ])
})

test('actual values come, are settled, are corrected and go', () => {
  const actual = (value: number, provisional = false) => ({
    fiscalYear: 2023,
    value,
    comment: '',
    provisional,
  })
  expect(from({ actuals: [] }, { actuals: [actual(15)] })).toEqual([
    'value-updated normal: 指標「保育所等の待機児童数」の令和5年度の実績値（15人）を加えました。',
  ])
  expect(from({ actuals: [actual(15, true)] }, { actuals: [actual(14)] })).toEqual([
    'value-updated normal: 指標「保育所等の待機児童数」の令和5年度の実績値を速報値の15人から14人に更新しました。',
  ])
  expect(from({ actuals: [actual(15)] }, { actuals: [actual(16)] })).toEqual([
    'value-updated major: 指標「保育所等の待機児童数」の令和5年度の実績値を15人から16人に訂正しました。',
  ])
  expect(from({ actuals: [actual(15)] }, { actuals: [] })).toEqual([
    'value-updated major: 指標「保育所等の待機児童数」の令和5年度の実績値（15人）を取り消しました。',
  ])
})

test('what is left has a Japanese name', () => {
  expect(
    from(
      { frequency: '毎年' },
      {
        frequency: '3年に1回',
        isHeadline: false,
        rationale: { basis: 'peer', text: '近隣市の水準による。' },
      },
    ),
  ).toEqual([
    'field-changed minor: 指標「保育所等の待機児童数」の把握頻度を「毎年」から「3年に1回」に改めました。',
    'field-changed normal: 指標「保育所等の待機児童数」の設定根拠の種類を「これまでの伸び」から「ほかの市との比較」に改めました。',
    'text-changed normal: 指標「保育所等の待機児童数」の設定根拠を書き改めました。',
    'field-changed normal: 指標「保育所等の待機児童数」の主要指標の扱いを「あり」から「なし」に改めました。',
  ])
})

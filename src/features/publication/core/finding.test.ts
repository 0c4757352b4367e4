import { expect, test } from 'vitest'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { smallPlan } from '#test/small-plan.ts'
import { findingText, progressText, wholePercent } from './finding.ts'

const [base] = smallPlan().indicators as [Indicator]
const actual = (fiscalYear: number, value: number | null) => ({
  fiscalYear,
  value,
  comment: '',
  provisional: false,
})
const later = (value: number, rest: Partial<Indicator> = {}): Indicator => ({
  ...base,
  actuals: [...base.actuals, actual(2025, value)],
  ...rest,
})
const share: Partial<Indicator> = {
  unit: '％',
  direction: 'increase',
  baseline: { fiscalYear: 2022, value: 54.2, comment: '', missingReason: '' },
  interim: [],
  target: { fiscalYear: 2027, value: 70, comment: '', kind: 'value' },
}

test('the title of a figure says what happened since the baseline', () => {
  expect(findingText(later(12))).toBe(
    '保育所等の待機児童数は、令和4年度の18人から令和7年度の12人まで減りました',
  )
  expect(findingText(later(18))).toBe('保育所等の待機児童数は、令和4年度の18人から変わっていません')
})

test('before the first result it says what happened until the baseline', () => {
  expect(findingText(base)).toBe('保育所等の待機児童数は、令和2年度の31人から令和4年度の18人まで減りました')
})

test('one value and no value are said as they are', () => {
  expect(findingText({ ...base, actuals: [] })).toBe('保育所等の待機児童数は、令和4年度の18人です')
  const nothing = { ...base, actuals: [], baseline: { ...base.baseline, value: null } }
  expect(findingText(nothing)).toBe('保育所等の待機児童数の値は、まだありません')
})

test('progress says what was gone and what is left', () => {
  expect(progressText(later(6, { interim: [] }))).toBe(
    '基準の18人から12人減り、目標までの道のりの66％まで進みました。目標まで、あと6人です。',
  )
  expect(progressText(later(0, { interim: [] }))).toBe('目標は令和9年度に0人です。目標に届いています。')
  expect(progressText(later(20, { interim: [] }))).toBe(
    '基準の18人から2人増え、目標から離れました。目標まで、あと20人です。',
  )
  expect(progressText(base)).toBe('目標は令和9年度に0人です。基準年度より後の実績は、まだありません。')
})

test('between percentages lie points', () => {
  expect(progressText(later(60, share))).toBe(
    '基準の54.2％から5.8ポイント上がり、目標までの道のりの36％まで進みました。目標まで、あと10.0ポイントです。',
  )
})

test('an interim value is compared with the actual of its own year', () => {
  expect(progressText(later(10))).toMatch(/^中間目標（令和7年度に8人）には2人届きませんでした。/)
  expect(progressText(later(8))).toMatch(/^中間目標（令和7年度に8人）に届きました。/)
  expect(progressText({ ...base, actuals: [actual(2024, 10)] })).not.toContain('中間目標')
})

test('a range is entered or missed', () => {
  const kept = (value: number) =>
    later(value, {
      direction: 'maintain',
      interim: [],
      target: { fiscalYear: 2027, value: null, comment: '', kind: 'range', low: 10, high: 15 },
    })
  expect(progressText(kept(12))).toBe('目標の範囲（10〜15人）に入っています。')
  expect(progressText(kept(18))).toBe('目標の範囲（10〜15人）から3人離れています。')
})

test('what is only watched, and what has no target yet, is said so', () => {
  const watched = { fiscalYear: 2027, value: null, comment: '', kind: 'monitor-only' as const }
  expect(progressText(later(5, { target: watched, interim: [] }))).toBe('目標は決めず、経過を見ます。')
  expect(progressText(later(5, { target: null, interim: [] }))).toBe('目標はまだありません。')
})

test('a hundred per cent is said only of a target that was reached', () => {
  expect(wholePercent(0.999)).toBe(99)
  expect(wholePercent(1)).toBe(100)
  expect(wholePercent(0.29)).toBe(29)
  expect(wholePercent(-0.505)).toBe(-50)
})

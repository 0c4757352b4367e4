import { expect, test } from 'vitest'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { smallPlan } from '#test/small-plan.ts'
import { achievementRate, criterionWords, judge } from './judgement.ts'

const [base] = smallPlan().indicators as [Indicator]
const note = { ...base.note, changeCriterion: { improve: { abs: 3 }, worsen: { abs: 3 } } }
/** Falls from 18 in 2022; the target is 0. */
const withLatest = (value: number | null, rest: Partial<Indicator> = {}): Indicator => ({
  ...base,
  note,
  actuals: [...base.actuals, { fiscalYear: 2023, value, comment: '', provisional: false }],
  ...rest,
})
const judgementOf = (indicator: Indicator) => judge(indicator).judgement

test('fewer is better for what should fall, by the amount fixed beforehand', () => {
  expect(judgementOf(withLatest(15))).toBe('better')
  expect(judgementOf(withLatest(16))).toBe('same')
  expect(judgementOf(withLatest(20))).toBe('same')
  expect(judgementOf(withLatest(21))).toBe('worse')
})

test('the arrow shows the way of the value, the word its meaning', () => {
  expect(judge(withLatest(10))).toMatchObject({ arrow: '↘', judgement: 'better' })
  expect(judge(withLatest(30))).toMatchObject({ arrow: '↗', judgement: 'worse' })
  expect(judge(withLatest(30, { direction: 'increase' }))).toMatchObject({ arrow: '↗', judgement: 'better' })
})

test('a share of the baseline may be the criterion', () => {
  const share = { ...note, changeCriterion: { improve: { rel: 0.1 }, worsen: { rel: 0.1 } } }
  expect(judgementOf(withLatest(16.3, { note: share }))).toBe('same')
  expect(judgementOf(withLatest(16.2, { note: share }))).toBe('better')
})

test('a difference that is three on paper is three', () => {
  const baseline = { ...base.baseline, value: 1.1 }
  expect(4.1 - 1.1).toBeLessThan(3)
  expect(judgementOf(withLatest(4.1, { baseline, direction: 'increase' }))).toBe('better')
})

test('nothing moved is no improvement, even where any change would count', () => {
  const anyChange = { ...note, changeCriterion: { improve: { abs: 0 }, worsen: { abs: 0 } } }
  expect(judgementOf(withLatest(18, { note: anyChange }))).toBe('same')
})

test('what is to be kept is judged by its distance from the range', () => {
  const kept: Partial<Indicator> = {
    direction: 'maintain',
    target: { fiscalYear: 2027, value: null, comment: '', kind: 'range', low: 10, high: 20 },
  }
  expect(judgementOf(withLatest(11, kept))).toBe('same')
  expect(judgementOf(withLatest(22, kept))).toBe('same')
  expect(judgementOf(withLatest(23, kept))).toBe('worse')
  expect(judgementOf(withLatest(12, { ...kept, baseline: { ...base.baseline, value: 5 } }))).toBe('better')
})

test('what cannot be judged says why', () => {
  expect(judge({ ...base, note }).why).toBe('基準年度より後の実績が、まだありません')
  expect(judge(withLatest(null)).why).toBe('基準年度より後の実績が、まだありません')
  expect(judge(withLatest(0, { note: base.note })).why).toBe('判定の基準が、まだ決まっていません')
  expect(judge(withLatest(0, { direction: null })).judgement).toBe('unknown')
  expect(judge(withLatest(0, { direction: 'maintain', target: null })).judgement).toBe('unknown')
  const byError = { ...note, changeCriterion: { improve: { moe: true as const }, worsen: { abs: 3 } } }
  expect(judge(withLatest(0, { note: byError })).why).toBe('調査の誤差の大きさが、まだ分かりません')
})

test('the way to the target is counted from the baseline, and only by later actuals', () => {
  expect(achievementRate(withLatest(9))).toBe(0.5)
  expect(achievementRate(withLatest(27))).toBe(-0.5)
  expect(achievementRate(withLatest(9, { target: null }))).toBeUndefined()
  expect(achievementRate(base)).toBeUndefined()
})

test('the criterion is said in words, with points for per cent', () => {
  expect(criterionWords(withLatest(9))).toBe(
    '基準値より3人以上減れば「改善」、3人以上増えれば「悪化」、その間は「横ばい」です。',
  )
  expect(criterionWords(withLatest(9, { unit: '％', direction: 'increase' }))).toContain(
    '3ポイント以上増えれば',
  )
  expect(criterionWords(base)).toBe('')
})

import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { IndicatorChart } from '#src/lib/chart/indicator-chart.tsx'
import { smallPlan } from '#test/small-plan.ts'
import { courseText, decimalsOf, seriesOf } from './indicator-series.ts'

const [indicator] = smallPlan().indicators as [Indicator]
const svg = (changed: Partial<Indicator>, size: 'small' | 'wide' | 'narrow' = 'small') => {
  const one = { ...indicator, ...changed }
  return renderToString(
    <IndicatorChart series={seriesOf(one, [2023, 2027])} size={size} id="c" description={courseText(one)} />,
  )
}

test('the sentence says from where to where, and what is wished', () => {
  expect(courseText(indicator)).toBe(
    '令和2年度の31人から令和4年度の18人に減った。中間目標は令和7年度に8人。目標は令和9年度に0人。',
  )
})

test('a small chart puts the first year left, the target year right, and zero on the ground', () => {
  const drawing = svg({})
  // 31, 25 and 18 of 35 over 72 points; seven years over 287 points
  expect(drawing).toContain('<polyline points="8,32.2 49,44.6 90,59"')
  expect(drawing).toContain('<path d="M295 91l')
  expect(drawing).toContain('>R2<')
  expect(drawing).toContain('>R9<')
})

test('all values of an indicator have the same decimals', () => {
  const one = { ...indicator, target: { fiscalYear: 2027, value: 70.5, comment: '', kind: 'value' as const } }
  expect(decimalsOf(one)).toBe(1)
  expect(courseText(one)).toContain('18.0人')
})

test.each([
  [
    'nothing at all',
    {
      actuals: [],
      interim: [],
      target: null,
      baseline: { fiscalYear: 2022, value: null, comment: '', missingReason: '' },
    },
  ],
  ['one value', { actuals: [], interim: [], target: null }],
  [
    'all equal',
    {
      actuals: [2020, 2021, 2022].map((fiscalYear) => ({
        fiscalYear,
        value: 5,
        comment: '',
        provisional: false,
      })),
      interim: [],
      target: { fiscalYear: 2027, value: 5, comment: '', kind: 'value' as const },
    },
  ],
  ['negative values', { actuals: [{ fiscalYear: 2020, value: -120, comment: '', provisional: false }] }],
  ['huge values', { actuals: [{ fiscalYear: 1950, value: 9e11, comment: '', provisional: false }] }],
  [
    'a range to keep',
    { target: { fiscalYear: 2027, value: null, comment: '', kind: 'range' as const, low: 5, high: 9 } },
  ],
  [
    'a target year before the baseline',
    { target: { fiscalYear: 2020, value: 1, comment: '', kind: 'value' as const } },
  ],
])('%s is drawn without a number that is none', (_name, changed) => {
  for (const size of ['small', 'wide', 'narrow'] as const) {
    const drawing = svg(changed as Partial<Indicator>, size)
    expect(drawing).not.toMatch(/NaN|Infinity|undefined/)
    expect(drawing).not.toMatch(/style=|on\w+=/)
  }
})

test('with nothing to draw there is no picture', () => {
  const baseline = { fiscalYear: 2022, value: null, comment: '', missingReason: '' }
  expect(svg({ actuals: [], interim: [], target: null, baseline })).toBe('')
})

import { expect, test } from 'vitest'
import { indicatorId, measureId, planWith } from '#test/plan-fixture.ts'
import { evidenceTo } from './citation.ts'
import { figureUsesIn } from './plan-uses.ts'

const cited = {
  datasetTitle: 'SSDSE-A',
  edition: '2026年版',
  areaName: 'つくばみらい市',
  areaCode: '08235',
  item: { id: 'se_0000000001', name: '総人口', unit: '人' },
  point: { time: '2020', value: 49872 },
}
const link = { id: 'ev_0000000001', stance: 'supports' as const, level: 2, note: '' }

test('evidence of one figure holds series, period and value, and is found again as a use of it', () => {
  const to = evidenceTo(cited)
  expect(to).toEqual({
    kind: 'statistic',
    ref: '「SSDSE-A」2026年版 [statistics/se_0000000001#08235@2020]',
    row: 'つくばみらい市 総人口',
    column: '49,872人',
    asOf: '2020年（令和2年）',
  })
  const plan = planWith({ evidence: [{ ...link, from: indicatorId, to }], dataPoints: [] })
  expect(figureUsesIn(plan)).toEqual([
    {
      of: { kind: 'item', itemId: 'se_0000000001' },
      areaCode: '08235',
      time: '2020',
      words: '「SSDSE-A」2026年版',
      label: '根拠：「SSDSE-A」2026年版 つくばみらい市 総人口',
      value: 49872,
      href: `/staff/plans/${plan.planId}/items/${measureId}/evidence`,
    },
  ])
})

test('a decimal and a minus are kept; a citation in one sentence is a use without a value', () => {
  const bound = (value: number) => {
    const to = evidenceTo({ ...cited, item: { ...cited.item, unit: '％' }, point: { time: '2020', value } })
    return figureUsesIn(planWith({ evidence: [{ ...link, from: measureId, to }], dataPoints: [] }))[0]?.value
  }
  expect([bound(27.6), bound(-1.5), bound(0)]).toEqual([27.6, -1.5, 0])
  const ref = '「SSDSE-A」 総人口 49,872人 [statistics/se_0000000001#08235@2020]'
  const evidence = [{ ...link, from: measureId, to: { kind: 'statistic' as const, ref } }]
  expect(figureUsesIn(planWith({ evidence, dataPoints: [] }))).toMatchObject([{ value: undefined }])
})

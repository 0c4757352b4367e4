import { expect, test } from 'vitest'
import { citationOf } from './citation.ts'

test('a citation names source, edition, city, item, time and value, and the reference behind them', () => {
  const citation = citationOf({
    datasetTitle: 'SSDSE-A',
    edition: '2026年版',
    areaName: 'つくばみらい市',
    areaCode: '08235',
    item: { id: 'se_0000000001', name: '総人口', unit: '人' },
    point: { time: '2020', value: 49872 },
  })
  expect(citation).toBe(
    '「SSDSE-A」2026年版 つくばみらい市 総人口 2020年（令和2年） 49,872人 [statistics/se_0000000001#08235@2020]',
  )
})

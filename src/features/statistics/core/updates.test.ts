import { expect, test } from 'vitest'
import { comparedKey, pointsOf, readComparedKey, readReference, referenceText } from './figure-reference.ts'
import type { AreaSeries } from './series.ts'
import { type FigureUse, newerFileWords, updatesOf } from './updates.ts'

const use = (time: string, value?: number): FigureUse => ({
  of: { kind: 'item', itemId: 'se_0000000001' },
  areaCode: '08235',
  time,
  label: '総人口',
  href: '',
  value,
})

test('a figure with a newer value, or a corrected one, can be brought up to date', () => {
  const known = () => [
    { time: '2015', value: 10 },
    { time: '2020', value: 12 },
  ]
  const [newer, corrected, ...none] = updatesOf(
    [use('2015', 10), use('2020', 11), use('2020', 12), use('2020')],
    known,
  )
  expect(newer).toMatchObject({ now: { time: '2020', value: 12 }, isCorrection: false })
  expect(corrected).toMatchObject({ now: { value: 12 }, isCorrection: true })
  expect(none).toEqual([])
  expect(updatesOf([use('2015', 10)], () => undefined)).toEqual([])
})

test('references are read as they are written, also behind the words of a citation', () => {
  const references = [
    { kind: 'item', itemId: 'se_0000000001' },
    { kind: 'quotient', itemId: 'se_0000000001', byId: 'se_0000000002' },
    { kind: 'compared', comparedId: 'nurseries' },
    { kind: 'score', comparedId: 'nurseries', groupId: 'prefecture' },
  ] as const
  for (const of of references) {
    const text = referenceText({ of, areaCode: '08235', time: '2023FY' })
    expect(readReference(text)).toEqual({ of, areaCode: '08235', time: '2023FY', words: '' })
    expect(readReference(`「国勢調査」 総人口 49,872人 [${text}]`)?.words).toBe(
      '「国勢調査」 総人口 49,872人',
    )
  }
  expect(readReference('国勢調査 2020')).toBeUndefined()
  expect(readReference('statistics/other#08235@2020')).toBeUndefined()
})

test('a quotient of the plan is computed again from its two items', () => {
  const series = (code: string, value: number) => ({
    datasetId: 'sr_0000000001',
    item: { code, name: code, unit: '', basis: 'neutral' as const },
    points: [{ time: '2020', value, importNumber: 1 }],
  })
  const city: AreaSeries = { areaCode: '08235', areaName: '', series: [series('A', 1), series('B', 3)] }
  const items = ['A', 'B'].map((code) => ({ id: `se_${code}`, datasetId: 'sr_0000000001', code }))
  const of = { kind: 'quotient', itemId: 'se_A', byId: 'se_B' } as const
  expect(pointsOf(of, city, items)).toEqual([{ time: '2020', value: 0.3333 }])
  expect(pointsOf({ ...of, byId: 'se_C' }, city, items)).toBeUndefined()
})

test('a newer file is probably out by how often such files are published', () => {
  const state = { edition: '2026年版', importedOn: '2026-09-01', latestTime: '2020' }
  const words = (kind: Parameters<typeof newerFileWords>[0]['kind'], today: string, latestTime = '2020') =>
    newerFileWords({ ...state, kind, latestTime }, today)
  expect(words('ssdse-a', '2027-07-31')).toBeUndefined()
  expect(words('ssdse-a', '2027-08-01')).toContain('2027年版')
  expect(words('census-age', '2026-11-30')).toBeUndefined()
  expect(words('census-age', '2026-12-01')).toContain('2025年の結果')
  expect(words('projection-age', '2030-12-31', '2050')).toBeUndefined()
  expect(words('projection-age', '2031-01-01', '2050')).toContain('5年ごと')
  const old = { ...state, kind: 'projection-age', edition: '平成30年推計（抜粋）' } as const
  expect(newerFileWords(old, '2026-11-30')).toContain('いまの版は2018年のもの')
  expect(words('register-age', '2026-11-30', '2025-01-01')).toBeUndefined()
  expect(words('register-age', '2026-11-30', '2024-01-01')).toContain('2024年')
})

test('a figure of a comparison has a name without slashes, and it reads back', () => {
  const score = { kind: 'score', comparedId: 'child-share', groupId: 'pg_0000000001' } as const
  expect(comparedKey(score)).toBe('score--child-share--pg_0000000001')
  expect(readComparedKey(comparedKey(score))).toEqual(score)
  expect(readComparedKey('compared--births')).toEqual({ kind: 'compared', comparedId: 'births' })
  for (const other of ['se_0000000001', 'is_0000000001', 'score--births', 'voices-survey'])
    expect(readComparedKey(other)).toBeUndefined()
})

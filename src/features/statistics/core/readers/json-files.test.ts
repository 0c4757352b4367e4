import { expect, test } from 'vitest'
import { readSource } from '../read-source.ts'

const estat = (value: unknown, area: unknown = { '@code': '08235', '@name': 'つくばみらい市' }) =>
  JSON.stringify({
    GET_STATS_DATA: {
      RESULT: { STATUS: 0, ERROR_MSG: '正常に終了しました。' },
      STATISTICAL_DATA: {
        TABLE_INF: { STAT_NAME: { $: '国勢調査' }, TITLE: { $: '男女別人口' } },
        CLASS_INF: {
          CLASS_OBJ: [
            { '@id': 'cat01', '@name': '男女', CLASS: { '@code': '100', '@name': '総数' } },
            { '@id': 'area', '@name': '地域', CLASS: area },
            { '@id': 'time', '@name': '時間軸', CLASS: { '@code': '2020000000', '@name': '2020年' } },
          ],
        },
        DATA_INF: { VALUE: value },
      },
    },
  })
const one = { '@cat01': '100', '@area': '08235', '@time': '2020000000', '@unit': '人', $: '49872' }

test('e-Stat gives one value as an object and several as a list', () => {
  const expected = { areaCode: '08235', item: 'E-100', time: '2020', value: 49872, unit: '人' }
  const single = readSource(estat(one), 'estat')
  expect('observations' in single && single.observations).toMatchObject([expected])
  const two = readSource(estat([one, { ...one, '@time': '2020100000', $: '***' }]), 'estat')
  expect('observations' in two && two.observations).toMatchObject([
    expected,
    { time: '2020FY', value: 'missing' },
  ])
  expect(single).toMatchObject({ items: [{ name: '総数', basis: 'census' }] })
})

test('an error of e-Stat, a cut file and a web page are told apart', () => {
  const error = JSON.stringify({ GET_STATS_DATA: { RESULT: { STATUS: 100, ERROR_MSG: '認証に失敗' } } })
  const problems = [error, '{"GET_STATS_DATA":', '<html></html>', '{}'].map((text) => {
    const reading = readSource(text, 'estat')
    return 'findings' in reading ? reading.findings[0]?.problem : undefined
  })
  expect(problems).toEqual([
    expect.stringContaining('認証に失敗'),
    expect.stringContaining('JSONとして読めません'),
    expect.stringContaining('ウェブページ'),
    expect.stringContaining('の形ではありません'),
  ])
})

test('a wrong value is told by its place', () => {
  const reading = readSource(estat([one, { ...one, $: '4万' }]), 'estat')
  expect('findings' in reading && reading.findings).toMatchObject([{ line: 2, column: '$', value: '4万' }])
})

const dashboard = (objects: unknown, result = 'RESULT') =>
  JSON.stringify({
    GET_STATS: { [result]: { status: '0' }, STATISTICAL_DATA: { DATA_INF: { DATA_OBJ: objects } } },
  })
const value = (time: string) => ({
  VALUE: {
    '@indicator': '0201010000000010000',
    '@regionCode': '08235',
    '@time': time,
    '@unit': '010',
    $: '1',
  },
})

test('the dashboard writes months, quarters and years, one object or many, and changes the case of its keys', () => {
  const times = ['20260700', '20263Q00', '2025CY00', '2025FY00']
  const reading = readSource(dashboard(times.map(value), 'result'), 'dashboard')
  expect('observations' in reading && reading.observations.map(({ time }) => time)).toEqual([
    '2026-07',
    '2026Q3',
    '2025',
    '2025FY',
  ])
  const single = readSource(dashboard(value('2025CY00')), 'dashboard')
  expect('observations' in single && single.observations).toHaveLength(1)
})

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

const dimension = (id: string, name: string, classes: readonly (readonly [string, string])[]) => ({
  '@id': id,
  '@name': name,
  CLASS: classes.map(([code, label]) => ({ '@code': code, '@name': label })),
})

test('a census by sex and age of e-Stat is the same items as a table by sex and age; other classes stay apart', () => {
  const ages = [
    ['00', '総数（年齢）'],
    ['01', '0～4歳'],
    ['21', '100歳以上'],
    ['22', '年齢「不詳」'],
    ['30', '平均年齢'],
  ] as const
  const classes = [
    dimension('tab', '表章項目', [['020', '人口']]),
    dimension('cat01', '国籍総数か日本人', [
      ['0', '国籍総数（年齢・国籍不詳を含む）'],
      ['1', '日本人'],
    ]),
    dimension('cat02', '男女', [
      ['0', '総数'],
      ['1', '男'],
      ['2', '女'],
    ]),
    dimension('cat03', '年齢', ages),
    dimension('area', '地域', [['08235', 'つくばみらい市']]),
    dimension('time', '時間軸', [['2020000000', '2020年']]),
  ]
  const figure = (nation: string, [sex, age, unit = '人']: readonly string[], text: string) => ({
    '@tab': '020',
    '@cat01': nation,
    '@cat02': sex,
    '@cat03': age,
    '@area': '08235',
    '@time': '2020000000',
    '@unit': unit,
    $: text,
  })
  const text = JSON.stringify({
    GET_STATS_DATA: {
      RESULT: { STATUS: 0 },
      STATISTICAL_DATA: {
        TABLE_INF: { STAT_NAME: { $: '国勢調査' }, TITLE: { $: '男女，年齢（5歳階級）別人口' } },
        CLASS_INF: { CLASS_OBJ: classes },
        DATA_INF: {
          VALUE: [
            figure('0', ['1', '00'], '24895'),
            figure('0', ['1', '01'], '1126'),
            figure('0', ['2', '21'], '-'),
            figure('0', ['2', '22'], '1010'),
            figure('1', ['1', '01'], '1100'),
            figure('0', ['1', '30', '歳'], '46.3'),
          ],
        },
      },
    },
  })
  const reading = readSource(text, 'estat')
  if ('findings' in reading) throw new Error(JSON.stringify(reading.findings))
  expect(reading.observations.map(({ item, value: counted }) => [item, counted])).toEqual([
    ['K-M-total', 24895],
    ['K-M-0-4', 1126],
    ['K-F-100+', 'not-applicable'],
    ['K-F-unknown', 1010],
    ['E-020-1-1-01', 1100],
    ['E-020-0-1-30', 46.3],
  ])
})

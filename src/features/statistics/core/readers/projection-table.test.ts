import { expect, test } from 'vitest'
import { readSource } from '../read-source.ts'
import { projectionTableText } from './projection-table.ts'

const ages = [...Array.from({ length: 19 }, (_, at) => `${at * 5}～${at * 5 + 4}歳`), '95歳～']
const blank = Array.from({ length: 3 }, () => '')
/** As the published sheet is laid out: two lines of headings in rows 4 and 5, a blank column between the blocks. */
const head = [
  { line: 1, cells: ['将来の男女5歳階級別人口（各年10月1日時点の推計人口）'] },
  { line: 4, cells: ['コード', '市などの別', '都道府県', '市区町村', '年', '総数', ...blank] },
  {
    line: 5,
    cells: [
      ...Array.from({ length: 5 }, () => ''),
      '計',
      ...ages,
      '',
      '男',
      ...ages,
      '',
      '女',
      ...ages,
      '',
      '指数',
    ],
  },
]
const rowOf = (line: number, [code, kind, name, year]: string[], cell: number) => {
  const block = (scale: number) => [String(20 * cell * scale), ...ages.map(() => String(cell * scale))]
  const cells = [code, kind, '茨城県', name, `${year}年`, ...block(2), '', ...block(1), '', ...block(1)]
  return { line, cells: [...cells, '', '100'].map((value) => value ?? '') }
}
const sheet = [
  ...head,
  rowOf(6, ['8000', 'a', '', '2020'], 999),
  rowOf(7, ['8235', '2', 'つくばみらい市', '2020'], 10),
  rowOf(8, ['8235', '2', 'つくばみらい市', '2025'], 11),
  rowOf(9, ['1101', '0', '札幌市中央区', '2020'], 5),
  rowOf(10, ['1101', '0', '札幌市中央区', '2025'], 6),
  rowOf(11, ['7999', '9', '浜通り地域', '2020'], 7),
]

test('the sheet of the whole country is read by municipality, sex and age; prefectures are left out', () => {
  const reading = readSource(projectionTableText(sheet) ?? '', 'projection-age')
  expect(reading).toMatchObject({ recognised: '男女・年齢階級別の表（2地域、2020〜2025年）' })
  const observations = 'observations' in reading ? reading.observations : []
  const value = (areaCode: string, item: string, time: string) =>
    observations.find((one) => one.areaCode === areaCode && one.item === item && one.time === time)?.value
  expect(value('08235', 'S-F-95+', '2025')).toBe(11)
  expect(value('08235', 'S-T-total', '2020')).toBe(400)
  expect(value('01101', 'S-M-0-4', '2020')).toBe(5)
})

test('a total that is not the sum of its ages is told', () => {
  const wrong = sheet.map((row) =>
    row.line === 8 ? { ...row, cells: row.cells.map((cell, at) => (at === 27 ? '999' : cell)) } : row,
  )
  const reading = readSource(projectionTableText(wrong) ?? '', 'projection-age')
  expect('findings' in reading && reading.findings[0]?.problem).toContain('合いません')
})

test('a table of one age class has a column a year; shares of the same years stay out', () => {
  const wide = (title: string) => [
    { line: 1, cells: [title] },
    { line: 4, cells: ['コード', '市などの別', '都道府県', '市区町村', '人口（人）', '', '割合'] },
    { line: 5, cells: ['', '', '', '', '2020年', '2025年', '2020年', '2025年'] },
    { line: 6, cells: ['8235', '2', '茨城県', 'つくばみらい市', '7418', '7355', '14.9', '14.2'] },
  ]
  expect(projectionTableText(wide('結果表2-1　0～14歳人口および割合'))).toBe(
    'code\tname\tsex\tage\t2020\t2025\n08235\tつくばみらい市\tT\t0～14歳\t7418\t7355',
  )
  expect(projectionTableText(wide('結果表1　総人口および指数'))).toContain('\tT\t総数\t7418')
  expect(projectionTableText(wide('結果表2-4　75歳以上人口'))).toContain('\tT\t75歳以上\t7418')
  expect(projectionTableText(wide('そのほかの表'))).toBeUndefined()
})

test('another sheet is none of them', () => {
  expect(projectionTableText([{ line: 1, cells: ['code', 'name', 'sex', 'age', '2020'] }])).toBeUndefined()
})

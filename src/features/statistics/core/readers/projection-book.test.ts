import { expect, test } from 'vitest'
import type { Cell, ReadSheet } from '#src/lib/table/table.ts'
import { readSource } from '../read-source.ts'
import { projectionBookText } from './projection-book.ts'

const years = [2020, 2025, 2030]
/** Both sexes, men and women side by side, an empty column between them, as the published layout is described. */
const sheet = (
  name: string,
  rows: readonly (readonly [string, number[], number[], number[]])[],
): ReadSheet => {
  const cellsOf = (row: number, label: string, blocks: readonly (readonly number[])[]): Cell[] =>
    blocks.flatMap((values, block) => {
      const from = 1 + block * (years.length + 2)
      const numbers = values.map(
        (number, at): Cell => ({ row, column: from + 1 + at, value: { kind: 'number', number } }),
      )
      const words: Cell = { row, column: from, value: { kind: 'text', text: label } }
      return label === '' ? numbers : [words, ...numbers]
    })
  const body = rows.map(([label, ...blocks], at) => cellsOf(at + 5, label, blocks))
  return { name, isHidden: false, merged: [], rows: [cellsOf(3, '', [years, years, years]), ...body] }
}
const city = sheet('08235_つくばみらい市', [
  ['総数', [10, 9, 8], [5, 4, 4], [5, 5, 4]],
  ['0～4歳', [4, 4, 3], [2, 2, 1], [2, 2, 2]],
  ['95歳～', [6, 5, 5], [3, 2, 3], [3, 3, 2]],
])

test('a workbook with a sheet a municipality is read by sex and age', () => {
  const reading = readSource(projectionBookText([city]) ?? '', 'projection-age')
  expect(reading).toMatchObject({ recognised: '男女・年齢階級別の表（1地域、2020〜2030年）' })
  const observations = 'observations' in reading ? reading.observations : []
  expect(observations.find(({ item, time }) => item === 'S-F-95+' && time === '2030')).toMatchObject({
    areaCode: '08235',
    areaName: 'つくばみらい市',
    value: 2,
  })
})

test('a total that is not the sum of its ages is told', () => {
  const wrong = sheet('08235_つくばみらい市', [
    ['総数', [90, 9, 8], [50, 4, 4], [40, 5, 4]],
    ['0～4歳', [10, 9, 8], [5, 4, 4], [5, 5, 4]],
  ])
  const reading = readSource(projectionBookText([wrong]) ?? '', 'projection-age')
  expect('findings' in reading && reading.findings[0]?.problem).toContain('年齢ごとの合計')
})

test('a workbook whose sheets are named otherwise is no such book', () => {
  expect(projectionBookText([{ ...city, name: 'Sheet1' }])).toBeUndefined()
})

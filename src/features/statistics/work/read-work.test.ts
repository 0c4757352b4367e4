import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { run } from './read-work.ts'

const plain = { basis: 'neutral', itemName: '公園', itemUnit: 'か所' } as const
const mapping = { ...plain, area: 0, time: 1, value: 2 }
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64')

async function workbook(rows: (string | number | object)[][]): Promise<string> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('表').addRows(rows)
  return base64(new Uint8Array(await book.xlsx.writeBuffer()))
}

test('the first sheet of a workbook is read as the same table in CSV', async () => {
  const sheet = await workbook([
    ['コード', '年', '値'],
    ['08235', '2023年度', 12.5],
  ])
  const fromSheet = await run({ base64: sheet, kind: 'tidy', mapping })
  expect(fromSheet).toMatchObject({
    step: 'read',
    encoding: 'Excelのブック',
    file: { rows: [{ areaCode: '08235', time: '2023FY', cells: { 'T-公園': 12.5 } }] },
  })
})

test('a formula is no value: it is told by its row', async () => {
  const sheet = await workbook([
    ['コード', '年', '値'],
    ['08235', '2023', { formula: '1+1', result: 2 }],
  ])
  expect(await run({ base64: sheet, kind: 'tidy', mapping })).toMatchObject({
    step: 'refused',
    findings: [{ line: 2, column: '値' }],
  })
})

test('a packed file is read, a broken pack is told', async () => {
  const csv = readFileSync(new URL('../sample/ssdse-a-2026.csv', import.meta.url))
  const packed = gzipSync(csv)
  expect(await run({ base64: base64(packed), kind: 'ssdse-a' })).toMatchObject({ step: 'read' })
  expect(await run({ base64: base64(packed.subarray(0, 200)), kind: 'ssdse-a' })).toMatchObject({
    step: 'refused',
    findings: [{ problem: expect.stringContaining('圧縮されたファイル') }],
  })
})

test('without a mapping a free table gives its headings to choose from', async () => {
  const given = { base64: base64('コード,年,値\n08235,2023,1\n'), kind: 'tidy' } as const
  expect(await run(given)).toEqual({
    step: 'columns',
    headings: ['コード', '年', '値'],
    example: ['08235', '2023', '1'],
  })
})

test('a column of My Numbers is refused before anything is read', async () => {
  const given = { base64: base64('個人番号,年,値\n123456789018,2023,1\n'), kind: 'tidy' } as const
  expect(await run(given)).toMatchObject({
    step: 'refused',
    findings: [{ problem: expect.stringContaining('個人番号') }],
  })
})

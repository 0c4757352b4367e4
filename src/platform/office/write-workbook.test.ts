import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { WriteSheet } from '#src/lib/table/table.ts'
import { readWorkbook } from './read-workbook.ts'
import { writeWorkbook } from './write-workbook.ts'

const createdAt = new Date('2026-04-01T00:00:00Z')
const sheet = (rows: WriteSheet['rows'], choices?: string[]): WriteSheet => ({
  name: '体系',
  title: '施策の体系',
  guidance: '白い欄に書いてください',
  columns: [
    { header: '名前', width: 30, format: 'text' },
    { header: '年度', width: 8, format: 'year' },
    { header: '種類', width: 12, format: 'text', ...(choices ? { choices } : {}) },
  ],
  rows,
})

async function opened(bytes: Uint8Array) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer)
  return workbook
}

test('every text is read back as it was written', async () => {
  const texts = [
    '=1+1',
    '+81',
    '-5',
    '@x',
    '007',
    ' 空白 ',
    '行\n行',
    'a\r\nb',
    '_x000D_',
    '\u0007',
    '<&>"',
    '𠮷髙',
    '\t=x',
  ]
  const bytes = await writeWorkbook([sheet(texts.map((text) => [text]))], { createdAt })
  const read = await readWorkbook(bytes)
  const rows = read.problem === undefined ? (read.sheets[0]?.rows ?? []) : []
  expect(rows.slice(3).map(([cell]) => cell?.value)).toEqual(texts.map((text) => ({ kind: 'text', text })))
})

test('nothing that is written is a formula, and text columns stay text', async () => {
  const workbook = await opened(
    await writeWorkbook([sheet([['=HYPERLINK("http://x")', 2026, '']])], { createdAt }),
  )
  const cell = workbook.getWorksheet('体系')?.getCell('A4')
  expect(cell?.type).toBe(ExcelJS.ValueType.String)
  expect(cell?.numFmt).toBe('@')
  expect(workbook.getWorksheet('体系')?.getCell('B4').value).toBe(2026)
})

test('the headings are frozen, columns wrap, choices stand on a hidden sheet', async () => {
  const workbook = await opened(
    await writeWorkbook([sheet([['子育て', 2026, '施策']], ['政策', '施策'])], { createdAt }),
  )
  const worksheet = workbook.getWorksheet('体系')
  expect(worksheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
  expect(worksheet?.getColumn(1)).toMatchObject({ width: 30 })
  expect(worksheet?.getCell('A3').fill).toMatchObject({ pattern: 'solid' })
  expect(worksheet?.getCell('A4').alignment).toMatchObject({ wrapText: true })
  expect(worksheet?.getCell('C200').dataValidation).toMatchObject({
    type: 'list',
    formulae: ["'選択肢'!$A$1:$A$2"],
  })
  expect(workbook.getWorksheet('選択肢')).toMatchObject({ state: 'hidden' })
})

test('the same tables give the same bytes', async () => {
  const first = await writeWorkbook([sheet([['子育て', 2026, '施策']], ['施策'])], { createdAt })
  await new Promise((resolve) => setTimeout(resolve, 2_100))
  expect(await writeWorkbook([sheet([['子育て', 2026, '施策']], ['施策'])], { createdAt })).toEqual(first)
})

test('a text no cell can hold is refused', async () => {
  await expect(writeWorkbook([sheet([['あ'.repeat(32_768)]])], { createdAt })).rejects.toThrow(RangeError)
})

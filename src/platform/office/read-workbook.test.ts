import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { ReadValue } from '#src/lib/table/table.ts'
import { readWorkbook } from './read-workbook.ts'
import { rawBook, rawZip } from './test-books.ts'

async function firstSheet(bytes: Uint8Array) {
  const read = await readWorkbook(bytes)
  if (read.problem !== undefined) throw new Error(read.problem)
  const sheet = read.sheets[0]
  if (!sheet) throw new Error('no sheet')
  return sheet
}

async function valuesOf(bytes: Uint8Array): Promise<ReadValue[]> {
  return (await firstSheet(bytes)).rows.flat().map(({ value }) => value)
}

/** Cells of column A written by the library, as a person's program would. */
async function written(values: ExcelJS.CellValue[], change?: (sheet: ExcelJS.Worksheet) => void) {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('表')
  values.forEach((value, index) => {
    sheet.getCell(index + 1, 1).value = value
  })
  change?.(sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

test('text, numbers, yes and no are read as what they are; digits typed as text stay text', async () => {
  expect(await valuesOf(await written(['こども課', 12.5, true, false, '１２３', '007', '=1+1']))).toEqual([
    { kind: 'text', text: 'こども課' },
    { kind: 'number', number: 12.5 },
    { kind: 'flag', isTrue: true },
    { kind: 'flag', isTrue: false },
    { kind: 'text', text: '１２３' },
    { kind: 'text', text: '007' },
    { kind: 'text', text: '=1+1' },
  ])
})

test('the kept result of a formula is never a value', async () => {
  const bytes = await written([1, { formula: 'A1*2', result: 99 }], (sheet) => {
    sheet.fillFormula('B1:B3', 'A1+1', [2, 3, 4])
  })
  expect((await firstSheet(bytes)).rows.flat()).toEqual([
    { row: 1, column: 1, value: { kind: 'number', number: 1 } },
    { row: 1, column: 2, value: { kind: 'problem', problem: 'formula', shown: '2' } },
    { row: 2, column: 1, value: { kind: 'problem', problem: 'formula', shown: '99' } },
    { row: 2, column: 2, value: { kind: 'problem', problem: 'formula', shown: '3' } },
    { row: 3, column: 2, value: { kind: 'problem', problem: 'formula', shown: '4' } },
  ])
})

test('formulas the library does not know are seen too: tables of data, shared ones without a first, bare ones', async () => {
  const sheetData =
    '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2"/><v>7</v></c><c r="B1" t="str"><f t="shared" si="4"/><v>嘘</v></c>' +
    '<c r="C1"><f>1/0</f></c></row>'
  expect(await valuesOf(rawZip(rawBook({ sheetData })))).toEqual([
    { kind: 'problem', problem: 'formula', shown: '7' },
    { kind: 'problem', problem: 'formula', shown: '嘘' },
    { kind: 'problem', problem: 'formula', shown: '' },
  ])
})

test('an error value is a problem with its sign', async () => {
  expect(await valuesOf(await written([{ error: '#N/A' }]))).toEqual([
    { kind: 'problem', problem: 'error-value', shown: '#N/A' },
  ])
})

test('rich text and links are read as their words', async () => {
  const rich = { richText: [{ text: 'こども' }, { font: { bold: true }, text: '課' }] }
  const link = { text: '市のページ', hyperlink: 'https://example.jp/' }
  expect(await valuesOf(await written([rich, link]))).toEqual([
    { kind: 'text', text: 'こども課' },
    { kind: 'text', text: '市のページ' },
  ])
})

test('the reading that Japanese programs keep with a word is not part of the word', async () => {
  const strings =
    '<si><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si>' +
    '<si><r><t>道</t></r><r><t>路</t></r><rPh sb="0" eb="2"><t>ドウロ</t></rPh></si>'
  const sheetData =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>' +
    '<c r="C1" t="inlineStr"><is><t>橋</t><rPh sb="0" eb="1"><t>ハシ</t></rPh></is></c></row>'
  expect(await valuesOf(rawZip(rawBook({ sheetData, strings })))).toEqual(
    ['課', '道路', '橋'].map((text) => ({ kind: 'text', text })),
  )
})

test('days are days of the calendar, also in Japanese formats that the file does not spell out', async () => {
  const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="57" applyNumberFormat="1"/></cellXfs>'
  const sheetData = '<row r="1"><c r="A1" s="1"><v>46113</v></c><c r="B1" s="0"><v>46113</v></c></row>'
  expect(await valuesOf(rawZip(rawBook({ sheetData, styles })))).toEqual([
    { kind: 'day', day: '2026-04-01' },
    { kind: 'number', number: 46113 },
  ])
  expect(await valuesOf(await written([new Date('2026-04-01T00:00:00Z')]))).toEqual([
    { kind: 'day', day: '2026-04-01' },
  ])
  const iso = '<row r="1"><c r="A1" t="d"><v>2026-04-01</v></c></row>'
  expect(await valuesOf(rawZip(rawBook({ sheetData: iso })))).toEqual([{ kind: 'text', text: '2026-04-01' }])
})

test('merged cells are told by their range, empty cells and rows are left out', async () => {
  const bytes = await written(['上', null, null, '下'], (sheet) => sheet.mergeCells('A1:B2'))
  const { rows, merged } = await firstSheet(bytes)
  expect(merged).toEqual(['A1:B2'])
  expect(rows.flat().map(({ row, column }) => [row, column])).toEqual([
    [1, 1],
    [4, 1],
  ])
})

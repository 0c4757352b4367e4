import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { unitBook } from '../core/workbook/write-unit-book.ts'
import { bookOf, known } from './cases/returned-book.ts'

const besides = [{ sheetId: 'rs_0000000001', topic: '市民の声', words: '3件\n「=歩道が狭い」' }]

test('it is a form: ids hidden, answers open and the rest locked, lists, prompts, A4 with page numbers', async () => {
  const bytes = await writeWorkbook(unitBook({ ...bookOf(known()), besides }), {
    createdAt: new Date('2026-06-01'),
  })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer)
  expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['1 施策1', 'visible'],
    ['2 施策2', 'visible'],
    ['記入要領', 'visible'],
    ['参考', 'visible'],
    ['_meta', 'veryHidden'],
    ['選択肢', 'hidden'],
  ])
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('a sheet')
  expect(sheet.getColumn(1).hidden).toBe(true)
  const cellOf = (label: string) => {
    let found = 0
    sheet.eachRow((row) => {
      if (row.getCell(2).text.replace('※', '') === label) found = row.number
    })
    return sheet.getCell(found, 4)
  }
  expect(cellOf('目標値').protection).toMatchObject({ locked: false })
  expect(sheet.getCell(3, 4).protection).not.toMatchObject({ locked: false })
  expect(cellOf('指標の方向性').dataValidation).toMatchObject({ type: 'list', promptTitle: '書き方' })
  expect(cellOf('目標値').dataValidation).toMatchObject({
    type: 'custom',
    errorStyle: 'warning',
    formulae: [expect.stringMatching(/^OR\(AND\(ISNUMBER\(D\d+\),D\d+>=-1000000000000,.*="わからない"/)],
    promptTitle: '書き方',
  })
  expect(cellOf('目標年度（西暦）').dataValidation).toMatchObject({ type: 'list' })
  const beside = workbook.getWorksheet('参考') as ExcelJS.Worksheet
  expect(beside.getCell('A4').text).toBe('1 施策1')
  expect(beside.getCell('C4').text).toContain('「=歩道が狭い」')
  expect(beside.getCell('C4').protection).not.toMatchObject({ locked: false })
  expect((sheet as unknown as { sheetProtection: { sheet: boolean } }).sheetProtection.sheet).toBe(true)
  expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, printTitlesRow: '3:3' })
  expect(sheet.headerFooter.oddFooter).toContain('&P / &N')
})

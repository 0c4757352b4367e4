import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readLargeTable } from './read-large-table.ts'
import { rawBook, rawZip } from './test-books.ts'

async function bookOf(rows: (string | number | null | object)[][]) {
  const book = new ExcelJS.Workbook()
  const hidden = book.addWorksheet('控え')
  hidden.state = 'hidden'
  hidden.addRow(['x'])
  book.addWorksheet('表').addRows(rows)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

test('the first visible sheet is read with the numbers of its rows, blanks between cells kept', async () => {
  const read = readLargeTable(await bookOf([['表題'], [], ['市 & 町', null, 12.5, '<1>']]))
  expect(read).toEqual({
    rows: [
      { line: 1, cells: ['表題'] },
      { line: 3, cells: ['市 & 町', '', '12.5', '<1>'] },
    ],
  })
})

test('a formula is no value', async () => {
  const read = readLargeTable(await bookOf([[1, { formula: 'A1*2', result: 2 }]]))
  expect(read).toEqual({ rows: [{ line: 1, cells: ['1', '数式またはエラー'] }] })
})

test('what is no workbook, or has more than cells in it, is refused', () => {
  expect(readLargeTable(new TextEncoder().encode('a,b\n1,2\n'))).toMatchObject({
    problem: expect.stringContaining('CSV'),
  })
  const wicked = rawZip(rawBook({ sheetData: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }))
  expect(readLargeTable(wicked)).toHaveProperty('problem')
})

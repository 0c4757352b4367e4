import { expect, test } from 'vitest'
import { readWorkbook } from './read-workbook.ts'
import { type RawPart, rawBook, rawZip } from './test-books.ts'

const problemOf = async (bytes: Uint8Array) => (await readWorkbook(bytes)).problem
const problemWith = (...more: RawPart[]) => problemOf(rawZip(rawBook({ more })))
const oneCell = '<row r="1"><c r="A1"><v>1</v></c></row>'

test('a CSV under the name of a workbook is called a CSV, in UTF-8 and in Shift_JIS', async () => {
  const utf8 = new TextEncoder().encode('番号,施策名\r\n1,子育て\r\n')
  const cp932 = new Uint8Array([0x89, 0xdb, 0x2c, 0x8e, 0xba, 0x0d, 0x0a])
  for (const bytes of [utf8, cp932]) {
    expect(await problemOf(bytes)).toContain('この形式はExcelではなくCSVです')
  }
})

test('a page of HTML, a PDF and an empty file are told apart', async () => {
  expect(await problemOf(Buffer.from('<html><table></table></html>'))).toContain('HTML')
  expect(await problemOf(Buffer.from('%PDF-1.7'))).toContain('PDF')
  expect(await problemOf(new Uint8Array())).toBe('ファイルが空です')
})

test('an old workbook and one behind a password are told apart', async () => {
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  expect(await problemOf(Buffer.concat([ole, Buffer.alloc(512)]))).toContain('.xls')
  const encrypted = Buffer.concat([ole, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')])
  expect(await problemOf(encrypted)).toContain('パスワード')
  expect(await problemWith({ name: 'xl/x.xml', content: 'x', flags: 1 })).toContain('パスワード')
})

test('macros are refused, links to other files are told and not followed', async () => {
  expect(await problemWith({ name: 'xl/vbaProject.bin', content: 'x' })).toContain('マクロ')
  expect(await problemWith({ name: 'xl/macrosheets/sheet1.xml', content: '<x/>' })).toContain('マクロ')
  const linked = await readWorkbook(
    rawZip(rawBook({ more: [{ name: 'xl/externalLinks/externalLink1.xml', content: '<x/>' }] })),
  )
  expect(linked).toMatchObject({ notes: [expect.stringContaining('別のファイルへのリンク')] })
})

test('a file inside the file is refused, whatever its name', async () => {
  const inner = rawZip([{ name: 'a.txt', content: 'a' }])
  expect(await problemWith({ name: 'xl/media/image1.png', content: inner })).toContain('埋め込まれています')
})

test('names that lead out of the folder, and two parts of one name, are refused', async () => {
  expect(await problemWith({ name: '../evil.xml', content: 'x' })).toContain('外のフォルダー')
  expect(await problemWith({ name: '/etc/x', content: 'x' })).toContain('外のフォルダー')
  expect(await problemWith({ name: 'XL/workbook.xml', content: 'x' })).toContain('壊れている')
})

test('a bomb is refused by its declared sizes, by its ratio, by its number of parts', async () => {
  const big = { name: 'xl/a.xml', content: new Uint8Array(4 * 1024 * 1024) }
  expect(await problemWith(big)).toContain('大きすぎます')
  expect(await problemWith({ name: 'xl/a.xml', content: 'x', declaredBytes: 4_000_000_000 })).toContain(
    '大きすぎます',
  )
  const many = Array.from({ length: 2_001 }, (_, at) => ({ name: `xl/p${at}.xml`, content: '' }))
  expect(await problemWith(...many)).toContain('大きすぎます')
})

test('a bomb that hides its size is stopped while it is unpacked', async () => {
  const parts = rawBook({ sheetData: ' '.repeat(80 * 1024 * 1024) })
  const lying = parts.map((part) => (part.name.includes('sheet1') ? { ...part, declaredBytes: 5_000 } : part))
  const before = process.memoryUsage().rss
  expect(await problemOf(rawZip(lying))).toContain('書かれた大きさと合いません')
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
})

test('parts that share their bytes are refused', async () => {
  const parts = rawBook({ sheetData: oneCell, more: [{ name: 'xl/b.xml', content: 'x', sharesBytesOf: 2 }] })
  expect(await problemOf(rawZip(parts))).toContain('壊れている')
})

test('a file cut short, and one whose cells are no XML, give a sentence and no error', async () => {
  const whole = rawZip(rawBook({ sheetData: oneCell }))
  expect(await problemOf(whole.subarray(0, whole.length - 30))).toContain('壊れている')
  expect(await problemOf(rawZip(rawBook({ sheetData: '<row r="1"><c r="A1"><v>1</row>' })))).toContain(
    '壊れている',
  )
  expect(
    await problemOf(rawZip(rawBook({ sheetData: '<row r="1"><c r="A1" t="s"><v>9</v></c></row>' }))),
  ).toContain('壊れている')
})

test('entities are never expanded', async () => {
  const parts = rawBook({ sheetData: oneCell }).map((part) =>
    part.name.includes('sheet1')
      ? { ...part, content: `<!DOCTYPE x [<!ENTITY a "b">]>${part.content}` }
      : part,
  )
  expect(await problemOf(rawZip(parts))).toContain('読めません')
})

test('a million empty rows, and formats to the last column, cost neither time nor memory', async () => {
  const rows: string[] = [oneCell]
  for (let row = 2; row <= 1_000_000; row += 1) rows.push(`<row r="${row}" spans="1:5" ht="13.5"/>`)
  const after =
    '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>' +
    '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>'
  const bytes = rawZip(rawBook({ sheetData: rows.join(''), after }))
  rows.length = 0
  const before = process.memoryUsage().rss
  const start = performance.now()
  const read = await readWorkbook(bytes)
  expect(performance.now() - start).toBeLessThan(10_000)
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
  expect(read).toMatchObject({ sheets: [{ rows: [[{ row: 1, column: 1 }]], merged: ['A1:XFD1048576'] }] })
})

test('too many cells, and cells far to the right, are told with the sheet', async () => {
  const cells = Array.from(
    { length: 300_001 },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
  )
  expect(await problemOf(rawZip(rawBook({ sheetData: cells.join('') })))).toContain(
    'シート「表」：データのあるセルが300,000',
  )
  expect(
    await problemOf(rawZip(rawBook({ sheetData: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }))),
  ).toContain('右の列')
})

import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { encodeCp932 } from '#src/lib/csv/encode-cp932.ts'
import { rawBook, rawZip } from '#src/platform/office/test-books.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { hasLibreOffice, resavedByLibreOffice } from '#test/libre-office.ts'
import { checkedBook } from '../core/workbook/checked-book.ts'
import { acceptedChanges, mergeBook, type TakeInReport } from '../core/workbook/merge-book.ts'
import { splitBook } from '../core/workbook/split-book.ts'
import {
  bookOf,
  type Edit,
  edited,
  known,
  lineAfter,
  readOf,
  reportOf,
  sheetOf,
  typing,
  withAnswer,
  written,
} from './cases/returned-book.ts'
import { readBook } from './read-book-work.ts'

/** Files that are more or less than one workbook of one unit, and what is sent back to be mended. */

test('a formula is never a value, nor is an error: each is told with what to do', async () => {
  expect(await lineAfter('目標値', { formula: '40+45', result: 85 })).toMatchObject({
    kind: 'problem',
    words: expect.stringContaining('値の貼り付け'),
  })
  expect(await lineAfter('目標値', { error: '#REF!' })).toMatchObject({
    kind: 'problem',
    words: expect.stringContaining('#REF!'),
  })
})

test('two units in one file are parted by their ids, a row without one goes with its page', async () => {
  const other = { ...sheetOf(3), unitId: 'ou_0000000009' }
  const both = known({ sheets: [sheetOf(1), other] })
  const bytes = await edited(
    (workbook, cellOf) => {
      cellOf('目標値', 1).value = 85
      cellOf('目標値', 2).value = 95
      const page = workbook.worksheets[1] as ExcelJS.Worksheet
      page.getCell(Number(cellOf('課題', 2).row), 1).value = null
    },
    await written(both),
  )
  const unitOf = new Map(both.sheets.map(({ id, unitId }) => [id, unitId]))
  const parts = splitBook(await readOf(bytes), unitOf)
  const changes = [...parts].map(([unitId, part]) => {
    const own = both.sheets.filter((sheet) => sheet.unitId === unitId)
    const merged = mergeBook(part, known({ sheets: own }))
    return [unitId, merged.problem === undefined ? merged.lines.map(({ value }) => value) : merged.problem]
  })
  expect(changes).toEqual([
    ['ou_0000000001', ['85']],
    ['ou_0000000009', ['95']],
  ])
})

test('without the column of the ids, a page goes to the sheet its record names, and its rows are matched by their labels', async () => {
  const bytes = await edited((workbook, cellOf) => {
    cellOf('課題').value = '人手が足りない'
    for (const page of workbook.worksheets.slice(0, 2)) page.spliceColumns(1, 1)
  })
  const read = await readOf(bytes)
  const unitOf = new Map(known().sheets.map(({ id, unitId }) => [id, unitId]))
  expect([...splitBook(read, unitOf).keys()]).toEqual(['ou_0000000001'])
  const { lines } = await reportOf(bytes)
  expect(lines.filter(({ kind }) => kind === 'change')).toMatchObject([
    { label: '課題', inFile: '人手が足りない', words: expect.stringContaining('項目の名前で照合') },
  ])
})

test('two files for one sheet: the second is a conflict where the first said otherwise; in one file it is an error', async () => {
  const [first, second] = [85, 95].map((value) => edited(typing('目標値', value)))
  const taken = acceptedChanges(await reportOf((await first) as Uint8Array)).get('rs_0000000001') ?? {}
  const after = await reportOf((await second) as Uint8Array, withAnswer(taken))
  expect(after.lines).toMatchObject([{ kind: 'conflict', now: '85', inFile: '95' }])
  const twice = await edited((workbook, cellOf) => {
    const page = workbook.worksheets[0] as ExcelJS.Worksheet
    const own = page.getRow(Number(cellOf('目標値').row))
    for (const column of [1, 2]) page.getCell(80, column).value = own.getCell(column).value
    page.getCell(80, 4).value = 95
  })
  expect((await reportOf(twice)).lines).toMatchObject([
    { kind: 'problem', label: '目標値', words: expect.stringContaining('違う内容で2回') },
  ])
})

test('a page saved as CSV is read, in UTF-8 and CP932, and takes nothing unseen: it has no record', async () => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(await edited(typing('目標値', 85))).buffer)
  const buffer = await workbook.csv.writeBuffer({ sheetName: workbook.worksheets[0]?.name ?? '' })
  const text = new TextDecoder().decode(new Uint8Array(buffer))
  for (const bytes of [new TextEncoder().encode(`\uFEFF${text}`), encodeCp932(text).bytes]) {
    const report = await reportOf(bytes)
    expect(report.lines).toMatchObject([
      { kind: 'conflict', label: '目標値', inFile: '85', needsChoice: true },
    ])
    expect(report.missingSheets).toEqual(['施策2'])
  }
})

test('what cannot be read is refused with a sentence that says what to do', async () => {
  const problemOf = async (bytes: Uint8Array) => (await readBook(bytes)).problem
  const ole = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
  ])
  expect(await problemOf(ole)).toContain('.xls')
  expect(await problemOf(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toContain(
    'パスワード',
  )
  const macro = rawZip(rawBook({ more: [{ name: 'xl/vbaProject.bin', content: 'x' }] }))
  expect(await problemOf(macro)).toContain('マクロ')
  const bomb = rawZip(rawBook({ more: [{ name: 'xl/a.xml', content: 'x', declaredBytes: 4_000_000_000 }] }))
  expect(await problemOf(bomb)).toContain('大きすぎます')
  expect(await problemOf(new Uint8Array(10 * 1024 * 1024 + 1))).toContain('10MBまで')
  expect(await problemOf(new TextEncoder().encode('番号,施策名\r\n1,子育て\r\n'))).toContain('CSV')
})

const messy: Edit = (_, cellOf) => {
  cellOf('目標値').value = '約80'
  cellOf('課題').value = '人手が足りない'
  cellOf('指標の方向性').value = '下げる'
}

async function requestOf(bytes: Uint8Array) {
  const book = checkedBook(bookOf(known()), await readOf(bytes), await reportOf(bytes))
  return writeWorkbook(book, { createdAt: new Date('2026-06-01') })
}

test('確認のお願い: one line a cell with what was read and how to mend it, a comment at the cell, good cells stay to be taken', async () => {
  const request = await requestOf(await edited(messy))
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(request).buffer)
  const [first, page] = workbook.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet]
  const rows: string[][] = []
  first.eachRow((row, at) => {
    if (at > 3) rows.push([2, 3, 4, 6].map((column) => row.getCell(column).text))
  })
  expect(rows).toEqual([
    [
      'D19',
      '指標の方向性',
      '下げる',
      '「下げる」は一覧にありません。増やす、減らす、維持する から選んでください',
    ],
    ['D30', '目標値', '約80', '「約80」は数として読めません。80 のように数だけを入れてください'],
  ])
  for (const [cell = '', , , words] of rows) expect(JSON.stringify(page.getCell(cell).note)).toContain(words)
  const report = await reportOf(request)
  expect(acceptedChanges(report).get('rs_0000000001')).toEqual({ issues: '人手が足りない' })
})

test.skipIf(!hasLibreOffice)(
  'all of it survives LibreOffice: the same report of the same file (needs soffice)',
  async () => {
    const bytes = await edited((workbook, cellOf) => {
      messy(workbook, cellOf)
      cellOf('基準年度（西暦）').value = '令和5年'
      cellOf('関係課').value = null
      cellOf('現状').value = 'ひとつに'
      workbook.worksheets[1]?.spliceRows(Number(cellOf('課題', 2).row), 1)
      cellOf('目標値', 2).value = { formula: '40+45', result: 85 }
      cellOf('基準値', 2).value = '1,200人'
    })
    const gist = ({ lines, missingCount }: TakeInReport) => [
      missingCount,
      ...lines.map(({ kind, label, inFile, value, words }) => [kind, label, inFile, value, words]),
    ]
    const before = await reportOf(bytes)
    expect(before.lines.length).toBeGreaterThan(6)
    expect(gist(await reportOf(resavedByLibreOffice(bytes)))).toEqual(gist(before))
  },
  120_000,
)

import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { hasLibreOffice, resavedByLibreOffice } from '#test/libre-office.ts'
import { tableText } from '../core/fields.ts'
import { sheetTemplates } from '../core/sheet-templates.ts'
import type { RequestRound, RequestSheet } from '../core/sheets.ts'
import { checkedBook } from '../core/workbook/checked-book.ts'
import type { Known } from '../core/workbook/known-sheets.ts'
import { mergeBook, type TakeInReport } from '../core/workbook/merge-book.ts'
import { unitBook } from '../core/workbook/write-unit-book.ts'
import { readBook } from './read-book-work.ts'

const fields = [
  ...sheetTemplates.target,
  ...sheetTemplates.situation.map((field) => ({ ...field, id: `s-${field.id}` })),
]
const reference = { id: 'measure', label: '関係する施策', kind: 'item' as const, isRequired: false }
const round: RequestRound = {
  id: 'rr_0000000001',
  title: '依頼 & 照会',
  sheetType: 'target',
  usedFor: '素案',
  fields: [...fields, reference],
  dueOn: '2026-06-30',
  sentAt: '2026-06-01T00:00:00.000Z',
  revision: 1,
}
const answers = {
  'desired-state': '=元気\n1-1',
  target: '80.5',
  'target-year': '2027',
  direction: '増やす',
  measure: 'me_0000000001',
  's-continuation': tableText([['健診', '継続', '法定のため']]),
}
const sheets = [1, 2].map(
  (at): RequestSheet => ({
    id: `rs_000000000${at}`,
    roundId: round.id,
    unitId: 'ou_0000000001',
    subjectId: `me_000000000${at}`,
    subject: `健康/づくり ${at}`,
    state: 'sent',
    answers,
    remarks: [],
    dueOn: '2026-06-30',
    revision: 1,
  }),
)
const references = { item: [{ id: 'me_0000000001', label: '1-1 子育て' }], indicator: [] }
const known: Known = { round, sheets, references, municipalityCode: '082350', key: '鍵' }
const origin = {
  municipalityCode: '082350',
  roundId: round.id,
  unitId: 'ou_0000000001',
  exportedAt: '2026-06-01T00:00:00.000Z',
}
const besides = sheets.map(({ id }) => ({
  sheetId: id,
  topic: '市民の声',
  words: '3件（要望 3）。割合を表す数ではありません。\n「=歩道が狭い」',
}))
const written = () =>
  writeWorkbook(unitBook({ ...known, unitName: '健康増進課', origin, besides }), {
    createdAt: new Date('2026-06-01'),
  })

async function reportOf(bytes: Uint8Array): Promise<TakeInReport> {
  const read = await readBook(bytes)
  if (read.problem !== undefined) throw new Error(read.problem)
  const merged = mergeBook(read.book, known)
  if (merged.problem !== undefined) throw new Error(merged.problem)
  return merged
}

const clean = { lines: [], missingCount: 0, missingSheets: [], unchangedCount: 2 * round.fields.length }

test('a workbook goes out and comes back without a change', async () => {
  expect(await reportOf(await written())).toMatchObject(clean)
})

test.skipIf(!hasLibreOffice)(
  'saved by LibreOffice it still comes back without a change (needs soffice)',
  async () => {
    expect(await reportOf(resavedByLibreOffice(await written()))).toMatchObject(clean)
  },
  120_000,
)

test.skipIf(!hasLibreOffice)(
  'edited and saved by LibreOffice, only the edits come back (needs soffice)',
  async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Uint8Array.from(await written()).buffer)
    const [first, second] = workbook.worksheets
    first?.eachRow((row) => {
      const label = row.getCell(2).text.replace('※', '')
      if (label === '目標値') row.getCell(4).value = 85
      if (label === '基準値') row.getCell(4).value = '約80'
      if (label === '課題')
        row.getCell(4).value = { richText: [{ text: '人手が' }, { font: { bold: true }, text: '足りない' }] }
    })
    second?.insertRow(5, [])
    const edited = new Uint8Array(await workbook.xlsx.writeBuffer())
    const report = await reportOf(resavedByLibreOffice(edited))
    expect(report.lines.map(({ kind, label, inFile }) => [kind, label, inFile])).toEqual([
      ['change', '課題', '人手が足りない'],
      ['problem', '基準値', '約80'],
      ['change', '目標値', '85'],
    ])
  },
  120_000,
)

type Edit = (sheet: ExcelJS.Worksheet, cellOf: (label: string) => ExcelJS.Cell) => void

async function edited(bytes: Uint8Array, edit: Edit, name = '1 健康・づくり 1'): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer)
  const sheet = workbook.getWorksheet(name) as ExcelJS.Worksheet
  edit(sheet, (label) => {
    let found = 0
    sheet.eachRow((row) => {
      if (row.getCell(2).text.replace('※', '') === label) found = row.number
    })
    return sheet.getCell(found, 4)
  })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** What the section gets back with 「確認のお願い」. */
async function checked(bytes: Uint8Array): Promise<Uint8Array> {
  const read = await readBook(bytes)
  if (read.problem !== undefined) throw new Error(read.problem)
  const book = checkedBook({ ...known, unitName: '健康増進課', origin }, read.book, await reportOf(bytes))
  return writeWorkbook(book, { createdAt: new Date('2026-06-01') })
}

/** A mess: a word for a number, a formula, a list left, a merged cell, a row that is nobody's, a stray table cell. */
const messy: Edit = (sheet, cellOf) => {
  cellOf('基準値').value = '約80'
  cellOf('目標値').value = { formula: '1+1', result: 2 }
  cellOf('指標の方向性').value = '上げる'
  cellOf('課題').value = '人手が足りない'
  cellOf('めざす姿').value = ''
  sheet.mergeCells(cellOf('現状').address, cellOf('課題').address)
  sheet.getCell('A60').value = 'rs_zzzzzzzzzz/x'
  sheet.getCell('B60').value = '知らない項目'
  sheet.getCell('D60').value = '書いた'
}
const gist = ({ lines }: TakeInReport) =>
  lines.map(({ kind, sheetId, fieldId, label, inFile, words, needsChoice }) => ({
    kind,
    sheetId,
    fieldId,
    label,
    inFile,
    words,
    needsChoice,
  }))

test('the copy with 「確認のお願い」 holds what the file held: returned as it is, it is reported the same', async () => {
  expect(await reportOf(await checked(await written()))).toMatchObject(clean)
  const returned = await edited(await written(), messy)
  const before = await reportOf(returned)
  const again = await reportOf(await checked(returned))
  const isReadable = ({ sheetId, words }: { sheetId: string; words: string }) =>
    sheetId !== '' && !words.startsWith('数式')
  expect(before.lines.length).toBeGreaterThan(4)
  expect(gist(again)).toEqual(gist(before).filter(isReadable))
})

test('the copy lists every question on its first sheet and has a comment at the cell; mended, the question is gone', async () => {
  const returned = await edited(await written(), messy)
  const copy = await checked(returned)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(copy).buffer)
  const [first, answers] = workbook.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet]
  expect(first.name).toBe('確認のお願い')
  const rows: string[][] = []
  first.eachRow((row, at) => {
    if (at > 3) rows.push([1, 2, 3, 4, 6].map((column) => row.getCell(column).text))
  })
  const asked = (await reportOf(returned)).lines.filter(
    ({ kind, needsChoice }) => kind === 'problem' || needsChoice,
  )
  expect(rows).toHaveLength(asked.length)
  const baseline = rows.find(([, , label]) => label === '基準値') ?? []
  expect(baseline).toEqual([
    '1 健康・づくり 1',
    expect.stringMatching(/^D\d+$/),
    '基準値',
    '約80',
    expect.any(String),
  ])
  const note = answers.getCell(baseline[1] ?? '').note
  expect(JSON.stringify(note)).toContain('「約80」は数として読めません')
  expect(answers.getCell(baseline[1] ?? '').text).toBe('約80')
  expect(rows.map(([, , label]) => label)).toContain('知らない項目')
  const mended = await edited(copy, (_, cellOf) => {
    cellOf('基準値').value = 80
  })
  const lines = (await reportOf(mended)).lines.filter(({ label }) => label === '基準値')
  expect(lines).toMatchObject([{ kind: 'change', value: '80' }])
})

test.skipIf(!hasLibreOffice)(
  'the copy saved by LibreOffice is still read (needs soffice)',
  async () => {
    const copy = await checked(await edited(await written(), messy))
    const report = await reportOf(resavedByLibreOffice(copy))
    expect(gist(report)).toEqual(gist(await reportOf(copy)))
  },
  120_000,
)

import type ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { acceptedChanges, choiceName } from '../core/workbook/merge-book.ts'
import {
  edited,
  fields,
  known,
  lineAfter,
  reportOf,
  round,
  typing,
  withAnswer,
  written,
} from './cases/returned-book.ts'

/** Every case of a returned cell, row or sheet that is known to happen, each with the bytes of a real workbook. */

test('clean: nothing changed, every field counted', async () => {
  const all = 2 * fields.length
  expect(await reportOf(await written())).toMatchObject({ lines: [], unchangedCount: all, missingCount: 0 })
})

test('stale: one side is taken, the same on both is none, both differently is a conflict shown with both', async () => {
  expect(await lineAfter('目標値', 85)).toMatchObject({
    kind: 'change',
    now: '80',
    inFile: '85',
    cell: 'D30',
  })
  expect((await reportOf(await written(), withAnswer({ target: '90' }))).lines).toEqual([])
  expect(await lineAfter('目標値', 90, withAnswer({ target: '90' }))).toBeUndefined()
  const conflict = await lineAfter('目標値', 85, withAnswer({ target: '90' }))
  expect(conflict).toMatchObject({ kind: 'conflict', needsChoice: true, now: '90', inFile: '85' })
})

test('another form since: fields that are left are taken, an answer to one that is gone is named, never taken', async () => {
  const bytes = await edited((_, cellOf) => {
    cellOf('課題').value = '人手が足りない'
    cellOf('目標値').value = 85
  })
  const newer = known({ round: { ...round, fields: fields.filter(({ id }) => id !== 'issues') } })
  const report = await reportOf(bytes, newer)
  expect(report.lines.map(({ kind, label }) => [kind, label])).toEqual([
    ['change', '目標値'],
    ['problem', '課題'],
    ['problem', '課題'],
  ])
  expect(report.lines[1]).toMatchObject({
    inFile: '人手が足りない',
    words: expect.stringContaining('新しい様式にない'),
  })
  expect(acceptedChanges(report).get('rs_0000000001')).toEqual({ target: '85' })
})

test('changed ids are matched by sheet and label, else named; a forged record makes a conflict', async () => {
  const bytes = await edited((workbook, cellOf) => {
    const issues = cellOf('課題')
    issues.value = '人手'
    const page = workbook.worksheets[0] as ExcelJS.Worksheet
    page.getCell(Number(issues.row), 1).value = 'こわれた'
    page.getCell('A70').value = 'rs_zzzzzzzzzz/x'
    page.getCell('B70').value = '知らない項目'
    page.getCell('D70').value = '書いた'
  })
  expect((await reportOf(bytes)).lines).toMatchObject([
    { kind: 'change', label: '課題', words: expect.stringContaining('項目の名前で照合') },
    {
      kind: 'problem',
      label: '知らない項目',
      inFile: '書いた',
      words: expect.stringContaining('照合できない行'),
    },
  ])
  const forged = await edited((workbook, cellOf) => {
    cellOf('目標値').value = 85
    workbook.getWorksheet('_meta')?.eachRow((row) => {
      if (row.getCell(2).text === 'rs_0000000001/target') row.getCell(4).value = '0000000000000000'
    })
  })
  expect((await reportOf(forged)).lines).toMatchObject([{ kind: 'conflict', label: '目標値' }])
})

test('merged cells: the first is read, the covered ones are not given, and the address is said', async () => {
  const bytes = await edited((workbook, cellOf) => {
    const [from, to] = [cellOf('現状').address, cellOf('課題').address]
    cellOf('現状').value = 'ひとつに'
    workbook.worksheets[0]?.mergeCells(from, to)
  })
  const report = await reportOf(bytes)
  expect(report.lines).toMatchObject([{ kind: 'change', label: '現状', inFile: 'ひとつに' }])
  expect(report.notes[0]).toMatch(/結合したセル（D\d+:D\d+）/)
})

test('a row, a column or a sheet that is gone is unchanged, never a deletion', async () => {
  const bytes = await edited((workbook, cellOf) => {
    const page = workbook.worksheets[0] as ExcelJS.Worksheet
    page.spliceRows(Number(cellOf('課題').row), 1)
    page.spliceColumns(3, 1)
    workbook.removeWorksheet(workbook.worksheets[1]?.id ?? 0)
  })
  const report = await reportOf(bytes)
  expect(report).toMatchObject({ lines: [], missingSheets: ['施策2'] })
  expect(report.missingCount).toBe(fields.length + 1)
  const noAnswers = await edited((workbook) => workbook.worksheets[0]?.spliceColumns(4, 1))
  const withoutAnswers = await reportOf(noAnswers)
  expect(withoutAnswers.lines).toEqual([])
  expect(withoutAnswers.notes[0]).toContain('「回答」の列がありません')
})

test('a column of a table that is gone leaves its cells as they were', async () => {
  const table = JSON.stringify([['歩数', '歩', '増やす', '10', '20', '傾向']])
  const of = withAnswer({ 'more-indicators': table })
  const bytes = await edited((workbook) => workbook.worksheets[0]?.spliceColumns(6, 1), await written(of))
  expect((await reportOf(bytes, of)).lines).toEqual([])
})

test('a blanked cell is 消去, and of a required field only when confirmed', async () => {
  expect(await lineAfter('関係課', null)).toMatchObject({ kind: 'clear', needsChoice: false, now: '道路課' })
  const required = await reportOf(await edited(typing('目標値', null)))
  expect(required.lines).toMatchObject([{ kind: 'clear', needsChoice: true }])
  expect(acceptedChanges(required).size).toBe(0)
  const chosen = new Set(required.lines.map(choiceName))
  expect(acceptedChanges(required, chosen).get('rs_0000000001')).toEqual({ target: '' })
})

test('a text pasted over a list: a unique match is taken and said, any other is an error that names the list', async () => {
  expect(await lineAfter('指標の方向性', '減 らす')).toMatchObject({
    kind: 'change',
    value: '減らす',
    words: '「減 らす」を「減らす」と読みました',
  })
  const wrong = await lineAfter('指標の方向性', '下げる')
  expect(wrong).toMatchObject({ kind: 'problem' })
  expect(wrong?.words).toContain('増やす、減らす、維持する')
})

test.each([
  ['1,200人', '1200'],
  ['△3', '-3'],
  ['▲3', '-3'],
  ['３．５', '3.5'],
])('a number as text: %s is read as %s, and that is said', async (typed, value) => {
  const line = await lineAfter('目標値', typed)
  expect(line).toMatchObject({ kind: 'change', value })
  expect(line?.words).toContain(`「${typed}」を ${value} と読みました`)
})

test.each(['約80', '80〜90', '1.234.567', '80と90'])(
  '%s is no number, and the report says how to write it',
  async (typed) => {
    expect(await lineAfter('目標値', typed)).toMatchObject({
      kind: 'problem',
      words: `「${typed}」は数として読めません。80 のように数だけを入れてください`,
    })
  },
)

test.each<[ExcelJS.CellValue, string]>([
  ['令和5年', '2023'],
  ['R5', '2023'],
  ['2023/4/1', '2023'],
  ['2021/3/31', '2020'],
  [new Date(Date.UTC(2024, 2, 31)), '2023'],
  [2021, '2021'],
])('a year as %s is read as the fiscal year %s', async (typed, value) => {
  const bytes = await edited((_, cellOf) => {
    const cell = cellOf('基準年度（西暦）')
    cell.value = typed
    if (typed instanceof Date) cell.style = { ...cell.style, numFmt: 'yyyy/m/d' }
  })
  expect((await reportOf(bytes)).lines).toMatchObject([{ kind: 'change', value }])
})

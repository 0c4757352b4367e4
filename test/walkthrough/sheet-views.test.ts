import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { firstOfficer } from './office.ts'
import { colleagueIn } from './sheets-office.ts'
import type { Visitor } from './visitor.ts'

/** The answers of a round as lists, and as a paper for a body. */

let town: Town
let officer: Visitor

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
})
afterAll(() => town.close())

const roundOf = async (sheetType: string) => {
  const { id } = await town.db
    .selectFrom('requestRounds')
    .select('id')
    .where('sheetType', '=', sheetType)
    .executeTakeFirstOrThrow()
  return `/staff/sheets/rounds/${id}`
}

test('issues in the same words, new projects and costs by year are seen at one place', async () => {
  const round = await roundOf('situation')
  await officer.open(`${round}/views`)
  expect(officer.words).toMatch(/課題の重なり（[1-9]/)
  expect(officer.words).toContain('返納した')
  await officer.open(`${round}/views?view=changes`)
  expect(officer.words).toContain('移動支援の新しい事業（架空）')
  await officer.open(`${round}/views?view=costs`)
  expect(officer.words).toContain('7,200')
  await officer.follow('CSVで保存する')
  expect(new TextDecoder().decode(officer.bytes)).toContain('合計,6,14400')
  await officer.open(`${await roundOf('hearing')}/views`)
  expect(officer.words).toContain('この依頼には、一覧にできる項目がありません')
})

test('the approved answers are put together as lists, and made a paper of the committee with number and day', async () => {
  const round = await roundOf('target')
  await officer.open(round)
  await officer.follow('取りまとめの一覧')
  expect(officer.words).toMatch(/施策一覧（[1-9]\d*）/)
  await officer.follow('CSVで保存する')
  expect(officer.headers.get('content-type')).toContain('text/csv')
  expect(new TextDecoder().decode(officer.bytes)).toContain('めざす姿')
  await officer.open(`${round}/views`)
  await officer.follow('専門部会・策定委員会の資料にする')
  await officer.press('Excelで保存する', { 資料番号: '資料2-1', 資料の日付: '7月' })
  expect(officer.status).toBe(422)
  expect(officer.fieldValue('資料番号')).toBe('資料2-1')
  const bodies = officer.all('select[name="bodyId"] option')
  const committee = bodies.find((one) => one.textContent?.includes('（策定委員会）'))
  const typed = { 会議体: committee?.getAttribute('value') ?? '', 資料の日付: '2026-07-15' }
  await officer.press('Excelで保存する', typed)
  const paper = new ExcelJS.Workbook()
  await paper.xlsx.load(Uint8Array.from(officer.bytes).buffer)
  expect(paper.worksheets.map(({ name }) => name).slice(0, 2)).toEqual(['資料について', '施策一覧'])
  expect(paper.worksheets[0]?.getCell('A1').text).toContain('資料2-1')
  expect(paper.worksheets[0]?.getCell('A2').text).toContain('令和8年7月15日')
  expect(paper.worksheets[0]?.getCell('A2').text).toContain('見本（架空）')
})

test('a section sees its own sheets only and makes no paper', async () => {
  const round = await roundOf('situation')
  const { unitId } = await town.db
    .selectFrom('requestSheets')
    .select('unitId')
    .where('roundId', '=', round.split('/').at(-1) ?? '')
    .orderBy('order', 'desc')
    .executeTakeFirstOrThrow()
  const editor = await colleagueIn(String(unitId), officer, { name: '入力 一郎', role: 'section-editor' })
  await editor.open(`${round}/views?view=changes`)
  expect(editor.status).toBe(200)
  expect(editor.words).toContain('新規か廃止とされた事業は、ありません')
  await editor.open(`${round}/views/paper`)
  expect(editor.status).toBe(403)
})

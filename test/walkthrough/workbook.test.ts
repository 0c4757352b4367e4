import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { firstOfficer } from './office.ts'
import type { Visitor } from './visitor.ts'

/** The plan as an Excel workbook: saved, changed in Excel, looked at, taken in. */

let town: Town
let officer: Visitor
let workbookPage = ''

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
})
afterAll(() => town.close())

type Edit = (workbook: ExcelJS.Workbook) => void

/** The workbook as the officer has it after editing in Excel. */
async function edited(edit: Edit): Promise<File> {
  await officer.open(`${workbookPage}.xlsx`)
  expect(officer.headers.get('content-type')).toContain('spreadsheetml')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(officer.bytes).buffer)
  edit(workbook)
  return new File([await workbook.xlsx.writeBuffer()], '直したもの.xlsx')
}

async function upload(file: File) {
  await officer.open(workbookPage)
  await officer.press('何が変わるか確かめる', { 直したブック: file })
}

/** The cell of a row (1 is the first below the headings) under a heading. */
function cellOf(
  workbook: ExcelJS.Workbook,
  sheet: string,
  place: [row: number, heading: string],
): ExcelJS.Cell {
  const worksheet = workbook.getWorksheet(sheet)
  const headings = worksheet?.getRow(3).values as string[]
  const found = worksheet?.getRow(3 + place[0]).getCell(headings.indexOf(place[1]))
  if (!found) throw new Error(`${sheet} ${place}`)
  return found
}

test('the workbook opens in Excel as it was saved: nothing to take in', async () => {
  await officer.follow('体系と施策')
  await officer.follow('Excelで直す')
  workbookPage = officer.path
  await upload(await edited(() => undefined))
  expect(officer.status).toBe(200)
  expect(officer.words).toContain('取り込むものがありません')
})

test('a wrong unit and a formula are told by sheet and cell, and nothing changes', async () => {
  const file = await edited((workbook) => {
    cellOf(workbook, '体系', [2, '主管課']).value = 'どこにもない課'
    cellOf(workbook, '指標', [1, '目標値']).value = { formula: '1+1', result: 2 }
  })
  await upload(file)
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('取り込めません（2件）。何も変えていません。')
  expect(officer.words).toMatch(/体系\s*M5\s*「どこにもない課」という課はありません/)
  expect(officer.words).toMatch(/指標\s*\S+4\s*数式が入っています/)
})

test('a file that is no workbook is refused in words', async () => {
  await upload(new File(['番号,名前\n1,健康'], '計画.xlsx'))
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('この形式はExcelではなくCSVです')
})

test('what she changed is shown in sentences and taken in', async () => {
  const file = await edited((workbook) => {
    cellOf(workbook, '体系', [2, '名前']).value = '健康を支えるまちづくり'
    cellOf(workbook, '体系', [2, '重点']).value = '○'
  })
  await upload(file)
  expect(officer.words).toMatch(/施策名を「.+」から「健康を支えるまちづくり」に改めました/)
  await officer.press('件の変更を取り込む')
  expect(officer.words).toContain('健康を支えるまちづくり')
  await upload(await edited(() => undefined))
  expect(officer.words).toContain('取り込むものがありません')
})

test('when somebody else changed the plan after the look, nothing is taken in before another look', async () => {
  const file = await edited((workbook) => {
    cellOf(workbook, '体系', [3, '名前']).value = '途中で変わった計画'
  })
  await upload(file)
  const colleague = officer.tab()
  await colleague.open(workbookPage.replace('/workbook', ''))
  await colleague.follow('改名：健康を支えるまちづくり')
  await colleague.press('改める', { 名前: '健康を支えるまち' })
  await officer.press('件の変更を取り込む')
  expect(officer.status).toBe(409)
  expect(officer.words).toContain('まだ何も取り込んでいません')
  await officer.open(workbookPage.replace('/workbook', ''))
  expect(officer.words).not.toContain('途中で変わった計画')
})

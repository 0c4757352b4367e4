import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { openTown, type Town } from '#test/town.ts'
import { firstOfficer, setUpTwoSteps } from './office.ts'
import type { Visitor } from './visitor.ts'
import { Visitor as Person } from './visitor.ts'

/** A round of sheets to the departments: sent, answered in Excel and on screen, approved, returned, accepted. */

let town: Town
let officer: Visitor
let editor: Visitor
let head: Visitor
let round = ''
let sheet = ''
let unitId = ''

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
})
afterAll(() => town.close())

const dueOn = () => tokyoDay(new Date(Date.now() + 20 * 86_400_000))

/** A colleague of the unit that is asked. */
async function colleague(name: string, role: string): Promise<Visitor> {
  await officer.open('/staff/accounts/new')
  const box = officer.all(`input[value="${role}"]`)[0]?.getAttribute('name') ?? ''
  const typed = { 氏名: name, メールアドレス: `${role}@example.jp`, 所属: unitId }
  await officer.pressWith('つくる', typed, { [box]: role })
  const person = new Person(town.address)
  await person.open(/\/sign-in\/link\/[\w-]+/.exec(officer.html)?.[0] ?? '')
  const password = `四つの川と橋の名前を並べる${name}`
  await person.press('決めて、始める', { パスワード: password })
  expect(person.path).toBe('/staff')
  if (role === 'section-approver') await setUpTwoSteps(person, password)
  return person
}

test('a round is made for every measure with a lead unit, prefilled from the plan, and looked at before it is sent', async () => {
  await officer.open('/staff/sheets/new')
  const typed = { 依頼の名前: '目標値の依頼', 回答の使いみち: '素案', 回答期限: dueOn() }
  await officer.press('つくる（まだ送りません）', { ...typed, 回答の使いみち: '' })
  expect(officer.status).toBe(422)
  await officer.press('つくる（まだ送りません）', typed)
  round = officer.path.split('?')[0] ?? ''
  expect(officer.words).toContain('まだ送っていません')
  const cell = officer.all('.sb-cell')[0]
  sheet = cell?.getAttribute('href') ?? ''
  const excel = officer.all('a').find((one) => one.textContent?.startsWith('Excelで出す'))
  unitId = excel?.getAttribute('href')?.split('/').at(-1) ?? ''
  editor = await colleague('入力 一郎', 'section-editor')
  head = await colleague('課長 二子', 'section-approver')
})

test('the section sees its sheets only after they were sent', async () => {
  await editor.open(sheet)
  expect(editor.status).toBe(404)
  await officer.open(round)
  await officer.press('依頼を送る')
  await editor.open('/staff/sheets')
  expect(editor.words).toContain('自分の課のシート')
  await editor.open(sheet)
  expect(editor.status).toBe(200)
  expect(editor.fieldValue('めざす姿')).not.toBe('')
})

/** The workbook with some answers typed over in Excel. */
async function edited(typed: Record<string, string>): Promise<File> {
  await editor.open(`${round}/units/${unitId}/workbook.xlsx`)
  expect(editor.headers.get('content-type')).toContain('spreadsheetml')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(editor.bytes).buffer)
  workbook.worksheets[0]?.eachRow((row) => {
    const own = typed[row.getCell(2).text]
    if (own !== undefined && row.number > 3) row.getCell(4).value = own
  })
  return new File([await workbook.xlsx.writeBuffer()], '回答.xlsx')
}

async function upload(file: File) {
  await editor.open(`${round}/units/${unitId}`)
  await editor.press('内容を確かめる', { 書いたExcel: file })
}

test('a workbook returned as it was saved changes nothing', async () => {
  await upload(await edited({}))
  expect(editor.words).toContain('取り込む0件')
})

test('a workbook is reported by sheet and cell, and only its good cells become a draft', async () => {
  await upload(
    await edited({ 目標値: '約80', 基準値: '１，２００人', 事務局への連絡: 'よろしくお願いします' }),
  )
  expect(editor.words).toContain('「約80」は数として読めません')
  expect(editor.words).toContain('1200 と読みました')
  await editor.press('件を下書きに取り込む')
  expect(editor.path).toBe(`${round}?notice=imported`)
  const first = editor.all('.sb-cell')[0]?.getAttribute('href') ?? ''
  sheet = first
  await editor.open(sheet)
  expect(editor.fieldValue('基準値')).toBe('1200')
})

test('what changed on screen after the export is a conflict and is not overwritten', async () => {
  const file = await edited({ 事務局への連絡: 'Excelで直した' })
  await editor.open(sheet)
  await editor.press('下書きを保存する', { 事務局への連絡: '画面で直した' })
  await upload(file)
  expect(editor.words).toContain('衝突')
  expect(editor.words).toContain('画面で直した')
  expect(editor.words).toContain('Excelで直した')
  await editor.open(sheet)
  expect(editor.fieldValue('事務局への連絡')).toBe('画面で直した')
})

test('the head approves; the editor cannot, and then nobody of the section can change it', async () => {
  await editor.open(sheet)
  expect(editor.words).not.toContain('承認して回答する')
  const filled = {
    めざす姿: '元気',
    課題: '人手',
    指標名: '受診率',
    目標値: '85',
    目標値の設定根拠: '国の目標',
  }
  await editor.press('下書きを保存する', filled)
  expect(editor.status).toBe(200)
  await head.open(sheet)
  await head.press('承認して回答する')
  expect(head.words).toContain('回答済')
  await editor.open(sheet)
  expect(editor.all('textarea')).toEqual([])
})

test('the secretariat returns one field; only that one opens; then it accepts', async () => {
  await officer.open(sheet)
  await officer.press('差し戻す', { 新しい回答期限: dueOn(), '指摘：目標値': '根拠と合いません' })
  expect(officer.words).toContain('差戻し')
  await editor.open(sheet)
  expect(editor.words).toContain('要修正：根拠と合いません')
  await editor.press('下書きを保存する', { 目標値: '80' })
  await head.open(sheet)
  await head.press('承認して回答する')
  await officer.open(sheet)
  expect(officer.words).toContain('回答2')
  await officer.press('受理する')
  await officer.open(round)
  expect(officer.words).toMatch(/受理 ?1／/)
})

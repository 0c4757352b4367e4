import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeZip } from '#src/platform/office/write-zip.ts'
import { openTown, type Town } from '#test/town.ts'
import { firstOfficer } from './office.ts'
import { byLibreOffice, colleagueIn, dueOn, typedOver, until } from './sheets-office.ts'
import type { Visitor } from './visitor.ts'

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
  editor = await colleagueIn(unitId, officer, { name: '入力 一郎', role: 'section-editor' })
  head = await colleagueIn(unitId, officer, { name: '課長 二子', role: 'section-approver' })
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

async function edited(typed: Record<string, string>, added?: string): Promise<File> {
  await editor.open(`${round}/units/${unitId}/workbook.xlsx`)
  expect(editor.headers.get('content-type')).toContain('spreadsheetml')
  return typedOver(editor.bytes, typed, added)
}

async function upload(file: File) {
  await editor.open(`${round}/units/${unitId}`)
  await editor.press('内容を確かめる', { 書いたExcel: file })
}

test('a workbook says what is known beside its fields; returned as it was saved, it changes nothing', async () => {
  const saved = await edited({})
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await saved.arrayBuffer())
  const said = workbook.getWorksheet('参考')?.getColumn(2).values
  expect(said).toEqual(expect.arrayContaining(['目標値の妥当性', '必要な速さ', '市民の声']))
  await upload(saved)
  expect(editor.words).toContain('取り込む0件')
})

test('a workbook is reported by sheet and cell, and only its good cells become a draft', async () => {
  const typed = { 目標値: '約80', 基準値: '１，２００人', 事務局への連絡: 'よろしくお願いします' }
  await upload(await byLibreOffice(await edited(typed)))
  expect(editor.words).toContain('「約80」は数として読めません')
  expect(editor.words).toContain('1200 と読みました')
  const report = editor.tab()
  await report.open(editor.all('a[href*="checked.xlsx"]')[0]?.getAttribute('href') ?? '')
  const checked = new ExcelJS.Workbook()
  await checked.xlsx.load(Uint8Array.from(report.bytes).buffer)
  expect(checked.worksheets[0]?.name).toBe('確認のお願い')
  expect(checked.worksheets[0]?.getCell('D4').text).toBe('約80')
  await editor.press('件を下書きに取り込む')
  expect(editor.path).toBe(`${round}?notice=imported`)
  const first = editor.all('.sb-cell')[0]?.getAttribute('href') ?? ''
  sheet = first
  await editor.open(sheet)
  expect(editor.fieldValue('基準値')).toBe('1200')
}, 120_000)

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
  await upload(file)
  const choice = editor.all('input[name="choose"]')[0]?.getAttribute('value') ?? ''
  await editor.pressWith('選んだものを下書きに取り込む', {}, { choose: choice })
  await editor.open(sheet)
  expect(editor.fieldValue('事務局への連絡')).toBe('Excelで直した')
})

test('a row that matches nothing is assigned to a field by hand, compared, and only then taken in', async () => {
  await upload(await edited({}, '行を足して書いた'))
  expect(editor.words).toContain('照合できない行')
  const option = editor
    .all('select[name="assign"] option')
    .find((one) => one.textContent === '事務局への連絡')
  const assign = option?.getAttribute('value') ?? ''
  await editor.pressWith('割り当てて、もう一度確かめる', {}, { assign })
  expect(editor.words).toContain('手で割り当てた行です')
  expect(editor.words).toContain('Excelで直した')
  await editor.press('1件を下書きに取り込む')
  await editor.open(sheet)
  expect(editor.fieldValue('事務局への連絡')).toBe('行を足して書いた')
})

test('the target is looked at in plain sentences, and nothing keeps it from being saved', async () => {
  await editor.open(sheet)
  await editor.press('保存せずに、目標値の妥当性を見る', { 目標値: '99999' })
  expect(editor.status).toBe(200)
  expect(editor.words).toContain('目標に届くには')
  expect(editor.fieldValue('目標値')).toBe('99999')
  await editor.open(sheet)
  expect(editor.fieldValue('目標値')).not.toBe('99999')
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
  const said = { 意見の項目: 'rationale', だれの意見か: '策定委員会', 意見: '国の目標の年度を' }
  await officer.press('意見を加える', said)
  await officer.press('受理する', {})
  expect(officer.status).toBe(422)
  const amended = {
    目標値の設定根拠: '国の目標（令和9年度）',
    '理由・経過': '年度を加えた',
    決めた会議: '策定委員会',
  }
  await officer.press('直して、記録する', amended)
  expect(officer.words).toContain('年度を加えた')
  await officer.press('受理する')
  await officer.open(round)
  expect(officer.words).toMatch(/受理 ?1／/)
  await officer.follow('回収の状況をExcelで保存する')
  const board = new ExcelJS.Workbook()
  await board.xlsx.load(Uint8Array.from(officer.bytes).buffer)
  expect(board.worksheets.map(({ name }) => name).slice(0, 2)).toEqual(['課ごと', 'シートごと'])
  expect(board.worksheets[0]?.getCell('A2').text).toMatch(/^一度も回答していない課/)
})

test('accepted sheets become a proposed change of the plan, are taken in as one step and undone as one', async () => {
  await officer.open(`${round}/compilation`)
  expect(officer.words).toContain('計画への変更案（まだ反映していません）')
  expect(officer.words).toMatch(/目標の(引上げ|引下げ|変更|設定)1件/)
  await officer.press('計画に反映する')
  expect(officer.words).toContain('反映の記録')
  await officer.press('この反映を取り消す')
  expect(officer.words).toContain('に取り消し')
})

test('many workbooks come back in one ZIP, are reported by unit, and each is taken whole', async () => {
  await officer.open(round)
  const links = officer.all('a').filter((one) => one.textContent?.startsWith('Excelで出す'))
  const others = links.map((one) => one.getAttribute('href') ?? '').filter((href) => !href.endsWith(unitId))
  const parts = []
  for (const [at, href] of others.slice(0, 2).entries()) {
    await officer.open(`${href}/workbook.xlsx`)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Uint8Array.from(officer.bytes).buffer)
    workbook.worksheets[0]?.eachRow((row) => {
      if (row.getCell(2).text === '事務局への連絡') row.getCell(4).value = `まとめて ${at}`
    })
    parts.push({ name: `課${at}.xlsx`, content: new Uint8Array(await workbook.xlsx.writeBuffer()) })
  }
  const zip = writeZip([...parts, { name: 'メモ.txt', content: new TextEncoder().encode('x') }])
  await officer.open(`${round}/upload`)
  await officer.press('内容を確かめる', { 課から戻ったExcel: new File([zip.slice()], '全課.zip') })
  const address = officer.path
  await until(async () => {
    await officer.open(address)
    return officer.words.includes('確かめた結果')
  })
  expect(officer.words).toContain('2件を下書きに取り込む')
  await officer.press('2件を下書きに取り込む')
  expect(officer.words).toContain('2冊の2件を下書きに取り込みました')
  await editor.open(address)
  expect(editor.status).toBe(403)
})

test('a template of the own fields is made on screen and sent; its table is filled and approved', async () => {
  await officer.open('/staff/sheets/templates')
  await officer.press('つくって、項目を決める', { ひな形の名前: '施設の調査' })
  await officer.press('加えて、くわしく決める', { 項目の名前: '施設', 答えの種類: 'table' })
  await officer.press('保存する', { '列（表のとき）': '名前\n面積（数）\n今後：残す・なくす' })
  expect(officer.words).toContain('表 5行（名前、面積（数）、今後：残す・なくす）')
  const template = officer.path.split('?')[0]?.split('/').at(-1) ?? ''
  await officer.open(`/staff/sheets/new?template=${template}`)
  const typed = { 依頼の名前: '施設の調査 第1回', 回答の使いみち: '資料', 回答期限: dueOn() }
  await officer.pressWith('つくる（まだ送りません）', typed, { units: unitId })
  await officer.press('依頼を送る')
  const own = officer.all('.sb-cell')[0]?.getAttribute('href') ?? ''
  await editor.open(own)
  const field = (editor.all('fieldset[id^="fd_"]')[0] as Element).getAttribute('id') ?? ''
  await editor.pressWith('下書きを保存する', {}, { [`${field}.0.0`]: '公民館', [`${field}.0.1`]: '広い' })
  expect(editor.status).toBe(422)
  expect(editor.words).toContain('1行目の「面積」')
  await editor.pressWith('下書きを保存する', {}, { [`${field}.0.1`]: '１，２００' })
  expect(editor.words).toContain('保存しました')
  await head.open(own)
  await head.press('承認して回答する')
  await officer.open(own)
  expect(officer.words).toContain('1200')
})

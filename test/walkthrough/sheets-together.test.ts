import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { firstOfficer } from './office.ts'
import { colleagueIn, dueOn } from './sheets-office.ts'
import type { Visitor } from './visitor.ts'

/** What a department does with all its sheets: more time asked for, text kept while typing, several approved at once. */

let town: Town
let officer: Visitor
let editor: Visitor
let head: Visitor
let unitId = ''
let round = ''
let sheets: { id: string; roundId: string; subject: string }[] = []

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
  const rows = await town.db
    .selectFrom('requestSheets')
    .select(['id', 'roundId', 'unitId', 'subject'])
    .where('state', 'in', ['sent', 'returned'])
    .orderBy('id')
    .execute()
  const byUnit = Map.groupBy(rows, (row) => String(row['unitId']))
  const [fullest] = [...byUnit].sort((a, b) => b[1].length - a[1].length)
  unitId = fullest?.[0] ?? ''
  sheets = (fullest?.[1] ?? []).map((row) => ({
    id: String(row['id']),
    roundId: String(row['roundId']),
    subject: String(row['subject']),
  }))
  round = `/staff/sheets/rounds/${sheets[0]?.roundId}`
  editor = await colleagueIn(unitId, officer, { name: '入力 一郎', role: 'section-editor' })
  head = await colleagueIn(unitId, officer, { name: '課長 二子', role: 'section-approver' })
})
afterAll(() => town.close())

test('a section asks for more time, the secretariat grants another day, and both read why', async () => {
  expect(sheets.length).toBeGreaterThan(1)
  await editor.open(`/staff/sheets/${sheets[0]?.id}`)
  await editor.follow('期限までに書けないとき')
  await editor.press('延長を求める', { 新しい期限: '昨日', 理由: '議会の対応のため' })
  expect(editor.status).toBe(422)
  expect(editor.fieldValue('理由')).toBe('議会の対応のため')
  await editor.press('延長を求める', { 新しい期限: dueOn(), 理由: '議会の対応のため' })
  expect(editor.words).toContain('返事を待っています')
  await officer.open(round)
  expect(officer.words).toContain('期限の延長を求めている課（1）')
  await officer.open(`${round}/units/${unitId}/extension`)
  await officer.press('延長する', { 理由: 'この日なら素案に間に合う' })
  await editor.open(`${round}/units/${unitId}/extension`)
  expect(editor.words).toContain('この日なら素案に間に合う')
  await editor.open(`${round}/units/ou_9999999999/extension`)
  expect(editor.status).toBe(404)
})

test('what is typed is kept ten seconds later, and opened again after the browser was closed', async () => {
  const sheet = `/staff/sheets/${sheets[0]?.id}`
  await editor.open(sheet)
  const field = editor.all('form[aria-label="回答"] textarea')[0]?.getAttribute('name') ?? ''
  await editor.pressWith('下書きを保存する', {}, { [field]: '書きかけの文', act: 'draft' })
  expect(JSON.parse(new TextDecoder().decode(editor.bytes))).toHaveProperty('savedAt')
  await head.open(sheet)
  expect(head.words).not.toContain('保存していない下書き')
  await editor.open(sheet)
  expect(editor.words).toContain('保存していない下書きがあります')
  expect(editor.html).not.toContain('書きかけの文')
  await editor.follow('下書きを開く')
  expect(editor.html).toContain('書きかけの文')
  await editor.press('下書きを保存する')
  expect(editor.words).not.toContain('保存していない下書き')
  expect(editor.html).toContain('書きかけの文')
})

test('the head approves several at once: which of them cannot be is said, and the others are approved together', async () => {
  await head.open('/staff/sheets')
  await head.follow('いくつかのシートをまとめて承認する')
  const boxes = () =>
    Object.fromEntries(
      head.all('input[name="sheet"]').map((box) => {
        const value = box.getAttribute('value') ?? ''
        return [value.split('/')[0] ?? '', value]
      }),
    )
  const before = boxes()
  await head.press('選んだシートを承認して回答する')
  expect(head.status).toBe(422)
  expect(head.words).toContain('承認するシートを選んでください')
  await head.pressWith('選んだシートを承認して回答する', {}, { sheet: `${sheets[0]?.id}/999` })
  expect(head.words).toContain('一覧を開いたあとに、ほかの人が保存しました')
  for (const { id } of sheets) {
    await editor.open(`/staff/sheets/${id}`)
    const filled = Object.fromEntries(
      editor
        .all('form[aria-label="回答"] textarea, form[aria-label="回答"] input[type="text"]')
        .filter((box) => !(box.getAttribute('value') ?? box.textContent))
        .map((box) => [box.getAttribute('name') ?? '', '事務局に相談']),
    )
    await editor.pressWith('下書きを保存する', {}, filled)
    expect(editor.path).toContain('notice=saved')
  }
  await head.open('/staff/sheets/approve')
  const after = boxes()
  expect(after).not.toEqual(before)
  const [first = '', second = ''] = sheets.map(({ id }) => id)
  await head.pressWith('選んだシートを承認して回答する', {}, { sheet: after[first] ?? '' })
  expect(head.words).toContain('1枚を承認しました')
  await editor.open(`/staff/sheets/${first}`)
  expect(editor.words).toContain('回答済')
  await head.open(`/staff/sheets/${second}`)
  expect(head.words).toContain('課長の承認')
})

test('a round is tried with one section first', async () => {
  await officer.open('/staff/sheets/new')
  const typed = { 依頼の名前: '試行', 回答の使いみち: '様式の確認', 回答期限: dueOn() }
  await officer.pressWith('つくる（まだ送りません）', typed, { units: unitId })
  expect(officer.words).toContain('1課に')
  expect(officer.words).toContain('記入する欄は全部で')
})

test('a sheet says where its measure stands in the plan, and what residents said of it', async () => {
  const asked = await town.db.selectFrom('requestSheets').select(['id', 'subjectId', 'subject']).execute()
  const opinions = await town.db
    .selectFrom('voiceOpinions')
    .select('aboutRef')
    .where('aboutRef', '!=', '')
    .execute()
  const spokenOf = new Set(opinions.map((one) => String(one['aboutRef']).split('/')[0]))
  const own = asked.find(({ subjectId }) => subjectId !== null && spokenOf.has(String(subjectId)))
  expect(own).toBeDefined()
  await officer.open(`/staff/sheets/${own?.['id']}`)
  expect(officer.words).toMatch(new RegExp(`体系\\d+ \\S+ ＞ \\d+-\\d+ ${own?.['subject']}`))
  expect(officer.words).toMatch(/市民の声.*声 \d+件。/)
})

test('a deadline on which the assembly sits is told before the round is sent, and hinders nothing', async () => {
  const [session] = await town.db
    .selectFrom('assemblySessions')
    .select(['name', 'endsOn'])
    .where('endsOn', '>', new Date().toISOString().slice(0, 10))
    .orderBy('endsOn')
    .execute()
  await officer.open('/staff/sheets/new?template=situation')
  const typed = { 依頼の名前: '議会中', 回答の使いみち: '様式の確認', 回答期限: String(session?.['endsOn']) }
  await officer.pressWith('つくる（まだ送りません）', typed, { units: unitId })
  expect(officer.words).toContain(`議会の会期中です（${session?.['name']}`)
  await officer.press('依頼を送る')
  expect(officer.words).not.toContain('まだ送っていません')
})

test('what a hearing left to be done becomes a task of the schedule', async () => {
  await officer.open('/staff/sheets/new?template=hearing')
  const typed = { 依頼の名前: 'ヒアリング', 回答の使いみち: '素案', 回答期限: dueOn() }
  await officer.pressWith('つくる（まだ送りません）', typed, { units: unitId })
  await officer.press('依頼を送る')
  const own = officer.all('.sb-cell')[0]?.getAttribute('href') ?? ''
  await editor.open(own)
  const record = { '出席者（職）': '課長、係長', 質疑: '根拠はどこか' }
  const homework = { 'homework.0.0': '根拠の年度を調べる', 'homework.0.2': '令和12年2月1日' }
  await editor.pressWith('下書きを保存する', record, homework)
  await editor.open(own)
  expect(editor.words).not.toContain('作業にする')
  await head.open(own)
  await head.press('承認して回答する')
  await officer.open(own)
  await officer.follow('作業にする')
  expect(officer.fieldValue('終わりの日')).toBe('2030-02-01')
  await officer.press('加える', { 始まりの日: '令和12年1月7日', 名前: '根拠の確認' })
  expect(officer.words).toContain('庁内のみ')
  await officer.follow('ヒアリングの宿題「根拠の年度を調べる」')
  expect(officer.words).toContain('工程の作業：根拠の確認 未着手 期限 令和12年2月1日')
  expect(officer.words).not.toContain('作業にする')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { Colleague, hire, morningOf, passwordOf } from './two-years.ts'

/** 組織改編 in the middle of a round: asked in March, answered in April by the unit that took the section over. */

let town: Town
let now = morningOf('2026-03-23')
let officer: Colleague
let round = ''
let sheet = ''
let old = ''
let torn = ''

beforeAll(async () => {
  town = await openTown({ clock: () => now })
  officer = new Colleague(town.address, 'hanako@example.jp', passwordOf('企画 花子'))
  const person = { 氏名: '企画 花子', メールアドレス: 'hanako@example.jp' }
  await officer.begin(town.link ?? '', 'アカウントをつくって、始める', person, now)
}, 60_000)
afterAll(() => town.close())

async function colleague(name: string, email: string, role: string, unitId: string) {
  await officer.come(now)
  return hire(officer, { name, email, role, unitId }, now)
}

/** The reorganization of the first of April, prepared in March. */
async function reorganize(form: string, unit: string, typed: Record<string, string>) {
  await officer.open(`/staff/organization/reorganization?on=2026-04-01&form=${form}&unit=${unit}`)
  await officer.pressWith('を用意する', {}, { unit, ...typed })
  expect(officer.path).toContain('notice=reorganized')
}

const heirOf = async (name: string) =>
  ((await town.db.selectFrom('organizationUnits').select('id').where('name', '=', name).executeTakeFirst())
    ?.id as string | undefined) ?? ''

test('in March a round goes out, a section begins to answer, and its renaming is prepared', async () => {
  await officer.open('/staff/sheets/new')
  await officer.press('つくる（まだ送りません）', {
    依頼の名前: '年度をまたぐ依頼',
    回答の使いみち: '素案',
    回答期限: '2026-04-20',
  })
  round = officer.path.split('?')[0] ?? ''
  sheet = officer.all('.sb-cell')[0]?.getAttribute('href') ?? ''
  const books = officer.all('a').filter((one) => one.textContent?.startsWith('Excelで出す'))
  const asked = books.map((one) => one.getAttribute('href')?.split('/').at(-1) ?? '')
  ;[old = '', torn = ''] = asked
  await officer.press('依頼を送る')
  const editor = await colleague('入力 一郎', 'ichiro@example.jp', 'section-editor', old)
  await editor.open(sheet)
  await editor.press('下書きを保存する', { めざす姿: '三月に書いた姿' })
  expect(editor.status).toBe(200)
  await reorganize('renamed', old, { 'name-1': 'みらい課' })
  const [roads, rivers] = [
    { 'name-1': '道の課', 'scope-1': '道' },
    { 'name-2': '川の課', 'scope-2': '川' },
  ]
  await reorganize('split', torn, { ...roads, ...rivers })
})

test('in April the heir has it among its sheets, completes it, and its head approves', async () => {
  const heir = await heirOf('みらい課')
  const editor = await colleague('新任 三郎', 'saburo@example.jp', 'section-editor', heir)
  await editor.open(sheet)
  expect(editor.status).toBe(404)
  now = morningOf('2026-04-01')
  await editor.come(now)
  await editor.open('/staff/sheets')
  expect(editor.words).toContain('自分の課のシート')
  expect(editor.html).toContain(sheet)
  await editor.open(sheet)
  expect(editor.fieldValue('めざす姿')).toBe('三月に書いた姿')
  await editor.press('下書きを保存する', {
    課題: '人手',
    指標名: '受診率',
    目標値: '85',
    目標値の設定根拠: '国の目標',
  })
  const head = await colleague('課長 四子', 'yoko@example.jp', 'section-approver', heir)
  await head.open('/staff/sheets/approve')
  expect(head.html).toContain(sheet)
  await head.open(sheet)
  await head.press('承認して回答する')
  expect(head.words).toContain('回答済')
  expect(head.words).toContain('みらい課（旧：')
})

test('nothing is lost: each value has its author, also of the section that is no more', async () => {
  const names = new Map(
    (await town.db.selectFrom('user').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  )
  const sheetId = sheet.split('/').at(-1) ?? ''
  const entries = await town.db
    .selectFrom('sheetAnswerEntries')
    .select(['value', 'writtenBy'])
    .where('sheetId', '=', sheetId)
    .execute()
  const authorOf = (value: string) =>
    names.get(entries.find((entry) => entry['value'] === value)?.['writtenBy'] as string)
  expect(authorOf('三月に書いた姿')).toBe('入力 一郎')
  expect(authorOf('国の目標')).toBe('新任 三郎')
  const [submission] = await town.db
    .selectFrom('sheetSubmissions')
    .select(['answers', 'approvedById'])
    .where('sheetId', '=', sheetId)
    .execute()
  expect(submission?.['answers']).toContain('三月に書いた姿')
  expect(names.get(submission?.['approvedById'] as string)).toBe('課長 四子')
})

test('a section that took nothing over finds nothing of it', async () => {
  const units = await town.db
    .selectFrom('organizationUnits')
    .select('id')
    .where('validTo', 'is', null)
    .execute()
  const heir = await heirOf('みらい課')
  const strange = units.find(({ id }) => id !== heir)?.['id'] as string
  const stranger = await colleague('他課 五郎', 'goro@example.jp', 'section-editor', strange)
  for (const path of [sheet, `${round}/units/${old}/workbook.xlsx`, `${round}/units/${old}/extension`]) {
    await stranger.open(path)
    expect([path, stranger.status]).toEqual([path, 404])
  }
})

test('of a section that was split the secretariat names who takes each sheet over; until then nobody has it', async () => {
  const heir = await heirOf('川の課')
  const editor = await colleague('川田 六子', 'mutsuko@example.jp', 'section-editor', heir)
  await officer.open('/staff/sheets')
  expect(officer.words).toContain('引き継ぐ課が決まっていないシートが')
  await officer.follow('年度をまたぐ依頼')
  await officer.open(round)
  const choice = officer.all('select[name^="to "]')[0]?.getAttribute('name') ?? ''
  const given = officer.all('form[action="#ownerless"] th a')[0]?.getAttribute('href') ?? ''
  const count = officer.all('select[name^="to "]').length
  expect(officer.words).toContain(`引き継ぐ課が決まっていないシート（${count}）`)
  expect(officer.words).toContain('決まっていませんExcelで出す')
  await editor.open(given)
  expect(editor.status).toBe(404)
  await officer.press('引き継ぐ課を決める')
  expect([officer.status, officer.words.includes('1枚以上のシートで選んでください')]).toEqual([422, true])
  const second = officer.tab()
  await second.open(round)
  await officer.pressWith('引き継ぐ課を決める', {}, { [choice]: heir })
  expect(officer.status).toBe(200)
  expect(officer.all('select[name^="to "]')).toHaveLength(count - 1)
  await editor.open(given)
  expect(editor.status).toBe(200)
  expect(editor.words).toContain('川の課')
  const other = officer.all('select[name^="to "]')[0]?.getAttribute('name') ?? ''
  const roads = await heirOf('道の課')
  await second.pressWith('引き継ぐ課を決める', {}, { [choice]: roads, [other]: roads })
  expect(second.status).toBe(409)
  expect(second.words).toMatch(/まだ何も引き継いでいません：「.+」（いまの課：川の課）/)
  expect(second.all('select[name^="to "]')).toHaveLength(count - 1)
  const kept = second.all('select[name^="to "] option[selected]').map((one) => one.getAttribute('value'))
  expect(kept).toEqual([roads])
  await second.press('引き継ぐ課を決める')
  expect(second.all('select[name^="to "]')).toHaveLength(Math.max(0, count - 2))
})

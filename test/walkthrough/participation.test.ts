import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { colleagueOf, firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/**
 * A resident writes one sentence at a table in 谷和原, and finds the page that says what became of it. Nobody runs a script.
 */

let town: Town
let officer: Visitor
let publisher: Visitor
let clerk: Visitor
let keeper: Visitor
let session = ''

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
  publisher = await colleagueOf(officer, { name: '公開 公子', email: 'kimiko@example.jp', role: 'publisher' })
  clerk = await colleagueOf(officer, { name: '入力 律子', email: 'ritsuko@example.jp', role: 'entry-clerk' })
  keeper = await colleagueOf(officer, {
    name: '個人 守',
    email: 'mamoru@example.jp',
    role: 'privacy-officer',
  })
})
afterAll(() => town.close())

test('a world café is prepared with questions of another town, and refused at the field when times are wrong', async () => {
  await officer.open('/staff/sessions/new')
  const typed = {
    種類: 'world-cafe',
    問いの型: 'mima',
    名前: '谷和原のワールドカフェ',
    開催の日: '令和8年7月12日',
    始まりの時刻: '14時',
    終わりの時刻: '13時30分',
    場所: '谷和原公民館',
    会場の地区: '谷和原',
  }
  await officer.press('つくる', typed)
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('終わりの時刻は、始まりより後にしてください')
  expect(officer.fieldValue('名前')).toBe('谷和原のワールドカフェ')
  await officer.press('つくる', { ...typed, 終わりの時刻: '16:00' })
  session = officer.path.split('?')[0] ?? ''
  expect(officer.words).toContain('10年後住みよいまちに必要なことは')
  await officer.follow('進行とテーブルを直す')
  await officer.press('テーブルを加える', { テーブルの名前: '谷和原の席' })
  expect(officer.words).toContain('テーブル（1卓）')
  await officer.open(session)
  await officer.press('予定を公開する')
})

test('seats are drawn without a name; signs, slips and numbered cards are printed', async () => {
  await officer.open(`${session}/plan`)
  await officer.press('テーブルを加える', { テーブルの名前: '' })
  await officer.open(session)
  await officer.follow('席割り')
  await officer.press('席を引く', { '参加する人（1行に1人）': '谷和原 30代\n山田花子さん' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('2行目：「山田花子さん」は')
  expect(officer.fieldValue('参加する人（1行に1人）')).toContain('谷和原 30代')
  await officer.press('席を引く', { '参加する人（1行に1人）': '谷和原 30代 ×3\n谷和原 A\n谷和原 A\n―' })
  expect(officer.words).toContain('席（6人・1回目のくじ）')
  for (const file of ['seats.pdf', 'cards.pdf', 'invitation.docx', 'preparation.docx', 'feedback.pdf']) {
    await officer.open(`${session}/${file}`)
    expect([file, officer.status]).toEqual([file, 200])
  }
  await clerk.open(`${session}/seats`)
  expect(clerk.status).toBe(403)
})

test('the calendar tells everybody what, when, where and how', async () => {
  const resident = new Visitor(town.address)
  await resident.open('/participation')
  await resident.follow('谷和原のワールドカフェ')
  expect(resident.words).toContain('令和8年7月12日 14:00〜16:00')
  expect(resident.words).toContain('結果は、まだ公開されていません')
  await resident.open('/participation/calendar.ics')
  expect(new TextDecoder().decode(resident.bytes)).toContain('DTSTART:20260712T050000Z')
})

const cards = [
  '集会所の前の道に灯りがほしい',
  '=HYPERLINK("http://evil.example","見て")',
  '<script>alert(1)</script>\u202e🌾𠮷野屋の角',
]

test('a clerk keys in paper cards without reading those of others', async () => {
  await clerk.open(`${session}/add`)
  const step = clerk.all('select[name="stepId"] option')[1]?.getAttribute('value') ?? ''
  const table = clerk.all('select[name="tableId"] option')[1]?.getAttribute('value') ?? ''
  const [first, ...others] = cards
  await clerk.pressWith(
    '分かれ方を確かめる',
    {},
    { stepId: step, tableId: table, letters: `・${first}\n${others.join('\n')}` },
  )
  expect(clerk.words).toContain('3件に分かれます')
  await clerk.press('3件を書き込む')
  expect(clerk.words).toContain('3件を書き込みました')
  await clerk.pressWith(
    '分かれ方を確かめる',
    {},
    { stepId: step, letters: '2-7 ベンチがほしい\n1-3 もう一度' },
  )
  expect(clerk.status).toBe(422)
  expect(clerk.words).toContain('1-3は、すでに書き込まれています')
  await clerk.pressWith('分かれ方を確かめる', {}, { stepId: step, letters: '2-7 ベンチがほしい' })
  await clerk.press('1件を書き込む')
  await clerk.open(`${session}/board`)
  expect(clerk.status).toBe(403)
})

test('cards are sorted under headings and counted; who is late is told and loses nothing', async () => {
  await officer.open(`${session}/board`)
  expect(officer.html).not.toContain('<script>alert')
  const other = officer.tab()
  await other.open(officer.path)
  await officer.press('票を足す')
  await officer.press('この見出しへ移す', { 見出し: '夜道' })
  expect(officer.words).toMatch(/夜道 ?1枚・1票/)
  await other.pressWith('保存する', {}, { text: '直した文' })
  expect(other.status).toBe(409)
  expect(other.html).toContain('直した文')
  await officer.open(`${session}/notes.xlsx`)
  expect(officer.headers.get('content-type')).toContain('spreadsheetml')
  await officer.open(`${session}/report.pdf`)
  expect(new TextDecoder('latin1').decode(officer.bytes.slice(0, 5))).toBe('%PDF-')
})

test('the cards become voices, one is masked by one person and released by another', async () => {
  await officer.open(session)
  await officer.press('4件を市民の声に入れる')
  await officer.press('結果を保存する', { 参加した人の数: '31', これからの進め方: '施策に結び付けます。' })
  await officer.open(`/staff/voices?words=集会所の前の道`)
  await officer.follow('集会所の前の道に灯りがほしい')
  const code = officer.all('input[name="code"]')[0]?.getAttribute('value') ?? ''
  await officer.pressWith('分類を保存する', { 種別: 'request' }, { code })
  await officer.press('個人情報を確かめた')
  await publisher.open(officer.path.split('?')[0] ?? '')
  await publisher.press('決める', { 公開するか: 'public' })
  await officer.open(session)
  expect(officer.words).not.toContain('結果を公開する')
  await publisher.open(session)
  await publisher.press('結果を公開する')
})

test('she finds her card by table and number, with the measure it went to; the others are only counted', async () => {
  const resident = new Visitor(town.address)
  const page = session.replace('/staff/sessions', '/participation')
  await resident.open(page)
  expect(resident.words).toContain('付箋 n＝4件（公募・自由提出）。うち1件の文を載せています。')
  expect(resident.words).toContain('1-1')
  expect(resident.words).toContain('集会所の前の道に灯りがほしい')
  expect(resident.html).not.toContain('evil.example')
  expect(resident.all('#note-2-7')[0]?.textContent).toContain('文は載せていません')
  expect(resident.html).not.toContain('ベンチがほしい')
  await resident.follow('4-3 公共交通')
  expect(resident.path).toMatch(/^\/plan\/items\/me_/)
  await resident.open(`${page}/notes.csv`)
  expect(new TextDecoder().decode(resident.bytes)).not.toContain('HYPERLINK')
  await resident.open(`${page}/report.pdf`)
  expect(resident.status).toBe(200)
  await resident.open(`${session}/board`)
  expect(resident.path).toContain('/sign-in')
})

test('questions of the briefings stand open for everybody until they are answered', async () => {
  const resident = new Visitor(town.address)
  await resident.open('/participation')
  await resident.follow('説明会の質問と回答')
  expect(resident.words).toContain('質問 8件：回答待ち 6件、回答済み 2件')
  expect(resident.words).toContain('小学校の増築の時期を示してほしい')
  expect(resident.words).toContain('決める前に、あらためて説明会を開きます')
})

test('a request that was made before is counted; a number that leads nowhere is told at its field', async () => {
  await officer.open('/staff/voices/requests')
  await officer.follow('十字路のカーブミラーを昨年に続き要望する')
  const earlier = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}/.exec(officer.words)?.[0] ?? ''
  await officer.open('/staff/voices/requests')
  await officer.follow('集会所前の十字路にカーブミラーを設置してほしい')
  await officer.press('保存する', { 前の要望の受付番号: '2222' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('受付番号は 7K3Q-9XM4-T7 の形で書いてください')
  await officer.press('保存する', { 前の要望の受付番号: earlier.toLowerCase(), 回答の期限: '令和9年1月31日' })
  expect(officer.words).toContain('同じ要望の2回目です')
  await officer.open('/staff/voices/requests')
  expect(officer.words).toContain('2回目')
})

test('what leads to no measure, measures without voices and the saturation of codes stand on one page', async () => {
  await officer.open('/staff/voices/coverage')
  expect(officer.words).toMatch(/意見 n＝\d+件のうち\d+件/)
  expect(officer.words).toMatch(/\d+の施策のうち\d+。/)
  expect(officer.words).toContain('地区の違い（V）')
  expect(officer.all('figure svg title')[0]?.textContent).toBe('意見の数と分類の種類')
  await publisher.open('/staff/voices/coverage')
  expect(publisher.status).toBe(200)
  await clerk.open('/staff/voices/coverage')
  expect(clerk.status).toBe(403)
})

test('two people order that words go on their day, one may end it; the voices are written out as a file', async () => {
  await officer.open('/staff/voices/retention')
  await officer.press('期限を決める', { 経路: 'request', 期限: '5' })
  await officer.press('自動廃棄を申し出る')
  expect(officer.words).toContain('申し出た人とは別の、個人情報取扱の人が決めます')
  await keeper.open('/staff/voices/retention')
  await keeper.press('自動廃棄を取り決める')
  expect(keeper.words).toContain('毎朝8時すぎに廃棄され、記録が残ります')
  await officer.open('/staff/voices/retention')
  await officer.press('自動廃棄をやめる')
  expect(officer.words).toContain('2人で取り決めることができます')
  await officer.open('/staff/voices/export')
  await officer.press('公開用のファイルを書き出す')
  const file = new TextDecoder().decode(officer.bytes)
  expect(JSON.parse(file)).toMatchObject({ schema: 'shirube-voice/1' })
  expect(file).toContain('集会所の前の道に灯りがほしい')
  expect(file).not.toContain('ベンチがほしい')
  await keeper.open('/staff/voices/export')
  expect(keeper.status).toBe(403)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/** What people of a session agree with, where a request is about, and the city's own words. Nobody runs a script. */

let town: Town
let officer: Visitor
beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
})
afterAll(() => town.close())

test('paper ballots are keyed in, a wrong line is told, and groups are found', async () => {
  await officer.open('/staff/sessions/new')
  await officer.press('つくる', { 種類: 'world-cafe', 名前: '投票の会', 開催の日: '令和8年7月12日' })
  const session = officer.path.split('?')[0] ?? ''
  await officer.follow('考えへの賛否（投票）')
  await officer.press('考えを保存する', { '賛否を聞く考え（1行に1つ）': '昼のバスを増やす\n橋をかける' })
  const paper = '1回目の用紙（1行に1人）'
  await officer.press('1回目を保存する', { [paper]: '1 ○×\n2 ○×○' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('2行目：しるしが3あります。考えは2です')
  expect(officer.fieldValue(paper)).toContain('1 ○×')
  const other = officer.tab()
  await other.open(`${session}/votes`)
  const lines = Array.from({ length: 10 }, (_, at) => `${at + 1} ${at < 5 ? '○×' : '×○'}`)
  await officer.press('1回目を保存する', { [paper]: lines.join('\n') })
  expect(officer.words).toContain('グループA（5人）が、ほかより多く賛成した考え')
  expect(officer.words).toContain('1人の最後の答えだけを数える')
  await other.press('1回目を保存する', { [paper]: '1 ××' })
  expect(other.status).toBe(409)
  expect(other.fieldValue(paper)).toBe('1 ××')
  const mark = officer.all('input[type="radio"]')[0]?.getAttribute('name') ?? ''
  await officer.pressWith('1人分を加える', {}, { [mark]: 'agree' })
  expect(officer.words).toContain('投票した人 n＝11人')
  for (const file of ['votes.xlsx', 'ballot.pdf', 'ballot.docx', 'report.pdf']) {
    await officer.open(`${session}/${file}`)
    expect([file, officer.status]).toEqual([file, 200])
  }
})

test('everybody sees the result of a session with its way of counting, and no ballot', async () => {
  const resident = new Visitor(town.address)
  await resident.open('/participation')
  await resident.follow('10年後のまちを話すワールドカフェ')
  expect(resident.words).toContain('参加 22人、うち話した・書いた人 22人')
  expect(resident.words).toContain('投票した人 n＝22人')
  expect(resident.words).toContain('1人の最後の答えだけを数える')
  expect(resident.words).toContain('すべての回の答えを数える')
  expect(resident.all('svg title').map((title) => title.textContent)).toContain('考えごとの賛否の割合')
  await resident.open(`${resident.path}/report.pdf`)
  expect(resident.status).toBe(200)
})

test('participants by way are checked at their field, and stand where voices are counted', async () => {
  await officer.open('/staff/sessions')
  await officer.follow('投票の会')
  const typed = { 参加した人の数: '12', うちオンライン: '13' }
  await officer.press('結果を保存する', typed)
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('参加した人の数より多くなっています')
  await officer.press('結果を保存する', { ...typed, うちオンライン: '2', 'うち話した・書いた人': '9' })
  expect(officer.words).toContain('12人（会場 10人、オンライン 2人）、うち話した・書いた人 9人')
  await officer.open('/staff/voices/tables')
  expect(officer.words).toMatch(/ワークショップ 2回、のべ34人（話した・書いた人 31人）/)
})

test('a request says where it is about, in words and numbers; a point outside the country is refused at its field', async () => {
  await officer.open('/staff/voices/requests')
  expect(officer.words).toContain('位置：谷和原・小絹 集会所の前（35.9848, 139.9814）')
  await officer.follow('体育館に冷房を入れてほしい（PTA要望）。')
  await officer.follow('位置を書く：意見1')
  await officer.press('位置を保存する', { '町名・目印': '富士見ヶ丘', '緯度、経度': '140.03, 35.99' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('緯度、経度の順に')
  expect(officer.fieldValue('町名・目印')).toBe('富士見ヶ丘')
  await officer.press('位置を保存する', {
    '町名・目印': '富士見ヶ丘',
    '緯度、経度': '３５．９９、１４０．０３',
  })
  await officer.open('/staff/voices.csv?words=冷房')
  expect(new TextDecoder().decode(officer.bytes)).toContain('富士見ヶ丘,35.99,140.03')
})

test('own words of the city are written once; a mistake comes back beside the field', async () => {
  await officer.open('/staff/voices/word-list')
  await officer.press('保存する', { '切らない語（1行に1つ）': '停留所=バス停\nバス停' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('「バス停」が2か所にあります')
  await officer.press('保存する', { '切らない語（1行に1つ）': '停留所=バス停' })
  expect(officer.fieldValue('切らない語（1行に1つ）')).toBe('停留所=バス停')
  expect(officer.words).toContain('第2版')
  await officer.press('数えない語を、はじめの一覧に戻す', {
    '切らない語（1行に1つ）': '駅前広場',
    数えない語: '',
  })
  expect(officer.words).toContain('まだ保存していません')
  expect(officer.fieldValue('切らない語（1行に1つ）')).toBe('駅前広場')
  expect(officer.fieldValue('数えない語')).toContain('思う')
  await officer.open('/staff/voices/word-list?version=1')
  expect(officer.words).toContain('第1版の内容です。')
  expect(officer.fieldValue('切らない語（1行に1つ）')).toContain('つくばエクスプレス=TX')
})

test('a photograph of cards stands beside the form, and what is typed stays when another is asked for', async () => {
  await officer.open('/staff/sessions')
  await officer.follow('10年後のまちを話すワールドカフェ')
  await officer.follow('付箋の写真')
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  const photo = (name: string) => new File([new Uint8Array(png)], name, { type: 'image/png' })
  await officer.press('写真を加える', { 加える写真: new File(['文'], 'メモ.png') })
  expect(officer.status).toBe(422)
  for (const name of ['テーブル1.png', 'テーブル2.png'])
    await officer.press('写真を加える', { 加える写真: photo(name) })
  await officer.follow('写真を見ながら打ち込む')
  const pictures = () => officer.all('main img').map((one) => one.getAttribute('alt'))
  expect(pictures()).toEqual(['付箋の写真 テーブル1.png'])
  const words = '付箋（1行に1件。何行かにわたるものは、間に空の行）'
  await officer.press('テーブル2.png', { [words]: 'ここに木を' })
  expect(pictures()).toEqual(['付箋の写真 テーブル2.png'])
  expect(officer.fieldValue(words)).toBe('ここに木を')
  const source = officer.all('main img')[0]?.getAttribute('src') ?? ''
  await officer.open(source)
  expect([...officer.bytes]).toEqual(png)
})

test('a request is taken in with the way it came by, and found by it', async () => {
  await officer.open('/staff/voices/requests?way=ward')
  expect(officer.words).toContain('要望（行政区）')
  expect(officer.words).not.toContain('要望（団体）')
})

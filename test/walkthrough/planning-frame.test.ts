import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { colleagueOf, firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/** A planner finds the number of residents the plan rests on: cases, comparison, back-test, adoption. */

let town: Town
let officer: Visitor
let resident: Visitor
let copy = ''
let uploaded = ''

const inputsFile = (change: (inputs: Record<string, unknown>) => unknown = (inputs) => inputs) => {
  const path = new URL('../../src/features/planning-frame/sample/projection-inputs.json', import.meta.url)
  return new File([JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8'))))], 'inputs.json')
}

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
  resident = new Visitor(town.address)
})
afterAll(() => town.close())

let adopted = ''

test('a resident reads the number the plan rests on, why, and how sure it is', async () => {
  await resident.open('/')
  await resident.follow('計画人口')
  expect(resident.path).toBe('/population')
  expect(resident.words).toContain('2027年の人口を52,400人と見込んで')
  expect(resident.words).toContain('この人口とした理由')
  expect(resident.words).toContain('80％の幅')
  expect(resident.words).toContain('国立社会保障・人口問題研究所')
  await resident.follow('データ（CSV）')
  expect(resident.headers.get('content-type')).toContain('text/csv')
})

test('the planner sees all cases beside one another', async () => {
  await officer.follow('計画フレーム')
  expect(officer.words).toContain('52,884')
  expect(officer.words).toContain('44,945')
  expect(officer.words).toContain('見本（架空）')
})

test('the published case: width, ages, the pyramid of a chosen year, and a file of it all', async () => {
  await officer.follow('社人研準拠（平成30年推計）')
  const page = officer.path
  expect(officer.words).toContain('人口は、2035年ごろまで増え、その後は減ります')
  expect(officer.words).toMatch(/75歳以上/)
  await officer.pressWith('この年を表示', {}, { year: '2030' })
  expect(officer.words).toContain('2030年は、')
  await officer.pressWith('試す', {}, { fertility: '1.2' })
  expect(officer.words).toMatch(
    /出生の倍率1.2で、2045年の人口は[\d,]+人です。このケースより[\d,]+人多くなります。/,
  )
  await officer.pressWith('試す', {}, { outflow: '99' })
  expect(officer.words).toContain('倍率は、0から3までの数で書いてください')
  await officer.open(`${page}/result.csv`)
  expect(new TextDecoder().decode(officer.bytes)).toContain('code,case,year,sex,age,value')
})

test('the case shows what it said for 2020 and what was counted', async () => {
  await officer.open('/staff/frame')
  await officer.follow('社人研準拠（平成30年推計）')
  await officer.follow('検証')
  expect(officer.words).toMatch(/2015年→2020年\s*50,834\s*49,872\s*＋1.9％/)
  expect(officer.words).toContain('コーホート変化率法')
})

test('an adopted case is not changed; a copy of it is', async () => {
  await officer.follow('仮定')
  expect(officer.words).toContain('計画フレームとして採用したケースなので、直せません')
  await officer.follow('写してから直してください')
  await officer.press('写してつくる', { 写しの名前: '封鎖人口' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('同じ名前のケースが、もうあります')
  await officer.press('写してつくる', { 写しの名前: '駅東の開発' })
  copy = officer.path.replace(/\/assumptions.*/, '')
  expect(officer.fieldValue('ケースの名前')).toBe('駅東の開発')
})

test('the usual cases of a population vision are made by copying', async () => {
  await officer.open('/staff/frame/new')
  const named = { 写しの名前: 'シミュレーション1', 写し方: 'simulation1' }
  await officer.press('写してつくる', named)
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('目標の合計特殊出生率を書いてください')
  await officer.press('写してつくる', {
    ...named,
    いまの合計特殊出生率: '1.49',
    目標の合計特殊出生率: '２．１',
    '目標の年（西暦）': '2030',
  })
  expect(officer.fieldValue('説明')).toContain('1.49から2030年に2.1まで')
  expect(officer.fieldValue('期間ごとの倍率')).toContain('1.409396')
})

test('a table pasted from a spreadsheet changes births and moves; a mistake comes back with its line', async () => {
  await officer.open(`${copy}/assumptions`)
  const table = '期間\t出生\t転入\t転出\n2025～2030\t1.1\tたくさん\t1'
  await officer.press('保存して推計する', { 期間ごとの倍率: table })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('2行目：倍率を3つ')
  expect(officer.fieldValue('期間ごとの倍率')).toContain('たくさん')
  await officer.press('保存して推計する', { 期間ごとの倍率: table.replace('たくさん', '１．２') })
  expect(officer.status).toBe(200)
  expect(officer.words).toContain('保存しました')
})

test('housing development needs a reason why it is not counted twice', async () => {
  await officer.open(`${copy}/assumptions`)
  const sites = '駅東\t2026\t400\t子育て世帯\n駅東\t2027\t400\t'
  await officer.press('保存して推計する', { 住宅の開発で転入する人: sites })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('二重に数えていない理由を書いてください')
  await officer.press('保存して推計する', {
    '二重に数えていない理由・表の数の出典': '駅東の開発は新しいものです。',
  })
  expect(officer.status).toBe(200)
})

test('two officers at once: the second sees both versions and loses nothing', async () => {
  const [first, second] = [officer.tab(), officer.tab()]
  await first.open(`${copy}/assumptions`)
  await second.open(`${copy}/assumptions`)
  await first.press('保存して推計する', { 説明: '先に保存した説明' })
  await second.press('保存して推計する', { 説明: 'あとから書いた説明' })
  expect(second.status).toBe(409)
  expect(second.words).toContain('先に保存した説明')
  expect(second.fieldValue('説明')).toBe('あとから書いた説明')
  await second.press('保存して推計する')
  expect(second.status).toBe(200)
  expect(second.words).toContain('あとから書いた説明')
})

test('the difference of two cases is told, one sentence a driver', async () => {
  await officer.open('/staff/frame')
  await officer.pressWith('くらべる', {}, { other: copy.split('/').at(-1) ?? '', year: '2040' })
  expect(officer.words).toMatch(/「駅東の開発」が「社人研準拠（平成30年推計）」より[\d,]+人多くなります/)
  expect(officer.words).toContain('開発などで加わる人の違いで、')
  expect(officer.words).toContain('転入・転出の違いで、')
})

test('asked backwards: which migration gives 60,000, and a case made of the answer', async () => {
  await officer.open(`${copy}/target`)
  await officer.press('計算する', { '目標の人口（人）': 'たくさん' })
  expect(officer.status).toBe(422)
  await officer.press('計算する', { '目標の人口（人）': '６０，０００' })
  expect(officer.words).toMatch(/2045年に60,000人にするには、.*多い転入/)
  expect(officer.words).toMatch(/上回る見込みは、およそ\d+％です/)
  await officer.press('この転入を加えたケースをつくる')
  expect(officer.fieldValue('住宅の開発で転入する人')).toContain('2045年の目標のための転入')
  await officer.follow('結果')
  expect(officer.words).toMatch(/2045年の人口60,000人/)
})

test('a file of another city or with unknown ages is refused, with the reason; a good one is a case', async () => {
  await officer.open('/staff/frame/new')
  const other = inputsFile((inputs) => ({
    ...inputs,
    area: { code: '08220', name: 'つくば市', level: 'municipality' },
  }))
  const named = { ケースの名前: '読み込んだケース', 数値の出どころ: 'own' }
  await officer.press('読み込む', { ...named, '推計の入力（JSON）': other })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('「つくば市（08220）」の入力です')
  const misspelt = inputsFile((inputs) => ({ ...inputs, population: 1 }))
  await officer.press('読み込む', { ...named, '推計の入力（JSON）': misspelt })
  expect(officer.words).toContain('「population」という欄はありません')
  await officer.press('読み込む', { ...named, '推計の入力（JSON）': inputsFile() })
  expect(officer.status).toBe(200)
  uploaded = officer.path.split('?')[0] ?? ''
  expect(officer.words).toContain('52,884')
})

test('a case that nobody needs is deleted', async () => {
  await officer.open(`${uploaded}/deletion`)
  await officer.press('消す')
  expect(officer.path).toBe('/staff/frame?notice=removed')
  expect(officer.words).not.toContain('読み込んだケース')
})

test('the census that was counted since is pasted in, and the back-test knows it', async () => {
  await officer.open('/staff/frame/counts')
  await officer.press('総数を入れる', { 年と人口: '2025\t52000', 総数の出典: '' })
  expect(officer.status).toBe(422)
  await officer.press('総数を入れる', { 年と人口: '2025\t52000', 総数の出典: '見本の国勢調査' })
  expect(officer.words).toContain('見本の国勢調査')
  await officer.open(`${copy}/back-test`)
  expect(officer.words).toContain('2015年→2025年')
})

test('a department reads the cases and cannot change them', async () => {
  const viewer = await colleagueOf(officer, { name: '閲覧 次郎', email: 'jiro@example.jp', role: 'viewer' })
  await viewer.open(`${copy}/assumptions`)
  expect(viewer.words).toContain('読むだけの画面です')
  await viewer.open('/staff/frame/new')
  expect(viewer.status).toBe(403)
})

test('the copy is adopted with a reason, and residents see the new number', async () => {
  await officer.open(`${copy}/adoption`)
  await officer.pressWith('この年の数を出す', {}, { year: '2030', roundedTo: '500' })
  expect(officer.fieldValue('採用の理由')).toContain('「駅東の開発」では、2030年に')
  await officer.press('計画フレームとして採用する', { 決めた会議: '' })
  expect(officer.status).toBe(422)
  await officer.press('計画フレームとして採用する', { 決めた会議: '第3回策定委員会' })
  expect(officer.words).toContain('計画フレームとして採用しました')
  adopted = officer.path
  expect(officer.words).toContain('これまでの採用')
  await resident.open('/population')
  expect(resident.words).toContain('第3回策定委員会')
  expect(resident.words).toMatch(/2030年の人口を\d\d,[05]00人と見込んで/)
})

test('the frame and its reason are written into the basic concept, once, and so into the book', async () => {
  await officer.press('計画の基本構想に書く')
  expect(officer.path).toContain('/concept')
  expect(officer.html).toContain('計画フレーム（将来人口）')
  expect(officer.html).toContain('第3回策定委員会')
  expect(officer.html).toContain('世帯と就業者の見通し')
  expect(officer.html).toContain('推計の方法と確からしさ')
  await officer.open(adopted)
  await officer.press('計画の基本構想に書く')
  expect(officer.html.match(/value="計画フレーム（将来人口）"/g)).toHaveLength(1)
  await officer.open(adopted)
})

test('the adoption is taken back, and with it the public page', async () => {
  await officer.press('採用を取り消す')
  expect(officer.words).toContain('採用を取り消しました')
  await resident.open('/population')
  expect(resident.status).toBe(404)
  expect(resident.words).toContain('まだ決まっていません')
  await resident.open('/')
  expect(resident.words).not.toContain('計画人口')
})

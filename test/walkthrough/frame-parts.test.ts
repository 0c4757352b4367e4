import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/** What a case has besides its residents: households, workers, districts, drawings to keep. */

let town: Town
let officer: Visitor
let copy = ''

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
})
afterAll(() => town.close())

test('households and workers follow from rates by age that are pasted, and stand in case and comparison', async () => {
  await officer.open('/staff/frame/new')
  await officer.press('写してつくる', { 写しの名前: '世帯をみるケース' })
  copy = officer.path.replace(/\/assumptions.*/, '')
  await officer.follow('世帯と就業者')
  expect(officer.words).toContain('65歳以上の単独')
  expect(officer.words).toContain('2020年の実数（世帯人員49,457人に19,955世帯）')
  const table = officer.fieldValue('世帯主率の表')
  await officer.press('保存して計算する', { 世帯主率の表: table.replace('\t22\t', '\tたくさん\t') })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('3行目：「単独」の率を0から100までの数')
  expect(officer.fieldValue('世帯主率の表')).toContain('たくさん')
  await officer.press('保存して計算する', { 世帯主率の表: table, 就業率の表: '' })
  expect(officer.words).toContain('産業別の割合は、就業率の表と一緒に使います')
  const none = { 就業率の表: '', 産業別の割合の表: '', 就業者を実数に合わせる年: '' }
  const noFit = { その年の就業者数: '', その年の15歳以上の人口: '', '15歳以上の就業率（簡易、％）': '60' }
  await officer.press('保存して計算する', { ...none, ...noFit })
  expect(officer.status).toBe(200)
  await officer.open(copy)
  expect(officer.words).toContain('世帯（世帯主率法、世帯）')
  expect(officer.words).toContain('就学・介護の年齢の人口')
  await officer.open(`${copy}/result.csv`)
  expect(new TextDecoder().decode(officer.bytes)).toMatch(/,T,households-single,\d+/)
})

test('districts are pasted, and every case shows them adding up to the city', async () => {
  await officer.open('/staff/frame/districts')
  expect(officer.words).toContain('見本地区A')
  const ages = Array.from({ length: 19 }, (_, at) => (at < 18 ? `${at * 5}～${at * 5 + 4}歳` : '90歳以上'))
  const rows = ['伊奈', '谷和原'].flatMap((name) =>
    ['男', '女'].flatMap((sex) => ages.map((age) => `${name}\t${sex}\t${age}\t600`)),
  )
  const table = ['地区\t性別\t年齢\t2015年', ...rows].join('\n')
  const broken = {
    地区の表: table.replace('伊奈\t男\t5～9歳\t600', '伊奈\t男\t5～9歳\t多い'),
    出典: '小地域集計',
  }
  await officer.press('保存する', broken)
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('3行目：伊奈の2015年が「多い」です')
  const other = officer.tab()
  await other.open('/staff/frame/districts')
  await officer.press('保存する', { 地区の表: table })
  expect(officer.status).toBe(200)
  await other.press('保存する', { 地区の表: table, 出典: '別の資料' })
  expect(other.status).toBe(409)
  expect(other.fieldValue('出典')).toBe('別の資料')
  await officer.open(`${copy}/districts`)
  expect(officer.words).toMatch(/伊奈.*谷和原.*市の合計\s*49,136/)
  await officer.pressWith('表示', {}, { year: '2040', district: '谷和原' })
  expect(officer.words).toContain('谷和原の5歳階級別の人口')
  await officer.open(`${copy}/districts.csv`)
  expect(new TextDecoder().decode(officer.bytes)).toContain('伊奈,世帯をみるケース,2045,65+,')
})

test('a drawing is saved as it is shown; what is no drawing is the page', async () => {
  await officer.open(`${copy}?year=2030`)
  const links = officer.all('a').map((link) => link.getAttribute('href') ?? '')
  expect(links).toContain('?year=2030&svg=pw')
  await officer.open(`${copy}?year=2030&svg=pw`)
  expect(officer.headers.get('content-type')).toBe('image/svg+xml')
  expect(new TextDecoder().decode(officer.bytes)).toContain('2030年')
  await officer.open(`${copy}?svg=none`)
  expect(officer.words).toContain('人口ピラミッド')
  const resident = new Visitor(town.address)
  await resident.open('/population/chart.svg')
  expect(resident.headers.get('content-type')).toBe('image/svg+xml')
})

test('the adopted frame stands beside the indicators that divide by residents, and its figures are quoted', async () => {
  await officer.open('/staff/frame')
  await officer.follow('計画での使われ方')
  expect(officer.words).toMatch(/図書館で本を借りた市民の割合.*人口/)
  expect(officer.words).toMatch(/75〜84歳の要介護認定率/)
  await officer.press('計画の統計値に加える')
  expect(officer.words).toContain('計画人口（2027年）')
  expect(officer.words).toContain('計画フレーム（社人研準拠（平成30年推計））')
})

test('the public files at hand become cases: cohort change of two censuses, and a published projection', async () => {
  await officer.open('/staff/frame/counts')
  await officer.press('国勢調査から入れる')
  expect(officer.words).toMatch(/2015年\s*49,136\s*あり.*年齢不詳248人を按分/)
  await officer.open('/staff/frame/new')
  await officer.follow('公表されたファイルからつくる')
  await officer.press('変化率からつくる', { 'いつまで推計するか（西暦）': '2010' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('2016年から2065年までです')
  await officer.press('変化率からつくる', { 'いつまで推計するか（西暦）': '2050' })
  expect(officer.words).toContain('2010年と2015年の国勢調査の間の変化率が、この先も続くとした場合です')
  expect(officer.words).toContain('2050年の人口')
  await officer.open('/staff/frame/made')
  await officer.press('推計に準拠してつくる', { 推計に準拠したケースの名前: 'コーホート変化率' })
  expect(officer.words).toContain('同じ名前のケースが、もうあります')
  await officer.press('推計に準拠してつくる', { 推計に準拠したケースの名前: '社人研に準拠' })
  expect(officer.words).toMatch(/2045年の人口\s*52,884/)
  await officer.follow('検証')
  expect(officer.words).toMatch(/年齢別：2020年の推計と実績/)
})

test('the chapter in the plan of the sample town is what the adopted frame says', async () => {
  await officer.open('/staff/frame')
  await officer.follow('採用の内容')
  await officer.press('計画の基本構想に書く')
  const written = officer.all('textarea').map((field) => field.textContent ?? '')
  const { concept } = JSON.parse(
    readFileSync(new URL('../../src/features/plan/sample/document.json', import.meta.url), 'utf8'),
  )
  const kept = concept.chapters.find(({ heading }: { heading: string }) => heading.startsWith('計画フレーム'))
  expect(written.map((text) => text.trim())).toContain(kept.text)
})

test('past development is taken out of the rates by a table, or rates of another city take their place', async () => {
  await officer.open('/staff/frame/new')
  await officer.press('写してつくる', { 写しの名前: '過去を引く開発' })
  const guarded = officer.path.split('?')[0] ?? ''
  expect(officer.words).toContain('もとの期間に開発で転入した人を男女・年齢別に入れると')
  const offered = officer.fieldValue('過去の開発で転入した人の表')
  expect(offered).toMatch(/男\t30～34歳\t0\t1[\d.]+/)
  const sites = '駅東\t2026\t400\t子育て世帯'
  await officer.pressWith('保存して推計する', { 住宅の開発で転入する人: sites }, { guardWay: 'remove' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('開発で転入した人が、すべて0人です')
  const past = offered.replace('男\t30～34歳\t0', '男\t30～34歳\t300')
  await officer.pressWith(
    '保存して推計する',
    { 過去の開発で転入した人の表: past, '二重に数えていない理由・表の数の出典': '住民基本台帳の転入の記録' },
    { guardWay: 'remove' },
  )
  expect(officer.status).toBe(200)
  await officer.open(guarded)
  expect(officer.fieldValue('過去の開発で転入した人の表')).toContain('男\t30～34歳\t300')
  const borrowing = { 過去の開発で転入した人の表: '', '二重に数えていない理由・表の数の出典': '' }
  await officer.pressWith(
    '保存して推計する',
    { ...borrowing, 率を借りる市町村のコード: '99999' },
    { guardWay: 'replace' },
  )
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('「99999」の市町村が、統計にありません')
  await officer.pressWith(
    '保存して推計する',
    { ...borrowing, 率を借りる市町村のコード: '08224' },
    { guardWay: 'replace' },
  )
  expect(officer.status).toBe(200)
  await officer.open(guarded)
  expect(officer.fieldValue('二重に数えていない理由・表の数の出典')).toMatch(
    /^守谷市の2010年と2015年の国勢調査の変化から/,
  )
  expect(officer.fieldValue('置き換える純移動率の表')).toContain('女\t40～44歳\t')
})

test('a meeting of the deliberation room decides: its name and day are taken over, and residents follow it', async () => {
  await officer.open(`${copy}/adoption`)
  const [, latest] = officer.all('select[name="meetingId"] option')
  const meetingId = latest?.getAttribute('value') ?? ''
  const [name = ''] = (latest?.textContent ?? '').split('（')
  await officer.press('計画フレームとして採用する', {
    決めた会議: '',
    '決めた会議（会議の記録から）': 'ない会議',
  })
  expect(officer.words).toContain('この会議では決められません')
  await officer.open(`${copy}/adoption`)
  await officer.press('計画フレームとして採用する', {
    決めた会議: '',
    '決めた会議（会議の記録から）': meetingId,
  })
  expect(officer.words).toContain('計画フレームとして採用しました')
  const resident = new Visitor(town.address)
  await resident.open('/population')
  await resident.follow(name)
  expect(resident.path).toBe(`/meetings/${meetingId}`)
  expect(resident.status).toBe(200)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { colleagueOf, firstOfficer } from './office.ts'
import type { Visitor } from './visitor.ts'

/** The city in figures and beside other cities: read, taken in from files, compared. */

let town: Town
let officer: Visitor

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
})
afterAll(() => town.close())

const ssdse = (residents: string, births = '365') =>
  [
    'SSDSE-A-2027,Prefecture,Municipality,A1101,A4101',
    ',,年度,2020,2024',
    '地域コード,都道府県,市区町村,総人口,出生数',
    `R08235,茨城県,つくばみらい市,${residents},${births}`,
    'R08224,茨城県,守谷市,68421,420',
  ].join('\r\n')

/** The rows of the tables of the page, cells apart. */
const rows = () =>
  officer
    .all('tbody tr')
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim()).join(' '))

async function look(kind: string, filled: Record<string, string | File>) {
  await officer.open('/staff/statistics/import')
  await officer.press('この種類で進む', { 何のファイルか: kind })
  await officer.press('内容を確かめる', { '版・時点': '2027年版', ...filled })
}

test('the profile of the own city shows its course, its change and where the figures come from', async () => {
  await officer.open('/staff')
  await officer.follow('統計・都市間比較')
  await officer.follow('つくばみらい市の姿を見る')
  expect(officer.words).toContain('1980年の32,917人から2020年の49,872人へ、16,955人増えました。')
  expect(officer.all('svg[role="img"] > title').map((one) => one.textContent)).toContain(
    'つくばみらい市の人口の推移（国勢調査）',
  )
  expect(officer.words).toContain('住民票のある人の数です。国勢調査の線とはつなぎません。')
  await officer.follow('国勢調査 男女・年齢5歳階級別人口')
  expect(officer.words).toContain('CC BY 4.0')
  expect(officer.words).toContain('取り込みの記録')
})

test('another city is a code away', async () => {
  await officer.open('/staff/statistics')
  await officer.press('探す', { 市区町村の名前かコード: '１２２２０' })
  expect(officer.path).toBe('/staff/statistics/cities/12220')
  expect(officer.words).toContain('流山市の姿')
  await officer.open('/staff/statistics/cities/01100')
  expect(officer.status).toBe(404)
})

test('census and register figures are never divided, and the page says why', async () => {
  await officer.open('/staff/statistics/cities/08235')
  await officer.follow('総人口')
  const choices = officer.all('select[name="by"] option')
  const register = choices.find((one) => one.textContent?.includes('住民基本台帳'))?.getAttribute('value')
  await officer.pressWith('割合を求める', {}, { by: register ?? '' })
  expect(officer.words).toContain('この2つは割れません')
  expect(officer.words).toContain('住民票のある人を数えるため、同じ日でも数が違います')
  const households = choices.find((one) => one.textContent?.startsWith('世帯数'))?.getAttribute('value')
  await officer.pressWith('割合を求める', {}, { by: households ?? '' })
  expect(rows()).toContainEqual(expect.stringMatching(/^2020 2020 2\.497/))
})

test('the comparison names group, reason and n, and has neither rank nor total', async () => {
  await officer.open('/staff/statistics/comparison')
  expect(officer.words).toContain('茨城県内の市区町村（つくばみらい市を含む44市区町村）')
  expect(officer.words).toContain('順位づけのためのものではありません')
  expect(rows()).toContainEqual(expect.stringMatching(/65歳以上の割合.*27\.6 32\.2 44 .*良し悪しを決めない/))
  expect(officer.words).not.toMatch(/\d+位/)
  await officer.press('くらべる', { くらべる相手: groupNamed('つくばエクスプレス沿線') })
  expect(officer.words).toContain('つくばみらい市を含む10市区町村')
  expect(officer.words).toContain('同じ鉄道の沿線で')
  await officer.follow('保育所等')
  expect(officer.all('figure.sb-multiple')).toHaveLength(10)
})

const groupNamed = (name: string) =>
  officer
    .all('select[name="group"] option')
    .find((one) => one.textContent === name)
    ?.getAttribute('value') ?? ''

test('the comparison is saved as a table', async () => {
  await officer.open('/staff/statistics/comparison')
  await officer.follow('データ（CSV）')
  const text = new TextDecoder().decode(officer.bytes)
  expect(text).toMatch(/茨城県内の市区町村,65歳以上の割合,08235,つくばみらい市,27\.583,％,2020/)
  await officer.open('/staff/statistics/comparison')
  await officer.follow('データ（Excel）')
  expect(officer.headers.get('content-type')).toContain('spreadsheetml')
})

test('a wrong file is refused by row and column, and nothing changes', async () => {
  await look('ssdse-a', { ファイル: new File([ssdse('4万')], 'SSDSE-A-2027.csv') })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('取り込めません（1件）。何も変えていません。')
  expect(rows()).toContainEqual(expect.stringContaining('4 D（総人口） 4万 数ではありません'))
  await look('census-age', { ファイル: new File([ssdse('1')], 'SSDSE-A-2027.csv') })
  expect(officer.words).toContain('「SSDSE-A（市区町村、統計センター）」の形です')
})

test('the rows that are right are taken in when a person chooses so, and the record says what is missing', async () => {
  const table = ['コード,年,値', '08235,2020,12', '08224,2020,十四', '08217,2020,9'].join('\n')
  const file = new File([table], '公園.csv')
  const source = { 資料の名前: '見本の公園', 公表している機関: '見本', 出典の書き方: '見本' }
  await look('tidy', { ...source, ファイル: file })
  await officer.press('この列で内容を確かめる', { 項目の名前: '公園', 単位: 'か所' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('取り込めません（1件）。何も変えていません。')
  await officer.press('この1行を除いて、内容を確かめる')
  expect(officer.status).toBe(200)
  expect(officer.words).toContain('間違いのある1行を除いています。')
  expect(rows()).toContain('3 08224、2020、十四')
  await officer.press('2件の値を取り込む（1行を除く）')
  expect(officer.words).toContain('間違いのある1行（3行目）を除いたもの')
})

test('a new edition shows what is new and what changes, and is taken in', async () => {
  await look('ssdse-a', { ファイル: new File([ssdse('49873')], 'SSDSE-A-2027.csv') })
  expect(officer.status).toBe(200)
  expect(officer.words).toContain('「SSDSE-市区町村（SSDSE-A）」の5回目の取り込みになります')
  expect(rows()).toContain('つくばみらい市 総人口 2020 49,872 49,873')
  await officer.press('件の値を取り込む')
  expect(officer.words).toContain('2027年版')
  await look('ssdse-a', { ファイル: new File([ssdse('49873')], 'SSDSE-A-2027.csv') })
  expect(officer.words).toContain('取り込むものがありません')
})

test('when a colleague took a file in after the look, there is another look first', async () => {
  await look('ssdse-a', { ファイル: new File([ssdse('49873', '366')], 'SSDSE-A-2027.csv') })
  const waiting = officer
  const colleague = officer.tab()
  officer = colleague
  await look('ssdse-a', { ファイル: new File([ssdse('49873', '367')], 'SSDSE-A-2027.csv') })
  await officer.press('件の値を取り込む')
  officer = waiting
  await officer.press('件の値を取り込む')
  expect(officer.status).toBe(409)
  expect(officer.words).toContain('まだ何も取り込んでいません')
  expect(rows()).toContain('つくばみらい市 出生数 2024 367 366')
})

test('a free table is read by chosen columns, and the choice is kept by its name', async () => {
  const file = new File(['市区町村コード,年,値\n082350,令和5年度,12\n'], '公園.csv')
  const about = { 資料の名前: '公園台帳', 公表している機関: '都市計画課', 出典の書き方: '都市計画課' }
  await look('tidy', { ...about, ファイル: file })
  expect(officer.words).toContain('列を選ぶ')
  await officer.press('この列で内容を確かめる')
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('「項目」の列か、項目の名前か')
  await officer.press('この列で内容を確かめる', {
    項目の名前: '公園',
    単位: 'か所',
    この選び方を残す名前: '公園台帳の列',
  })
  await officer.press('1件の値を取り込む')
  expect(officer.words).toContain('公園台帳')
  const next = new File(['市区町村コード,年,値\n082350,令和6年度,13\n'], '公園.csv')
  await look('tidy', { ...about, ファイル: next })
  await officer.press('この選び方を使う')
  await officer.press('この列で内容を確かめる')
  await officer.press('1件の値を取り込む')
  expect(officer.words).toContain('2023年度、2024年度')
})

test('a group is declared with its reason, and its name is taken once', async () => {
  await officer.open('/staff/statistics/groups')
  const filled = { グループの名前: '県南', 市区町村のコード: '08220 08224' }
  await officer.press('このグループに決める', filled)
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('このグループにする理由を書いてください')
  await officer.press('このグループに決める', { ...filled, このグループにする理由: '同じ生活圏のため' })
  expect(officer.words).toContain('つくば市、守谷市')
  await officer.press('このグループに決める', { ...filled, このグループにする理由: '同じ生活圏のため' })
  expect(officer.words).toContain('この名前のグループはすでにあります')
})

test('a reader sees the figures but takes nothing in', async () => {
  const reader = await colleagueOf(officer, { name: '閲覧 次郎', email: 'jiro@example.jp', role: 'viewer' })
  await reader.open('/staff/statistics/comparison')
  expect(reader.status).toBe(200)
  await reader.open('/staff/statistics/import')
  expect(reader.status).toBe(403)
})

test('a figure goes into the plan with its source, ready to be quoted', async () => {
  await officer.open('/staff')
  await officer.follow('統計・都市間比較')
  await officer.follow('つくばみらい市の姿を見る')
  await officer.follow('総人口')
  await officer.press('計画の統計値に加える')
  expect(officer.path).toContain('/staff/figures/')
  const added = officer.all('tbody tr').at(-1)?.textContent ?? ''
  expect(added).toMatch(/^つくばみらい市の総人口/)
  expect(added).toMatch(/\d{2},\d{3}人/)
  expect(added).toMatch(/国勢調査|SSDSE|住民基本台帳/)
})

test('a compared figure and a quotient go in too, and older ones are told when a newer edition comes', async () => {
  await officer.open('/staff/statistics/comparison/nurseries')
  expect(officer.words).toMatch(/\[statistics\/compared\/nurseries#08235@/)
  await officer.press('本市の値を計画の統計値に加える')
  expect(officer.words).toContain('つくばみらい市の')
  await officer.open('/staff/statistics/cities/08235')
  await officer.follow('出生数')
  await officer.press('計画の統計値に加える')
  await look('ssdse-a', { ファイル: new File([ssdse('49873', '371')], 'SSDSE-A-2027.csv') })
  await officer.press('件の値を取り込む')
  await officer.open('/staff/statistics')
  await officer.follow('更新できます')
  expect(rows()).toContainEqual(expect.stringMatching(/つくばみらい市の出生数 .* 371.*値が直された/))
  expect(officer.words).toContain('新しいファイルが出ていそうな資料')
  expect(officer.words).toContain('2020年の結果が出ているころです')
})

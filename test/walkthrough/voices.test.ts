import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { colleagueOf, firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/**
 * A card from 谷和原 is keyed in, sorted, grouped, masked by one and released by another; nobody loses a word.
 */

let town: Town
let officer: Visitor
let publisher: Visitor
let clerk: Visitor
let member: Visitor

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
  publisher = await colleagueOf(officer, { name: '公開 公子', email: 'kimiko@example.jp', role: 'publisher' })
  clerk = await colleagueOf(officer, { name: '入力 律子', email: 'ritsuko@example.jp', role: 'entry-clerk' })
  member = await colleagueOf(officer, { name: '委員 伊織', email: 'iori@example.jp', role: 'member' })
})
afterAll(() => town.close())

const letter =
  '谷和原の集会所の前が暗いです。街灯をつけてください。\n隣の見本太郎さんの電話は090-1234-5678です。<script>alert(1)</script>\u0007'
const attributes = {
  経路: 'workshop',
  受けた日: '令和8年7月1日',
  方法: 'card',
  地区: '谷和原',
  集め方: 'open-call',
  公開の同意: 'public',
}
let receipt = ''

test('a clerk keys in a card word by word and gets a receipt number, but reads no voices', async () => {
  await clerk.open('/staff/voices/new')
  await clerk.press('受け付ける', { '声（原文）': '', ...attributes })
  expect(clerk.status).toBe(422)
  expect(clerk.words).toContain('声の内容を書いてください')
  await clerk.press('受け付ける', { '声（原文）': letter, ...attributes })
  receipt = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}/.exec(clerk.words)?.[0] ?? ''
  expect(receipt).not.toBe('')
  await clerk.open('/staff/voices')
  expect(clerk.status).toBe(403)
})

test('script and HTML of a voice are words on every page, and control characters are gone', async () => {
  await officer.open('/staff/voices?words=集会所の前')
  await officer.follow('谷和原の集会所の前が暗いです')
  expect(officer.words).toContain('<script>alert(1)</script>')
  expect(officer.html).not.toContain('<script>alert')
  expect(officer.html).not.toContain('\u0007')
})

test('one letter becomes two opinions, and one again; what stood before is kept', async () => {
  const opinion = officer.path
  const second = officer.all('input[name="start"]')[1]?.getAttribute('value') ?? ''
  await officer.press('選んだところで分ける')
  expect(officer.status).toBe(422)
  await officer.pressWith('選んだところで分ける', {}, { start: second })
  await officer.open(opinion.replace(/\/opinions.*/, ''))
  expect(officer.words).toContain('意見（2件）')
  expect(officer.words).toContain('2件に分けました')
  await officer.press('選んだ意見を1つにまとめる')
  expect(officer.words).toContain('まとめる意見を、2つ以上選んでください')
})

test('codes are given; whoever saved a moment later is told and keeps what was typed', async () => {
  await officer.open('/staff/voices?words=集会所の前')
  await officer.follow('谷和原の集会所の前が暗いです')
  const other = officer.tab()
  await other.open(officer.path)
  const [code] = officer.all('input[name="code"]')
  await officer.pressWith(
    '分類を保存する',
    { 種別: 'request', 要約: '集会所前に街灯' },
    { code: code?.getAttribute('value') ?? '' },
  )
  expect(officer.words).toContain('要望')
  await other.press('分類を保存する', { 要約: 'ほかの要約' })
  expect(other.status).toBe(409)
  expect(other.fieldValue('要約')).toBe('ほかの要約')
})

test('personal data are proposed for masking, one masks, another releases', async () => {
  await officer.open('/staff/voices?words=見本太郎')
  await officer.follow('隣の見本太郎さん')
  const opinion = officer.path
  const proposed = officer.fieldValue('公開する文')
  expect(proposed).not.toMatch(/090|見本太郎/)
  await officer.press('個人情報を確かめた', { 公開する文: `${proposed}と市長が言っていた` })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('原文にない言葉があります')
  await officer.press('個人情報を確かめた', { 公開する文: proposed })
  expect(officer.words).toContain('あなたが個人情報を確かめたので、別の人が公開の可否を決めます')
  await publisher.open(opinion)
  await publisher.press('決める', { 公開するか: 'public' })
  expect(publisher.words).toContain('公開する')
})

test('an opinion of another submission is not found under this one', async () => {
  const here = officer.path.split('/')[3]
  await officer.open('/staff/voices?words=学童に入れず')
  await officer.follow('学童に入れず')
  const other = officer.path.split('/')[5]
  await officer.open(`/staff/voices/${here}/opinions/${other?.split('?')[0]}`)
  expect(officer.status).toBe(404)
  await member.open(`/staff/voices/${here}`)
  expect(member.status).toBe(403)
})

test('the table for spreadsheets runs no formula', async () => {
  await officer.open('/staff/voices/new')
  await officer.press('受け付ける', {
    '声（原文）': '=HYPERLINK("http://evil.example","見て")',
    ...attributes,
  })
  await officer.open('/staff/voices.csv?words=HYPERLINK')
  const csv = new TextDecoder().decode(officer.bytes)
  expect(csv).toContain(`"'=HYPERLINK(`)
  expect(csv).not.toMatch(/[,\n]"?=HYPERLINK/)
})

test('a letter of 200,000 characters is taken in; one more is refused with a sentence', async () => {
  await officer.open('/staff/voices/new')
  await officer.press('受け付ける', { '声（原文）': '長'.repeat(200_001), ...attributes })
  expect(officer.status).toBe(422)
  await officer.open('/staff/voices/new')
  await officer.press('受け付ける', { '声（原文）': '長'.repeat(200_000), ...attributes })
  expect(officer.words).toContain('受け付けました')
}, 30_000)

test('many are pasted: first how they part, then they are taken in', async () => {
  await officer.open('/staff/voices/many')
  await officer.press('分かれ方を確かめる', { 声: '・公園にベンチがほしい\n・駅前が暗い', ...attributes })
  expect(officer.words).toContain('2件に分かれます')
  await officer.press('2件を受け付ける')
  expect(officer.words).toContain('2件を受け付けました')
})

test('a CSV is rehearsed by line and column, then taken in once', async () => {
  const file = (text: string) => new File([text], '声.csv')
  await officer.open('/staff/voices/import')
  await officer.press('内容を確かめる', { CSVファイル: file('声,経路,受けた日\n道が狭い,電話,2026-07-01') })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('2経路電話経路を選んでください')
  await officer.press('内容を確かめる', {
    CSVファイル: file('声,経路,受けた日,氏名\n道が狭い,要望,2026-07-01,花子'),
  })
  expect(officer.words).toContain('取り込まない列：氏名')
  await officer.press('1件を取り込む')
  expect(officer.words).toContain('取り込みました')
})

/** Loads the page again until the worker has left its result. */
async function untilItSays(words: string) {
  const here = officer.path
  for (let tries = 0; tries < 240 && !officer.words.includes(words); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    await officer.open(here)
  }
}

test('a worker proposes groups with reasons; a person confirms; nothing else counts', async () => {
  await officer.open('/staff/voices/groups')
  await officer.press('まとまりを提案する')
  await untilItSays('語の分け方')
  expect(officer.words).toContain('ほかに似た声がないもの')
  expect(officer.words).toMatch(/シルエット。1に近いほどよい）： ?\d+…-?0\.\d\d/)
  expect(officer.words).toContain('いちばん違う声')
  expect(officer.words).toContain('公園の木を増やして日陰をつくる')
  const before = officer.words.split('確かめ済み').length
  await officer.press('1つの話題として確かめた')
  expect(officer.words.split('確かめ済み').length).toBeGreaterThan(before)
  await officer.open('/staff/voices/groups')
  expect(officer.words).toContain('確かめたまとまり（2組）')
  expect(officer.words).toContain('確かめたときの代表の声')
  expect(officer.words).toMatch(/語の一覧 ja-2026-1・市の一覧 第1版、種 shirube/)
}, 120_000)

test('a worker draws the network of words, with the same in tables', async () => {
  await officer.open('/staff/voices/network')
  await officer.press('図をつくる')
  await untilItSays('かたまりごとの語')
  expect(officer.words).toMatch(/意見 n＝\d+件/)
  expect(officer.all('figure svg title')[0]?.textContent).toBe('いっしょに使われる語の図')
}, 120_000)

test('a worker lays out words and districts, with how much of the difference the picture shows', async () => {
  await officer.open('/staff/voices/network')
  await officer.press('違いの図をつくる', { 何で分けるか: 'district' })
  await untilItSays('地区の位置')
  expect(officer.words).toMatch(/違いの\d+\.\d％を表しています/)
  expect(officer.all('figure svg title')[0]?.textContent).toBe('語と地区の図（対応分析）')
  expect(officer.all('figure svg rect').length).toBeGreaterThan(2)
}, 120_000)

test('a rule with a mistake is refused at its field; one that is right suggests, with the words it met', async () => {
  await officer.open('/staff/voices/rules')
  await officer.follow('規則を書く：学童の待機')
  await officer.press('規則を保存する', { 規則: '学童 and (' })
  expect(officer.status).toBe(422)
  expect(officer.fieldValue('規則')).toBe('学童 and (')
  await officer.press('保存せずに試す', { 規則: '学童 and <ない分類>' })
  expect(officer.words).toContain('分類「ない分類」の規則がありません')
  await officer.press('保存せずに試す', { 規則: '学童 and not 放課後' })
  expect(officer.words).toMatch(/当てはまる意見（[1-9]\d*件）/)
  expect(officer.all('mark').map((mark) => mark.textContent)).toContain('学童')
  expect(officer.fieldValue('規則')).toBe('学童 and not 放課後')
  await officer.press('規則を保存する', { 規則: '学童 or 放課後' })
  await officer.press('規則を、全部の意見に当てはめる')
  await untilItSays('当てはまる')
  expect(officer.all('mark').map((mark) => mark.textContent)).toContain('学童')
  const offered = officer.all('input[name="opinion"]').length
  await officer.pressWith('選んだ意見に「学童の待機」を付ける', {}, {})
  expect(officer.all('input[name="opinion"]').length).toBeLessThan(offered)
}, 120_000)

test('words in context: what stands before and after', async () => {
  await officer.open('/staff/voices/words?q=学童')
  expect(officer.words).toMatch(/「学童」は、意見\d+件のうち[1-9]\d*件に/)
  expect(officer.all('td mark').every((mark) => mark.textContent === '学童')).toBe(true)
  await officer.open('/staff/voices/words?q=<b>')
  expect(officer.words).toContain('見つかりませんでした')
})

test('a member sees the issues with n, by channel and district, and no words of anybody', async () => {
  await member.open('/staff/voices/issues')
  expect(member.words).toContain('意見 n')
  await member.follow('放課後に子どもが過ごす場所が足りない')
  expect(member.words).toMatch(/n＝\d+件/)
  expect(member.html).not.toContain('学童の定員を増やしてください')
})

test('the person who wrote the card finds its way by the number, without her words', async () => {
  const resident = new Visitor(town.address)
  await resident.open('/voice')
  await resident.press('調べる', { 受付番号: receipt.toLowerCase().replaceAll('-', '') })
  expect(resident.path).toBe(`/voice/${receipt}`)
  expect(resident.words).toContain('分けて、担当に届けました')
  expect(resident.html).not.toContain('集会所')
  expect(resident.headers.get('x-robots-tag')).toBe('noindex')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { colleagueOf, firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/** Sixty same post cards and two that differ: grouped by a person, answered at once, and the two apart. */

let town: Town
let officer: Visitor
let publisher: Visitor

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
  publisher = await colleagueOf(officer, { name: '公開 公子', email: 'kimiko@example.jp', role: 'publisher' })
})
afterAll(() => town.close())

const card = 'みらい平から取手への急行バスを、朝と夕方に走らせてください。'
const others = [
  'バスより先に、歩道の段差をなくしてください。',
  '急行バスには反対です。税金がかかりすぎます。',
]
const receipts: string[] = []
let answers = ''

const boxes = (visitor: Visitor) => visitor.all('input[name="opinion"]')
const ticked = (visitor: Visitor) => boxes(visitor).filter((box) => box.hasAttribute('checked'))

test('the cards are keyed in at the desk, each with a number of its own', async () => {
  await officer.open('/staff/comments')
  await officer.follow('素案 第1版）への意見募集')
  await officer.follow('受付')
  for (const text of [...Array.from({ length: 60 }, () => card), ...others]) {
    await officer.press('受け付ける', { 方法: 'post', '意見（原文）': text })
    receipts.push(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}/.exec(officer.words)?.[0] ?? '')
  }
  expect(new Set(receipts).size).toBe(62)
}, 120_000)

test('a person confirms the sixty as one wording; the two that differ are not among them', async () => {
  await officer.open('/staff/voices/groups')
  await officer.press('まとまりを提案する')
  const here = officer.path
  for (let tries = 0; tries < 240 && !officer.words.includes('語の分け方'); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    await officer.open(here)
  }
  await officer.press('同じ文面として確かめた')
  await officer.open('/staff/comments')
  await officer.follow('素案 第1版）への意見募集')
  await officer.follow('市の考え方')
  answers = officer.path
  await officer.follow('（60件）をまとめて選ぶ')
  expect(ticked(officer)).toHaveLength(60)
  const words = ticked(officer).map((box) => box.closest('label')?.textContent ?? '')
  expect(words.filter((one) => one.includes('急行バスを、朝と夕方に'))).toHaveLength(60)
}, 120_000)

test('one answer is saved for all sixty; from a page left open before it saves none of them again', async () => {
  const before = officer.tab()
  await before.open(officer.path)
  const reply = { 対応区分: 'reference', 市の考え方: '運行する会社と話し合います。' }
  await officer.press('選んだ意見への考え方を保存する', reply)
  const first = officer.path
  expect(ticked(officer)).toHaveLength(60)
  await before.press('選んだ意見への考え方を保存する', { ...reply, 市の考え方: '別の答え' })
  expect(before.status).toBe(409)
  await officer.open(answers)
  expect(officer.words).toContain('意見60件')
  expect(officer.words).not.toContain('別の答え')
  const open = boxes(officer).map((box) => box.closest('label')?.textContent ?? '')
  for (const text of others) expect(open.filter((one) => one.includes(text))).toHaveLength(1)
  expect(open.filter((one) => one.includes('急行バスを、朝と夕方に'))).toEqual([])
  await publisher.open(first)
  await publisher.press('承認する')
  expect(publisher.words).toContain('承認済み')
})

test('each of the two has an answer of its own, and whoever sent a card is told of the others', async () => {
  for (const text of others) {
    await officer.open(answers)
    const box = boxes(officer).find((one) => one.closest('label')?.textContent?.includes(text))
    await officer.pressWith(
      '選んだ意見への考え方を保存する',
      { 対応区分: 'covered', 市の考え方: '案に書いてあります。' },
      { opinion: box?.getAttribute('value') ?? '' },
    )
    expect(ticked(officer)).toHaveLength(1)
  }
  const resident = new Visitor(town.address)
  await resident.open(`/voice/${receipts[7]}`)
  expect(resident.words).toContain('同じ文面のご意見が、ほかに59件ありました')
  await resident.open(`/voice/${receipts[61]}`)
  expect(resident.words).not.toContain('同じ文面')
})

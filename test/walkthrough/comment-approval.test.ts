import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#src/lib/japanese/business-days.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { openTown, type Town } from '#test/town.ts'
import { colleagueOf, firstOfficer } from './office.ts'
import { colleagueIn } from './sheets-office.ts'
import type { Visitor } from './visitor.ts'

/** A call whose answers are approved by the head of a section and then by the committee, each by another person. */

let town: Town
let officer: Visitor
let head: Visitor
let publisher: Visitor

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
  const { id: unitId } = await town.db
    .selectFrom('organizationUnits')
    .select('id')
    .where('name', '=', '都市計画課')
    .executeTakeFirstOrThrow()
  head = await colleagueIn(String(unitId), officer, { name: '課長 一子', role: 'section-approver' })
  publisher = await colleagueOf(officer, { name: '公開 公子', email: 'kimiko@example.jp', role: 'publisher' })
})
afterAll(() => town.close())

let address = ''
let reply = ''
const buttons = (visitor: Visitor) => visitor.all('main button').map((one) => one.textContent?.trim())

test('the order is written with the case; the same name twice is refused at its field and nothing is lost', async () => {
  const today = tokyoDay(new Date())
  await officer.open('/staff/comments/new')
  const sheet = {
    案件名: '順に承認する意見募集',
    趣旨: '見本（架空）です。',
    始まりの日: today,
    終わりの日: addDays(today, 40),
    提出の方法: '郵送',
    閲覧場所: '庁舎',
    関係資料: '前期基本計画',
  }
  await officer.press('保存する', { ...sheet, 承認の順: '課長\n課長' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('承認の順に、同じ名前が2つあります')
  expect(officer.fieldValue('案件名')).toBe('順に承認する意見募集')
  await officer.press('保存する', { 承認の順: '課長\n策定委員会' })
  expect(officer.words).toContain('課長、策定委員会')
  address = officer.path.split('?')[0] ?? ''
  await publisher.open(address)
  await publisher.press('この意見募集を公表する')
})

test('the list says whose turn it is; nobody approves twice, and the last approval is the approval', async () => {
  await officer.open(`${address}/intake`)
  await officer.press('受け付ける', { 方法: 'post', '意見（原文）': '街灯がほしい' })
  await officer.open(`${address}/replies`)
  const opinion = officer.all('input[name="opinion"]')[0]?.getAttribute('value') ?? ''
  const written = { 対応区分: 'covered', 市の考え方: '書いてあります。' }
  await officer.pressWith('選んだ意見への考え方を保存する', written, { opinion })
  reply = officer.path.split('?')[0] ?? ''
  expect(officer.words).toContain('あなたが書いたか、確認したか、先に承認したので')
  await head.open(`${address}/replies`)
  expect(head.words).toContain('承認待ち（課長）')
  await head.open(reply)
  await head.press('「課長」として承認する')
  expect(head.words).toContain('承認待ち（策定委員会）')
  expect(head.words).toMatch(/課長：令和\d+年\d+月\d+日に承認/)
  expect(buttons(head)).not.toContain('「策定委員会」として承認する')
  await publisher.open(reply)
  await publisher.press('「策定委員会」として承認する')
  expect(publisher.words).toContain('承認済み')
})

test('changed afterwards, it goes through all of them again', async () => {
  await officer.open(reply)
  await officer.press('保存する', { 市の考え方: '直した考え方です。' })
  expect(officer.words).toContain('承認待ち（課長）')
  expect(officer.words).toContain('課長：まだ')
})

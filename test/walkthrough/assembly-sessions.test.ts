import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#src/lib/japanese/business-days.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { openTown, type Town } from '#test/town.ts'
import { firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/** The assembly sits from a day to a day: the secretariat enters it ahead, and everybody finds it in the calendar. */

let town: Town
let officer: Visitor
let resident: Visitor

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
  resident = new Visitor(town.address)
})
afterAll(() => town.close())

/** Far ahead of the sessions of the sample. */
const opens = `${Number(tokyoDay(new Date()).slice(0, 4)) + 2}-02-24`
const closes = addDays(opens, 10)
const name = '骨格予算の臨時会'

test('a session is entered; a mistake comes back with what was typed', async () => {
  await officer.open('/staff/bills')
  expect(officer.words).toContain('会期：')
  await officer.follow('会期の一覧')
  const session = { 種類: 'extraordinary', 会期の名前: name, 開会の日: opens }
  await officer.press('会期を登録する', { ...session, 閉会の日: addDays(opens, -1) })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('閉会の日が、開会の日より前になっています')
  expect(officer.all('input[name="name"]')[0]?.getAttribute('value')).toBe(name)
  await officer.press('会期を登録する', { ...session, 閉会の日: opens })
  expect(officer.words).toContain(`${name}臨時会`)
  await officer.press('会期を登録する', { ...session, 会期の名前: '別の臨時会', 閉会の日: closes })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain(`「${name}」と日が重なっています`)
})

test('it is extended, and whoever had the page open before sees both', async () => {
  await officer.open('/staff/bills/sessions')
  await officer.follow(name)
  const late = officer.tab()
  await late.open(officer.path)
  await officer.press('保存する', { 閉会の日: closes })
  expect(officer.words).toContain(`${eraDay(opens)}〜${eraDay(closes)}`)
  await late.press('保存する', { 閉会の日: addDays(closes, 3) })
  expect(late.status).toBe(409)
  expect(late.words).toContain('ほかの人が先に保存しました')
})

test('residents find it on the page of the assembly and in the calendar of both months', async () => {
  await resident.open('/meetings')
  await resident.follow('市議会')
  expect(resident.words).toContain(`${name}臨時会${eraDay(opens)}〜${eraDay(closes)}`)
  await resident.open('/meetings/calendar')
  expect(resident.status).toBe(200)
  await resident.open(`/meetings/calendar/${opens.slice(0, 7)}`)
  expect(resident.words).toContain(`議会 ${name} 開会`)
  await resident.follow('次の月')
  expect(resident.path).toBe(`/meetings/calendar/${closes.slice(0, 7)}`)
  expect(resident.words).toContain(`議会 ${name} 閉会`)
  expect(resident.all('a[rel="next"]')).toEqual([])
  await resident.open(`/meetings/calendar?month=${opens.slice(0, 7)}`)
  expect(resident.words).toContain(`${name}の会期`)
  for (const nowhere of ['1999-01', 'x', '2026-13'])
    expect([nowhere, (await resident.open(`/meetings/calendar/${nowhere}`)).status]).toEqual([nowhere, 404])
})

test('a meeting stands in the calendar from its call on, and not before', async () => {
  const meetings = await town.db.selectFrom('meetings').select(['id', 'heldOn', 'state']).execute()
  const called = meetings.find(({ state }) => state === 'called')
  const month = String(called?.['heldOn']).slice(0, 7)
  await resident.open(`/meetings/calendar/${month}`)
  expect(resident.html).toContain(`href="/meetings/${called?.['id']}"`)
  await officer.open('/staff/meetings/new')
  await officer.press('準備を始める', { 開催の日: String(called?.['heldOn']) })
  const prepared = officer.path.split('/').at(-1)?.split('?')[0] ?? ''
  await resident.open(`/meetings/calendar/${month}`)
  expect(resident.html).not.toContain(prepared)
  await resident.open('/meetings/calendar.ics')
  const feed = new TextDecoder().decode(resident.bytes)
  expect(feed).toContain(`UID:${called?.['id']}@`)
  expect(feed).not.toContain(prepared)
  await officer.open(`/staff/process/month?month=${month}`)
  expect(officer.html).toContain(prepared)
})

test('a session entered by mistake is taken out again', async () => {
  await officer.open('/staff/bills/sessions')
  await officer.follow(name)
  await officer.press(`「${name}」を消す`)
  expect(officer.words).not.toContain(name)
  await resident.open(`/meetings/calendar/${opens.slice(0, 7)}`)
  expect(resident.status).toBe(404)
})

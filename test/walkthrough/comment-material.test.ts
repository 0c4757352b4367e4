import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/** What a city lays out with its draft: the papers, a page in plain Japanese, an item for the newsletter. */

let town: Town
let officer: Visitor
let resident: Visitor

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
  resident = new Visitor(town.address)
})
afterAll(() => town.close())

test('the papers are made of the version that is laid open and found beside it', async () => {
  await officer.open('/staff/comments')
  await officer.follow('素案 第1版）への意見募集')
  const desk = officer.path
  expect(officer.words).toContain('案の全文（PDFとHTML）と概要版をつくります')
  await officer.press('資料をつくる')
  for (let tries = 0; tries < 240; tries += 1) {
    const jobs = await town.db.selectFrom('jobs').select('state').execute()
    if (jobs.length === 3 && jobs.every((job) => job['state'] === 'done')) break
    expect(jobs.map((job) => job['state'])).not.toContain('failed')
    await pause(500)
  }
  await officer.open(desk)
  await resident.open('/comments')
  await resident.follow('素案 第1版）への意見募集')
  const call = resident.path
  for (const [label, begin] of [
    ['案の全文（PDF）', '%PDF-'],
    ['概要版（PDF）', '%PDF-'],
    ['案の全文（1つのHTML）', '<!doc'],
  ] as const) {
    await resident.open(`${call}?papers`)
    await resident.follow(label)
    expect(new TextDecoder('latin1').decode(resident.bytes.slice(0, 5)), label).toBe(begin)
  }
  await resident.open(`${call}/material/other.pdf`)
  expect(resident.status).toBe(404)
}, 180_000)

test('the call is read in plain Japanese, and the item for the newsletter keeps its length', async () => {
  await resident.open('/comments')
  await resident.follow('素案 第1版）への意見募集')
  await resident.follow('やさしい日本語で読む')
  expect(resident.words).toContain('案（あん）が できました')
  await resident.follow('くわしく 読む・意見を 書く')
  expect(resident.words).toContain('ここに意見を書く')
  await officer.open('/staff/comments')
  await officer.follow('素案 第1版）への意見募集')
  await officer.press('この字数でつくる', { 字数: '200' })
  const letters = Number(/(\d+)字 /.exec(officer.words.slice(officer.words.indexOf('この字数でつくる')))?.[1])
  expect(letters).toBeGreaterThan(80)
  expect(letters).toBeLessThanOrEqual(200)
})

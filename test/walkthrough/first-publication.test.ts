import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import { docxType } from '#src/platform/office/content-types.ts'
import { openTown, type Town } from '#test/town.ts'
import { colleagueOf, firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/** From the working plan to what residents hold: import → freeze → publish by another → book → end of the day. */

let town: Town
let officer: Visitor
let publisher: Visitor
let resident: Visitor

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
  const person = { name: '市長 公子', email: 'kimiko@example.jp', role: 'publisher' }
  publisher = await colleagueOf(officer, person)
  resident = new Visitor(town.address)
})
afterAll(() => town.close())

test('a change of the working plan is not public yet', async () => {
  await officer.open('/staff/plans')
  await officer.follow('健康づくり')
  await officer.press('保存する', { めざす姿: '市民が笑って歩いています。', 庁内メモ: 'この行は公開しない' })
  await resident.open('/plan')
  expect(resident.words).not.toContain('市民が笑って歩いています。')
})

test('a version is frozen by one person and published by another', async () => {
  await officer.open('/staff/versions')
  await officer.press('版をつくる', {
    段階と関門: 'preliminary-draft:G2',
    この版の説明: '健康づくりのめざす姿を改めました。',
  })
  expect(officer.all('button').some((one) => one.textContent?.startsWith('公開する'))).toBe(false)
  await publisher.open('/staff/versions')
  await publisher.press('公開する：素案 第2版')
  expect(publisher.status).toBe(200)
  await resident.open('/plan')
  expect(resident.words).toContain('市民が笑って歩いています。')
  await resident.follow('健康づくり')
  expect(resident.html).not.toContain('この行は公開しない')
  expect(resident.html).not.toContain('kimiko@example.jp')
})

test('a resident reads what changed since the last version, and what was weakened with its reason', async () => {
  await resident.open('/plan')
  await resident.follow('これまでの版と変更')
  expect(resident.words).toContain('いまは「素案 第2版」の段階です')
  await resident.follow('前の版（素案 第1版）からの変更：素案 第2版')
  expect(resident.words).toContain('「健康づくり」のめざす姿')
  expect(resident.words).toContain('［追加］')
  expect(resident.words).not.toContain('この行は公開しない')
  await resident.open('/plan/versions')
  await resident.follow('前の版（骨子案 第1版）からの変更：素案 第1版')
  expect(resident.words).toContain('目標を60％から')
  expect(resident.words).toContain('施策名を「子育ての支援」から「子育て支援」に改めました')
  await resident.open('/plan/versions')
  await resident.follow('この版を読む：骨子案 第1版')
  await resident.follow('子育ての支援')
  expect(resident.words).toContain('骨子案 第1版')
  await resident.follow('いまの計画を見る')
  expect(resident.path).toMatch(/^\/plan\/items\/me_/)
  await resident.open('/plan/ledger')
  expect(resident.words).toContain('目標の引下げ')
  expect(resident.words).toContain('審議会と相談して改めました')
})

test('what decided a version leads to its meeting, and the meeting to the version', async () => {
  await officer.open('/staff/versions')
  await officer.follow('決定を記録する：素案 第2版')
  const form = officer.path
  await officer.press('記録する')
  expect([officer.status, officer.words]).toEqual([422, expect.stringContaining('何によって決まったか')])
  await officer.pressWith('記録する', {}, { decisionRef: 'deliberation/mt_0000000000' })
  expect([officer.status, officer.words]).toEqual([422, expect.stringContaining('一覧にある会議・議案から')])
  const [place = ''] = officer
    .all('option')
    .filter((one) => one.textContent?.startsWith('総合計画審議会 第1回'))
    .map((one) => one.getAttribute('value') ?? '')
  await officer.press('記録する', { '決めた会議・議案': place })
  expect(officer.words).toContain('決定：総合計画審議会 第1回')
  await officer.open(form)
  expect(officer.status).toBe(409)
  await resident.open('/plan/versions')
  expect(resident.words).toContain('決定：第2回総合計画審議会で了承（架空）')
  await resident.follow('この版を読む：素案 第1版')
  await resident.follow('総合計画審議会 第2回の記録')
  expect(resident.path).toMatch(/^\/meetings\/mt_/)
  await resident.follow('素案 第1版')
  expect(resident.path).toMatch(/^\/plan\/versions\/ve_/)
})

test("a version that is not published is nobody's business", async () => {
  await officer.open('/staff/versions')
  await officer.press('版をつくる', { 段階と関門: 'preliminary-draft:G2', この版の説明: '部内の版' })
  const secret = /versions\/pl_\w+\/(ve_\w+)/.exec(officer.html)?.[1] ?? ''
  await resident.open('/plan/versions')
  const shown = /\/plan\/versions\/(ve_\w+)/.exec(resident.html)?.[1]
  for (const path of [secret, `${secret}/items/me_0000000000`]) {
    await resident.open(`/plan/versions/${path}`)
    expect(resident.status).toBe(404)
  }
  await resident.open(`/plan/diff/${shown}...${secret}`)
  expect(resident.status).toBe(404)
})

test('real plans come in: a look first, then the taking over', async () => {
  const file = (name: string) => {
    const bytes = readFileSync(new URL(`../../docs/formats/${name}`, import.meta.url))
    return new File([bytes], name)
  }
  await officer.open('/staff/plans/import')
  await officer.press('内容を確かめる', { 計画のファイル: new File(['<plan'], 'broken.xml') })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('何も変えていません')
  await officer.open('/staff/plans/import')
  await officer.press('内容を確かめる', { 計画のファイル: file('plan-document.example.json') })
  expect(officer.words).toContain('第2次みほん市総合計画 後期基本計画')
  await officer.press('取り込む')
  expect(officer.words).toContain('子育て環境の充実')
})

const samples = new URL('../../../shared/data/plan/stratml/samples/', import.meta.url)
const realPlans = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.xml')) : []
if (realPlans.length === 0)
  console.log('../shared is not here: real StratML plans are left out of the walkthrough')

test.each(realPlans)('the real plan %s is looked at, taken in and checked on the screen', async (name) => {
  await officer.open('/staff/plans/import')
  const bytes = readFileSync(new URL(name, samples))
  await officer.press('内容を確かめる', { 計画のファイル: new File([bytes], name) })
  expect(officer.status).toBe(200)
  await officer.press('取り込む')
  expect(officer.path).toMatch(/^\/staff\/plans\/pl_/)
  const planId = officer.path.split(/[/?]/)[3] ?? ''
  await officer.open(`/staff/lint/${planId}`)
  expect(officer.words).toContain('指摘')
})

test('the plan book and the digest are made while the officer watches', async () => {
  const ways = [
    { button: '計画書をつくる', saved: 'PDF', type: 'application/pdf', start: /^%PDF-1/ },
    { button: '概要版をつくる', saved: 'PDF', type: 'application/pdf', start: /^%PDF-1/ },
    { button: 'Wordでつくる', saved: 'Wordファイル', type: docxType, start: /^PK/ },
    {
      button: '1つのHTMLでつくる',
      saved: 'HTMLファイル',
      type: 'text/html; charset=utf-8',
      start: /^<!doct/,
    },
  ]
  for (const { button, saved, type, start } of ways) {
    await officer.open('/staff/books')
    await officer.press(button)
    const job = officer.path
    for (let tries = 0; tries < 240 && !officer.words.includes(`${saved}を保存する`); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 250))
      await officer.open(job)
    }
    await officer.follow(`${saved}を保存する`)
    expect(officer.headers.get('content-type')).toBe(type)
    expect(new TextDecoder('latin1').decode(officer.bytes.slice(0, 8))).toMatch(start)
    expect(officer.headers.get('content-disposition')).toContain('attachment')
  }
}, 120_000)

test('the frozen document is the same bytes each time, and the command line reads it', async () => {
  await officer.open('/staff/versions')
  await officer.follow('JSONで保存')
  const text = new TextDecoder().decode(officer.bytes)
  expect(canonicalJson(JSON.parse(text))).toBe(text)
})

test('stopping an account ends its sessions at once', async () => {
  await publisher.open('/staff')
  expect(publisher.path).toBe('/staff')
  await officer.open('/staff/accounts')
  await officer.follow('市長 公子')
  await officer.follow('アカウントを止める')
  await officer.press(officer.all('main form button').at(-1)?.textContent?.trim() ?? '')
  await publisher.open('/staff')
  expect(publisher.path).toMatch(/^\/sign-in/)
})

test('signing out ends the session for good', async () => {
  await officer.open('/staff')
  await officer.press('ログアウト')
  await officer.open('/staff/plans')
  expect(officer.path).toMatch(/^\/sign-in\?to=/)
})

test('the audit chain holds, and the command line says so', () => {
  const bin = fileURLToPath(new URL('../../bin/shirube.js', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'audit', 'verify', '--json'], {
    env: { PATH: process.env['PATH'], ...town.environment },
  })
  expect(status, stderr.toString()).toBe(0)
  expect(JSON.parse(stdout.toString()).entries).toBeGreaterThan(20)
})

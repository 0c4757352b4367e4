import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { firstOfficer } from './office.ts'
import { colleagueIn } from './sheets-office.ts'
import type { Visitor } from './visitor.ts'

/** A subcommittee reads and comments the sheets of its own field and knows of no other. */

let town: Town
let officer: Visitor
let reviewer: Visitor
let personId = ''
type Sheet = { id: string; unitId: string; roundId: string; subject: string }
let own: Sheet
let others: Sheet[]

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
  const answered = (await town.db
    .selectFrom('requestSheets')
    .select(['id', 'unitId', 'roundId', 'subject'])
    .where('state', '=', 'answered')
    .where('subjectId', 'is not', null)
    .orderBy('id')
    .execute()) as Sheet[]
  own = answered[0] as Sheet
  others = answered.filter(({ unitId }) => unitId !== own.unitId)
})
afterAll(() => town.close())

test('the secretariat says who reviews, and what the subcommittee answers for', async () => {
  expect(others.length).toBeGreaterThan(0)
  await officer.open('/staff/organization/people/new')
  await officer.press('加える', { 氏名: '部会 三郎', よみ: 'ぶかい さぶろう' })
  personId = /people\/(pe_\w+)/.exec(officer.path)?.[1] ?? ''
  await officer.open('/staff/bodies/new')
  await officer.press('加える', { 名前: '特別部会', 種類: 'subcommittee', 設置の根拠: '要綱' })
  await officer.open('/staff/organization')
  await officer.follow('専門部会')
  await officer.follow('特別部会')
  expect(officer.words).toContain('まだ何も割り当てていません')
  await officer.follow('組織を加える')
  await officer.press('組織を加える', { 組織: '', はじまりの日: '2026-04-01' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('一覧から選んでください')
  await officer.press('組織を加える', { 組織: own.unitId })
  await officer.follow('意見を書く職員を加える')
  await officer.press('意見を書く職員を加える', { 意見を書く職員: personId })
  expect(officer.words).toContain('部会 三郎')
  expect(officer.words).toContain('割り当て（2）')
})

test('an account that belongs to nobody has no field, and its page says so', async () => {
  reviewer = await colleagueIn('', officer, { name: '部会 三郎', role: 'reviewer' })
  await reviewer.open(`/staff/sheets/${own.id}`)
  expect(reviewer.status).toBe(404)
  await officer.open('/staff/accounts')
  await officer.follow('部会 三郎')
  expect(officer.words).toContain('受け持つ分野がなく')
  await officer.press('保存する', { 職員: personId })
  expect(officer.words).not.toContain('受け持つ分野がなく')
})

test('the reviewer reads the sheets of the own field on every screen, and no other is found', async () => {
  await reviewer.open(`/staff/sheets/${own.id}`)
  expect(reviewer.status).toBe(200)
  await reviewer.open(`/staff/sheets/rounds/${own.roundId}`)
  expect(reviewer.html).toContain(own.id)
  await reviewer.open('/staff/sheets')
  expect(reviewer.words).toContain('回収の状況')
  const [strange] = others as [Sheet]
  const round = `/staff/sheets/rounds/${strange.roundId}`
  for (const path of ['/staff/sheets', round]) {
    await reviewer.open(path)
    for (const { id, unitId } of others) {
      expect(reviewer.html).not.toContain(id)
      expect(reviewer.html).not.toContain(unitId)
    }
  }
  for (const path of [
    `/staff/sheets/${strange.id}`,
    `/staff/sheets/${strange.id}/files?file=fi_0000000000`,
    `${round}/units/${strange.unitId}`,
    `${round}/units/${strange.unitId}/workbook.xlsx`,
    `${round}/units/${strange.unitId}/extension`,
  ]) {
    await reviewer.open(path)
    expect([path, reviewer.status]).toEqual([path, 404])
  }
  for (const view of ['measures', 'indicators', 'overlaps', 'relations']) {
    await reviewer.open(`${round}/views?view=${view}`)
    expect([view, reviewer.status]).toEqual([view, 200])
    for (const { subject } of others) expect(reviewer.words).not.toContain(subject)
  }
  await reviewer.open(`${round}/views/paper`)
  expect(reviewer.status).toBe(403)
  await reviewer.open(`${round}/compilation`)
  expect(reviewer.status).toBe(403)
  await reviewer.open('/staff')
  expect(reviewer.html).not.toContain(strange.id)
})

test('the reviewer comments in the own field; the same form sent to another sheet finds nothing', async () => {
  await reviewer.open(`/staff/sheets/${own.id}`)
  const said = { 意見の項目: 'rationale', だれの意見か: '特別部会', 意見: '年度を書いてはどうか' }
  await reviewer.press('意見を加える', said)
  expect(reviewer.words).toContain('年度を書いてはどうか')
  const [strange] = others as [Sheet]
  const form = { act: 'comment', 'comment-fieldId': 'rationale', 'comment-kind': 'note', 'comment-text': 'x' }
  const answer = await fetch(`${town.address}/staff/sheets/${strange.id}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { cookie: reviewer.cookie, origin: town.address },
  })
  expect(answer.status).toBe(404)
})

test('on the day after the assignment has ended the field is closed', async () => {
  await officer.open('/staff/organization/subcommittees')
  await officer.follow('特別部会')
  await officer.press('この日で終える', { 最後の日: '' })
  expect(officer.status).toBe(422)
  const unit = officer
    .all('select[name="assignment"] option')
    .find((one) => one.textContent?.startsWith('組織'))
  await officer.press('この日で終える', {
    割り当て: unit?.getAttribute('value') ?? '',
    最後の日: '2026-04-02',
  })
  expect(officer.words).toContain('終わり')
  await reviewer.open(`/staff/sheets/${own.id}`)
  expect(reviewer.status).toBe(404)
})

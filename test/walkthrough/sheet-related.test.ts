import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { firstOfficer } from './office.ts'
import { colleagueIn } from './sheets-office.ts'
import type { Visitor } from './visitor.ts'

/** A section that is named in the sheet of another one (関係課) reads it, says what it thinks and changes nothing. */

let town: Town
let officer: Visitor
let related: Visitor
let sheet = ''
let other = ''

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
  const units = await town.db.selectFrom('organizationUnits').select(['id', 'name']).execute()
  const sheets = await town.db
    .selectFrom('requestSheets')
    .select(['id', 'unitId', 'answers'])
    .where('state', 'in', ['sent', 'answered', 'returned'])
    .where('subjectId', 'is not', null)
    .orderBy('id')
    .execute()
  const namesIn = (one: (typeof sheets)[number]) =>
    String(JSON.parse(String(one['answers']))['support'] ?? '').split('\n')
  const own = sheets.find((one) => units.some(({ name }) => namesIn(one).includes(String(name))))
  const named = units.find(({ name }) => own && namesIn(own).includes(String(name)))
  const unitId = String(named?.['id'] ?? '')
  const unnamed = sheets.find(
    (one) => one['unitId'] !== unitId && !namesIn(one).includes(String(named?.['name'])),
  )
  sheet = `/staff/sheets/${own?.['id']}`
  other = `/staff/sheets/${unnamed?.['id']}`
  related = await colleagueIn(unitId, officer, { name: '関係 四郎', role: 'section-editor' })
})
afterAll(() => town.close())

test('it finds the sheet on its own page of sheets, and no other way into it', async () => {
  await related.open('/staff/sheets')
  expect(related.words).toContain('関係課に挙がっているシート')
  expect(related.all('#related a, section a').map((link) => link.getAttribute('href'))).toContain(
    `${sheet}/related`,
  )
  await related.open(sheet)
  expect(related.status).toBe(404)
  await related.open(`${other}/related`)
  expect(related.status).toBe(404)
})

test('its comment stands under its name; a mistake comes back with what was typed', async () => {
  await related.open(`${sheet}/related`)
  expect(related.all('form[aria-label="回答"]')).toEqual([])
  await related.press('意見を加える', { 意見: '歩道の工事と重なりませんか' })
  expect(related.status).toBe(422)
  expect(related.words).toContain('項目を選んでください')
  expect(related.fieldValue('意見')).toBe('歩道の工事と重なりませんか')
  await related.press('意見を加える', { 意見の項目: 'issues', 意見: '歩道の工事と重なりませんか' })
  expect(related.words).toContain('（関係課）')
  await officer.open(sheet)
  expect(officer.words).toContain('歩道の工事と重なりませんか')
  expect(officer.words).toContain('部会・委員会・関係課の意見')
})

import { expect, test } from 'vitest'
import { readSamplePlan } from '#src/features/plan/sample/sample-plan.ts'
import type { ReadSheet, WriteSheet } from '#src/lib/table/table.ts'
import { measureSheets } from './measure-sheets.ts'
import { readAnswer } from './read-answer.ts'
import { sheetTemplates } from './sheet-templates.ts'
import { isOverdue, missingFields, openFields, type RequestRound, type RequestSheet } from './sheets.ts'
import { acceptedChanges, readSheetWorkbook, sheetWorkbook } from './workbook.ts'

const fields = [...sheetTemplates.target]
const round: RequestRound = {
  id: 'rr_0000000001',
  title: '依頼',
  sheetType: 'target',
  usedFor: '',
  fields,
  dueOn: '2026-06-30',
  sentAt: '2026-06-01T00:00:00.000Z',
  revision: 1,
}
const sheet: RequestSheet = {
  id: 'rs_0000000001',
  roundId: round.id,
  unitId: 'ou_0000000001',
  subjectId: 'me_0000000001',
  subject: '健康づくり',
  state: 'sent',
  answers: { 'desired-state': '元気', target: '80' },
  remarks: [],
  dueOn: '2026-06-30',
  revision: 1,
}
const numberField = fields.find(({ id }) => id === 'target') ?? fields[0]

test.each([
  ['1,200人', '1200'],
  ['△3', '-3'],
  ['３．５', '3.5'],
  ['わからない', 'わからない'],
  ['', ''],
])('a number is read from %s', (typed, value) => {
  expect(numberField && readAnswer(numberField, typed)).toMatchObject({ value })
})

test.each(['約80', '検討中', '1〜2', '80-90'])('%s is no number, and nothing is guessed', (typed) => {
  expect(numberField && readAnswer(numberField, typed).problem).toContain('数として読めません')
})

test('a returned sheet opens only the fields with a remark that asks for something', () => {
  const remarks = [
    { fieldId: 'target', kind: 'must-change' as const, text: '根拠と合いません' },
    { fieldId: 'issues', kind: 'note' as const, text: '参考' },
  ]
  expect(openFields({ state: 'returned', remarks }, fields).map(({ id }) => id)).toEqual(['target'])
  expect(openFields({ state: 'accepted', remarks }, fields)).toEqual([])
  expect(openFields({ state: 'sent', remarks }, fields)).toHaveLength(fields.length)
})

test('the deadline itself is in time; what was answered is never overdue', () => {
  expect(isOverdue(sheet, '2026-06-30')).toBe(false)
  expect(isOverdue(sheet, '2026-07-01')).toBe(true)
  expect(isOverdue({ ...sheet, state: 'answered' }, '2026-07-01')).toBe(false)
})

test('not to know is an answer', () => {
  const known = missingFields({ 'desired-state': '元気', target: 'わからない' }, fields).map(({ id }) => id)
  expect(known).not.toContain('target')
  expect(known).toContain('issues')
})

/** A workbook as a person returns it, with some answers typed over. */
function returned(written: readonly WriteSheet[], typed: Record<string, string>): ReadSheet[] {
  return written.map(({ name, rows }) => ({
    name,
    isHidden: false,
    merged: [],
    rows: rows.map((values, position) =>
      values.flatMap((value, at) => {
        const own = at === 3 ? (typed[String(values[0]).split('/')[1] ?? ''] ?? value) : value
        const cell = {
          row: position + 4,
          column: at + 1,
          value: { kind: 'text' as const, text: String(own) },
        }
        return own === null || own === '' ? [] : [cell]
      }),
    ),
  }))
}
const asked = { round, sheets: [sheet], unitName: '健康増進課' }
const take = (typed: Record<string, string>, now: Partial<RequestSheet> = {}) =>
  readSheetWorkbook(returned(sheetWorkbook(asked), typed), { round, sheets: [{ ...sheet, ...now }] })

test('a workbook returned as it was changes nothing', () => {
  expect(take({})).toMatchObject({ lines: [], unchangedCount: fields.length, missingCount: 0 })
})

test('what changed only in the file is taken, with what was read otherwise said', () => {
  const report = take({ target: '８５％' })
  expect(report.lines).toMatchObject([
    { kind: 'change', label: '目標値', cell: 'D13', now: '80', inFile: '85' },
  ])
  expect([...acceptedChanges(report)]).toEqual([['rs_0000000001', { target: '85' }]])
})

test('what changed on both sides is a conflict and is not taken', () => {
  const report = take({ target: '85' }, { answers: { ...sheet.answers, target: '90' } })
  expect(report.lines).toMatchObject([{ kind: 'conflict', now: '90', inFile: '85' }])
  expect(acceptedChanges(report).size).toBe(0)
})

test('what changed only on screen stays, though the file has the old value', () => {
  const report = take({}, { answers: { ...sheet.answers, target: '90' } })
  expect(report.lines).toEqual([])
})

test('the same change on both sides is none', () => {
  expect(take({ target: '90' }, { answers: { ...sheet.answers, target: '90' } }).lines).toEqual([])
})

test('a cell that cannot be read is named, the others are taken', () => {
  const report = take({ target: '約80', issues: '人手が足りない' })
  expect(report.lines.map(({ kind, label }) => [kind, label])).toEqual([
    ['change', '課題'],
    ['problem', '目標値'],
  ])
})

test('a locked field is not written by a file', () => {
  const report = take({ target: '85' }, { state: 'answered' })
  expect(report.lines).toMatchObject([{ kind: 'problem', words: expect.stringContaining('いまは書けない') }])
})

test('a missing row is unchanged, an unknown one is named', () => {
  const [page] = returned(sheetWorkbook(asked), {})
  const rows = page?.rows.slice(1) ?? []
  const strange = [{ row: 99, column: 1, value: { kind: 'text' as const, text: 'rs_9999999999/target' } }]
  const read = [{ name: 'x', isHidden: false, merged: ['B2:C3'], rows: [...rows, strange] }]
  const report = readSheetWorkbook(read, { round, sheets: [sheet] })
  expect(report.missingCount).toBe(1)
  expect(report.lines).toMatchObject([{ kind: 'problem', cell: 'D99' }])
  expect(report.notes[0]).toContain('結合')
})

test('sheets go to the unit that leads today, with the numbers of the text written out', () => {
  const plan = readSamplePlan()
  const units = plan.units.map((unit, order) => ({ ...unit, validTo: unit.validTo, order, revision: 1 }))
  const asked = measureSheets(plan, units, '2026-11-27')
  expect(asked.length).toBeGreaterThan(20)
  const ended = new Set(units.filter(({ validTo }) => validTo && validTo < '2026-11-27').map(({ id }) => id))
  expect(asked.filter(({ unitId }) => ended.has(unitId))).toEqual([])
  expect(JSON.stringify(asked)).not.toContain('{{')
})

import { expect, test } from 'vitest'
import { sheetsAsRead } from '#src/features/plan/core/workbook/cases/sheets-as-read.ts'
import type { ReadSheet } from '#src/lib/table/table.ts'
import { bookOf, known, sheetOf } from '../../work/cases/returned-book.ts'
import { assignmentName, assignRows, readAssignments, rowName } from './assign-rows.ts'
import { acceptedChanges, mergeBook, type TakeInReport } from './merge-book.ts'
import { readUnitBook } from './read-unit-book.ts'
import { unitBook } from './write-unit-book.ts'

const of = known({ sheets: [sheetOf(1)] })
const page = '1 施策1'
const issues = 'rs_0000000001/issues'
const text = (row: number, column: number, words: string) => ({
  row,
  column,
  value: { kind: 'text' as const, text: words },
})

/** A row was added under the others, with a heading of its own and an answer. */
const returned: ReadSheet[] = sheetsAsRead(unitBook(bookOf(of))).map((one) =>
  one.name === page
    ? {
        ...one,
        rows: [...one.rows, [text(90, 1, 'こわれた'), text(90, 2, '困っていること'), text(90, 4, '人手')]],
      }
    : one,
)
function report(keys: ReadonlyMap<string, string> | undefined, against = of): TakeInReport {
  const merged = mergeBook(assignRows(readUnitBook(returned), keys), against)
  if (merged.problem !== undefined) throw new Error(merged.problem)
  return merged
}
const row = rowName(page, 90)

test('a row of nobody is offered the open fields of the sheet of its page', () => {
  const found = report(undefined)
  expect(found.lines).toMatchObject([
    { kind: 'problem', label: '困っていること', row: { name: row, sheetIds: ['rs_0000000001'] } },
  ])
  const offered = found.fields[0]?.fields.map(({ label }) => label)
  expect(offered).toContain('課題')
  expect(offered).not.toContain('ほかの指標')
  const locked = report(undefined, known({ sheets: [{ ...sheetOf(1), state: 'answered' }] }))
  expect(locked.fields[0]?.fields).toEqual([])
})

test('assigned, it is taken like the others, and speaks instead of the row the field had', () => {
  const found = report(new Map([[row, issues]]))
  expect(found.lines).toMatchObject([
    { kind: 'change', label: '課題', now: '計画の課題', inFile: '人手', row: { name: row, key: issues } },
  ])
  expect(found.lines[0]?.words).toContain('手で割り当てた')
  expect(acceptedChanges(found).get('rs_0000000001')).toEqual({ issues: '人手' })
})

test('assigned to a field that was edited on screen meanwhile, it is a conflict; to a number, it must be one', () => {
  const edited = { ...sheetOf(1), answers: { ...sheetOf(1).answers, issues: '画面の課題' }, revision: 2 }
  expect(report(new Map([[row, issues]]), known({ sheets: [edited] })).lines).toMatchObject([
    { kind: 'conflict', needsChoice: true, now: '画面の課題', inFile: '人手' },
  ])
  expect(report(new Map([[row, 'rs_0000000001/target']])).lines).toMatchObject([
    { kind: 'problem', words: expect.stringContaining('数として読めません'), row: { name: row } },
  ])
})

test('a field of a sheet that is not known is no field: the row stays a row of nobody', () => {
  expect(report(new Map([[row, 'rs_9999999999/issues']])).lines).toMatchObject([
    { kind: 'problem', sheetId: '', row: { name: row } },
  ])
})

test('assignments are read by book; page names may hold any sign, and anything else is passed over', () => {
  const names = [
    assignmentName(1, rowName('2 道=路!1:', 7), issues),
    '',
    '0:x=y',
    assignmentName(0, row, issues),
  ]
  expect([...readAssignments(names)].map(([at, keys]) => [at, [...keys]])).toEqual([
    [1, [['2 道=路!1:!7', issues]]],
    [0, [[row, issues]]],
  ])
})

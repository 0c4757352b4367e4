import { expect, test } from 'vitest'
import { sheetsAsRead } from '#src/features/plan/core/workbook/cases/sheets-as-read.ts'
import type { ReadSheet, ReadValue } from '#src/lib/table/table.ts'
import { tableText } from '../fields.ts'
import { noReferences } from '../references.ts'
import { sheetTemplates } from '../sheet-templates.ts'
import type { RequestRound, RequestSheet } from '../sheets.ts'
import type { Known } from './known-sheets.ts'
import { acceptedChanges, choiceName, mergeBook, outdatedChoices, type TakeInReport } from './merge-book.ts'
import { readUnitBook } from './read-unit-book.ts'
import { unitBook } from './write-unit-book.ts'

const fields = [...sheetTemplates.target]
const round: RequestRound = {
  id: 'rr_0000000001',
  title: '依頼',
  sheetType: 'target',
  usedFor: '素案',
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
  answers: {
    'desired-state': '元気',
    target: '80',
    'more-indicators': tableText([['歩数', '歩', '', '', '', '']]),
  },
  remarks: [],
  dueOn: '2026-06-30',
  revision: 1,
}
const other = { ...sheet, id: 'rs_0000000002', subject: '食育', answers: {} }
const origin = {
  municipalityCode: '082350',
  roundId: round.id,
  unitId: sheet.unitId,
  exportedAt: '2026-06-01T00:00:00.000Z',
}
const key = '鍵'
const book = (sheets = [sheet]) =>
  sheetsAsRead(unitBook({ round, sheets, unitName: '健康増進課', references: noReferences, origin, key }))
const known = (now: Partial<RequestSheet> = {}): Known => ({
  round,
  sheets: [{ ...sheet, ...now }],
  references: noReferences,
  municipalityCode: '082350',
  key,
})

/** The workbook with some cells typed over, found by the id of their row. */
function typed(cells: Record<string, string | ReadValue>, column = 4, read = book()): ReadSheet[] {
  return read.map((page) => ({
    ...page,
    rows: page.rows.map((row) => {
      const first = row.find((cell) => cell.column === 1)
      const id = first?.value.kind === 'text' ? (first.value.text.split('/')[1] ?? '') : ''
      const given = cells[id]
      if (given === undefined || page.name === '_meta') return row
      const value = typeof given === 'string' ? ({ kind: 'text', text: given } as const) : given
      return [...row.filter((cell) => cell.column !== column), { row: first?.row ?? 0, column, value }]
    }),
  }))
}

function report(read: ReadSheet[], now: Partial<RequestSheet> = {}): TakeInReport {
  const merged = mergeBook(readUnitBook(read), known(now))
  if (merged.problem !== undefined) throw new Error(merged.problem)
  return merged
}

test('a workbook returned as it was changes nothing', () => {
  expect(report(book())).toMatchObject({
    lines: [],
    unchangedCount: fields.length,
    missingCount: 0,
    missingSheets: [],
    notes: [],
  })
})

test('what changed only in the file is taken, with what was read otherwise said', () => {
  const found = report(typed({ target: '８５％' }))
  expect(found.lines).toMatchObject([
    { kind: 'change', label: '目標値', now: '80', inFile: '85', sheet: '1 健康づくり', cell: 'D30' },
  ])
  expect([...acceptedChanges(found)]).toEqual([['rs_0000000001', { target: '85' }]])
})

test('what changed on both sides is a conflict and taken only when a person chooses the file', () => {
  const found = report(typed({ target: '85' }), { answers: { ...sheet.answers, target: '90' } })
  expect(found.lines).toMatchObject([{ kind: 'conflict', now: '90', inFile: '85' }])
  expect(acceptedChanges(found).size).toBe(0)
  const [line] = found.lines
  const chosen = new Set(line ? [choiceName(line)] : [])
  expect([...acceptedChanges(found, chosen)]).toEqual([['rs_0000000001', { target: '85' }]])
  const later = report(typed({ target: '85' }), { answers: { ...sheet.answers, target: '91' }, revision: 2 })
  expect(acceptedChanges(later, chosen).size).toBe(0)
  expect(outdatedChoices(later, chosen)).toHaveLength(1)
  expect(outdatedChoices(found, chosen)).toEqual([])
})

test('what changed only on screen stays; the same change on both sides is none', () => {
  const now = { answers: { ...sheet.answers, target: '90' } }
  expect(report(book(), now).lines).toEqual([])
  expect(report(typed({ target: '90' }), now).lines).toEqual([])
})

test('a cell that cannot be read is named by sheet and cell, the others are taken', () => {
  const found = report(typed({ target: '約80', issues: '人手が足りない' }))
  expect(found.lines.map(({ kind, label }) => [kind, label])).toEqual([
    ['change', '課題'],
    ['problem', '目標値'],
  ])
  expect([...acceptedChanges(found)]).toEqual([['rs_0000000001', { issues: '人手が足りない' }]])
})

test('formulas, errors and days in a number cell are told as what they are', () => {
  const problem = (value: ReadValue) => report(typed({ target: value })).lines[0]?.words
  expect(problem({ kind: 'problem', problem: 'formula', shown: '85' })).toContain('数式')
  expect(problem({ kind: 'problem', problem: 'error-value', shown: '#REF!' })).toContain('#REF!')
  expect(problem({ kind: 'day', day: '2026-04-01' })).toContain('数として読めません')
  expect(report(typed({ target: { kind: 'number', number: 85.5 } })).lines).toMatchObject([
    { inFile: '85.5' },
  ])
})

test('an emptied required answer needs a choice', () => {
  const found = report(typed({ target: '' }))
  expect(found.lines).toMatchObject([{ kind: 'clear', needsChoice: true }])
  expect(acceptedChanges(found).size).toBe(0)
})

test('a locked field is not written by a file', () => {
  const found = report(typed({ target: '85' }), { state: 'answered' })
  expect(found.lines).toMatchObject([{ kind: 'problem', words: expect.stringContaining('いまは書けない') }])
})

test('rows may be sorted, columns inserted, widths changed: headings and ids find them', () => {
  const shifted = (at: number) => at + (at > 2 ? 2 : 0)
  const moved = typed({ target: '85' }).map((page) => {
    if (page.name === '_meta') return page
    const sorted = [...page.rows.slice(0, 3), ...page.rows.slice(3).toReversed()]
    const rows = sorted.map((row, at) =>
      row.map((cell) => ({ ...cell, row: at + 1, column: shifted(cell.column) })),
    )
    return { ...page, rows }
  })
  const found = report(moved)
  expect(found.lines).toMatchObject([{ kind: 'change', label: '目標値', inFile: '85', cell: 'F10' }])
  expect(found.notes[0]).toContain('列が動いていた')
})

test('a missing row or sheet is unchanged, never a deletion', () => {
  const read = book([sheet, other]).filter(({ name }) => !name.startsWith('2'))
  const without = read.map((page) => ({
    ...page,
    rows: page.name.startsWith('1') ? page.rows.slice(0, -2) : page.rows,
  }))
  const merged = mergeBook(readUnitBook(without), { ...known(), sheets: [sheet, other] })
  expect(merged).toMatchObject({ lines: [], missingSheets: ['食育'] })
})

test('a changed id is matched by the name of its field, and a row of nobody is named', () => {
  const changed = book().map((page) => ({
    ...page,
    rows: page.rows.map((row) =>
      row.map((cell) => {
        const text = cell.value.kind === 'text' ? cell.value.text : ''
        if (page.name === '_meta') return cell
        if (text === `${sheet.id}/issues`)
          return { ...cell, value: { kind: 'text' as const, text: 'rs_9999999999/x' } }
        if (text === `${sheet.id}/note`)
          return { ...cell, value: { kind: 'text' as const, text: 'こわれた' } }
        if (text === '事務局への連絡') return { ...cell, value: { kind: 'text' as const, text: '別の名前' } }
        return cell
      }),
    ),
  }))
  const withAnswer = changed.map((page) => ({
    ...page,
    rows: page.rows.map((row) =>
      row.some(({ value }) => value.kind === 'text' && value.text === 'rs_9999999999/x')
        ? [...row, { row: row[0]?.row ?? 0, column: 4, value: { kind: 'text' as const, text: '人手' } }]
        : row,
    ),
  }))
  const found = report(withAnswer)
  expect(found.lines.map(({ kind, label, words }) => [kind, label, words.slice(0, 6)])).toEqual([
    ['change', '課題', '照合番号が変'],
    ['problem', '別の名前', '照合できない'],
  ])
})

test('under a merged cell nothing was given', () => {
  const read = typed({ 'desired-state': 'ひとつに', situation: '' }).map((page) => ({
    ...page,
    merged: page.name.startsWith('1') ? ['D4:D6'] : [],
  }))
  const found = report(read, { answers: { ...sheet.answers, situation: '現状の文' } })
  expect(found.lines).toMatchObject([{ label: 'めざす姿', kind: 'change' }])
  expect(found.notes[0]).toContain('結合')
})

test('a forged or lost record makes every difference a conflict', () => {
  const lost = typed({ target: '85' }).filter(({ name }) => name !== '_meta')
  expect(report(lost).lines).toMatchObject([{ kind: 'conflict', needsChoice: true }])
  const forged = typed({ target: '85' }).map((page) => ({
    ...page,
    rows: page.rows.map((row) =>
      row.map((cell) =>
        page.name === '_meta' && cell.column === 3 && cell.value.kind === 'text' && cell.value.text === '80'
          ? { ...cell, value: { kind: 'text' as const, text: '90' } }
          : cell,
      ),
    ),
  }))
  expect(report(forged, { answers: { ...sheet.answers, target: '90' } }).lines).toMatchObject([
    { kind: 'conflict' },
  ])
})

test('the file of another round, and one without any of our sheets, are refused whole', () => {
  const foreign = { ...known(), round: { ...round, id: 'rr_0000000009', title: '第2回' } }
  expect(mergeBook(readUnitBook(book()), foreign).problem).toContain('第2回')
  expect(mergeBook(readUnitBook([]), known()).problem).toContain('見つかりません')
})

test('a table goes out and comes back by its rows; a row that is gone stays as it was', () => {
  expect(report(typed({ 'more-indicators#2': '睡眠' })).lines).toMatchObject([
    { kind: 'change', label: 'ほかの指標', inFile: '歩数｜歩｜―｜―｜―｜―\n睡眠｜―｜―｜―｜―｜―' },
  ])
  expect(report(typed({ 'more-indicators#2': '八割' }, 8)).lines).toMatchObject([
    { kind: 'problem', words: expect.stringContaining('目標値'), cell: expect.stringMatching(/^H/) },
  ])
  const gone = book().map((page) => ({
    ...page,
    rows: page.rows.filter(([first]) => first?.value.kind !== 'text' || !first.value.text.endsWith('#1')),
  }))
  expect(report(gone).lines).toEqual([])
})

import { expect, test } from 'vitest'
import { sheetsAsRead } from '#src/features/plan/core/workbook/cases/sheets-as-read.ts'
import { bookOf, fields, known, round, sheetOf } from '../../work/cases/returned-book.ts'
import type { Known } from './known-sheets.ts'
import { mergeBook } from './merge-book.ts'
import { readUnitBook } from './read-unit-book.ts'
import { type UnitBook, unitBook } from './write-unit-book.ts'

const of = known({ sheets: [sheetOf(1)] })
const read = (own: Partial<UnitBook> = {}) => sheetsAsRead(unitBook({ ...bookOf(of), ...own }))
const merged = (pages: ReturnType<typeof read>, now: Partial<Known> = {}) =>
  mergeBook(readUnitBook(pages), { ...of, ...now })

test('what stands on the page 参考 is never read back', () => {
  const besides = [{ sheetId: 'rs_0000000001', topic: '目標値', words: '必要な速さは過去最高の2倍です' }]
  const pages = read({ besides })
  const page = pages.find(({ name }) => name === '参考')
  expect(page?.rows.at(-1)?.map(({ value }) => (value.kind === 'text' ? value.text : ''))).toEqual([
    '1 施策1',
    '目標値',
    '必要な速さは過去最高の2倍です',
  ])
  const edited = pages.map((one) => (one === page ? { ...one, rows: [...one.rows, ...one.rows] } : one))
  expect(merged(edited)).toMatchObject({ lines: [], unchangedCount: fields.length, notes: [] })
  expect(read().map(({ name }) => name)).not.toContain('参考')
})

test('the version of the form goes out with the book; one written from another form says so', () => {
  const newer = fields.map((field) => (field.id === 'note' ? { ...field, label: '連絡' } : field))
  expect(merged(read(), { round: { ...round, fields: newer } })).toMatchObject({
    notes: [expect.stringContaining('様式が変わっています')],
  })
  const old = read().map((page) => ({
    ...page,
    rows: page.rows.filter(([first]) => first?.value.kind !== 'text' || first.value.text !== 'round-version'),
  }))
  expect(merged(old)).toMatchObject({ lines: [], notes: [] })
})

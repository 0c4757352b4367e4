import { expect, test } from 'vitest'
import { tableText } from './fields.ts'
import { homeworkOf } from './homework.ts'
import { sheetTemplates } from './sheet-templates.ts'
import type { RequestRound } from './sheets.ts'

const round: Pick<RequestRound, 'fields' | 'sheetType'> = {
  fields: [...sheetTemplates.hearing],
  sheetType: 'hearing',
}
const rows = [
  ['', '', ''],
  ['数値の根拠を調べる', '係長', '令和9年2月1日'],
  ['', '課長', ''],
]
const confirmed = { answers: { homework: tableText(rows) }, state: 'answered' } as const

test('what a hearing left to be done is what its table names, each by the row it stands in', () => {
  expect(homeworkOf(round, confirmed)).toEqual([
    { row: 2, what: '数値の根拠を調べる', who: '係長', until: '令和9年2月1日' },
  ])
})

test('nothing is to be done before the section has confirmed the record, nor after it was sent back', () => {
  expect(homeworkOf(round, { ...confirmed, state: 'sent' })).toEqual([])
  expect(homeworkOf(round, { ...confirmed, state: 'returned' })).toEqual([])
  expect(homeworkOf(round, { ...confirmed, state: 'accepted' })).toHaveLength(1)
})

test('a record without the table, or with an open answer in it, leaves nothing to be done', () => {
  expect(homeworkOf(round, { ...confirmed, answers: { homework: 'わからない' } })).toEqual([])
  expect(homeworkOf(round, { ...confirmed, answers: {} })).toEqual([])
  expect(homeworkOf({ ...round, fields: [] }, confirmed)).toEqual([])
  expect(homeworkOf({ ...round, sheetType: 'own' }, confirmed)).toEqual([])
})

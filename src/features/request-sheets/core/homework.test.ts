import { expect, test } from 'vitest'
import { tableText } from './fields.ts'
import { homeworkOf } from './homework.ts'
import { sheetTemplates } from './sheet-templates.ts'

const fields = [...sheetTemplates.hearing]
const rows = [
  ['数値の根拠を調べる', '係長', '令和9年2月1日'],
  ['', '', ''],
  ['', '課長', ''],
]

test('what a hearing left to be done is what its table names, row by row', () => {
  expect(homeworkOf({ fields }, { answers: { homework: tableText(rows) } })).toEqual([
    { what: '数値の根拠を調べる', who: '係長', until: '令和9年2月1日' },
  ])
})

test('a record without the table, or with an open answer in it, leaves nothing to be done', () => {
  expect(homeworkOf({ fields }, { answers: { homework: 'わからない' } })).toEqual([])
  expect(homeworkOf({ fields }, { answers: {} })).toEqual([])
  expect(homeworkOf({ fields: [] }, { answers: { homework: tableText(rows) } })).toEqual([])
})

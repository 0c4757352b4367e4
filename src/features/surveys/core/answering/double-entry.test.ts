import { expect, test } from 'vitest'
import { surveyQuestion } from '#src/formats/survey-question.ts'
import { readCsv } from '#src/lib/csv/csv.ts'
import { sharedJson, sharedText } from '#test/shared-file.ts'
import { sampleQuestionnaire } from '../../sample/sample-questionnaire.ts'
import { newOption, newQuestionnaire, numbered } from '../questionnaire/edit-questionnaire.ts'
import {
  addCounts,
  compareEntries,
  type EntryPass,
  entryErrorRates,
  headFields,
  noEntries,
} from './double-entry.ts'

const questionnaire = sampleQuestionnaire([{ id: 'me_aaaaaaaaaa', title: '道路' }])
const pass = (cells: Record<string, string>, rest: Partial<EntryPass> = {}): EntryPass => ({
  code: '22222222A2',
  stratum: '',
  receivedOn: '2026-04-01',
  cells,
  ...rest,
})
const differing = (first: EntryPass, second: EntryPass) =>
  compareEntries(questionnaire, first, second).differences.map((one) => [one.name, one.first, one.second])

test('two passes that say the same differ in nothing; every field counts', () => {
  const same = pass({ q1: '1', q4_2: '1', q4_5: '1', q7: 'バスを 増やして。' })
  const spaced = pass({ q1: '1', q4_5: '1', q4_2: '1', q7: 'バスを　増やして。' })
  expect(compareEntries(questionnaire, same, spaced)).toEqual({ fields: 13, differences: [] })
})

test('each field that differs is found: a code, a mark, 無効 against 無回答, the letter, the day', () => {
  expect(differing(pass({ q1: '1', q4_2: '1' }), pass({ q1: '2', q4_2: '1', q4_3: '1' }))).toEqual([
    ['q1', '1', '2'],
    ['q4', '2', '2 3'],
  ])
  expect(differing(pass({ q1: 'INV' }), pass({}))).toEqual([['q1', '*', '']])
  const other = { code: '33333333A3', receivedOn: '2026-04-02' }
  expect(differing(pass({}), pass({}, other)).map(([name]) => name)).toEqual(['code', 'receivedOn'])
})

test('rates are of 10,000 fields; without sheets there are none', () => {
  const counts = addCounts(
    { sheets: 10, fields: 1200, differing: 3, wrong: 3 },
    { sheets: 10, fields: 1200, differing: 0, wrong: 0 },
  )
  expect(entryErrorRates(counts)).toEqual({ differing: 12.5, wrong: 6.3 })
  expect(entryErrorRates(noEntries)).toEqual({ differing: undefined, wrong: undefined })
})

test('the invented sheets of two operators: as many fields and differences as their list says', () => {
  const text = sharedText('surveys/paper_double_entry_sample.csv')
  const told = sharedJson('surveys/paper_double_entry_mismatches.json') as
    | { fields_compared: number; rows_sheet_field_pass1_pass2: string[][] }
    | undefined
  if (text === undefined || !told) return
  const [head, ...rows] = readCsv(text).rows.map(({ cells }) => cells)
  const columns = head?.slice(3) ?? []
  const options = ['0', '1', '2', '3', '4', '5', '8', '9'].map((code) => newOption({ code, label: code }))
  const questions = columns.map((column) =>
    surveyQuestion.parse({ code: column, type: 'single', text: column, options, items: [{ column }] }),
  )
  const sheets = numbered({ ...newQuestionnaire(), sections: [{ id: 's1', title: '', questions }] })
  const passes = Map.groupBy(rows, ([sheet = '']) => sheet)
  const cellsOf = (row: readonly string[] = []) =>
    pass(Object.fromEntries(columns.map((column, at) => [column, row[at + 3] ?? ''])))
  let fields = 0
  const found = [...passes].flatMap(([sheet, [first, second]]) => {
    const compared = compareEntries(sheets, cellsOf(first), cellsOf(second))
    fields += compared.fields - headFields.length
    return compared.differences.map((one) => [sheet, one.name, one.first, one.second])
  })
  expect(fields).toBe(told.fields_compared)
  expect(found).toEqual(
    told.rows_sheet_field_pass1_pass2.map((row) => row.map((cell) => (cell === 'INV' ? '*' : cell))),
  )
})

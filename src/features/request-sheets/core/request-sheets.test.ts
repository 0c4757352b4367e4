import { expect, test } from 'vitest'
import { readSamplePlan } from '#src/features/plan/sample/sample-plan.ts'
import { measureSheets, openQuestionsOf, unitSheets } from './asked-sheets.ts'
import { tableOf, tableText } from './fields.ts'
import { readAnswer } from './read-answer.ts'
import { sheetTemplates } from './sheet-templates.ts'
import { isOverdue, missingFields, missingWords, openFields, type RequestSheet } from './sheets.ts'
import { columnOf, columnText, fieldForm, fieldOf, movedField } from './template-form.ts'

const fields = [...sheetTemplates.target]
const sheet: RequestSheet = {
  id: 'rs_0000000001',
  roundId: 'rr_0000000001',
  unitId: 'ou_0000000001',
  subjectId: 'me_0000000001',
  subject: '健康づくり',
  state: 'sent',
  answers: { 'desired-state': '元気', target: '80' },
  remarks: [],
  dueOn: '2026-06-30',
  revision: 1,
}
const fieldNamed = (id: string) => {
  const field = [...fields, ...sheetTemplates.situation].find((one) => one.id === id)
  if (!field) throw new RangeError(id)
  return field
}

test.each([
  ['1,200人', '1200'],
  ['△3', '-3'],
  ['３．５', '3.5'],
  ['わからない', 'わからない'],
  ['', ''],
])('a number is read from %s', (typed, value) => {
  expect(readAnswer(fieldNamed('target'), typed)).toMatchObject({ value })
})

test.each(['約80', '検討中', '1〜2', '80-90'])('%s is no number, and nothing is guessed', (typed) => {
  expect(readAnswer(fieldNamed('target'), typed).problem).toContain('数として読めません')
})

test('each cell of a table is read as its column says, and a problem names row and column', () => {
  const field = fieldNamed('more-indicators')
  const rows = [['受診率', '％', '増やす', '４０', '45％', '国の目標']]
  expect(readAnswer(field, tableText(rows))).toMatchObject({
    value: tableText([['受診率', '％', '増やす', '40', '45', '国の目標']]),
    note: expect.stringContaining('1行目の「基準値」'),
  })
  const problem = readAnswer(field, tableText([['', '', '上げる', '', '', '']])).problem
  expect(problem).toContain('1行目の「方向性」')
  expect(readAnswer(field, '事務局に相談')).toEqual({ value: '事務局に相談' })
})

test('a table of blanks is no answer', () => {
  const table = { ...fieldNamed('continuation'), isRequired: true }
  expect(missingFields({ continuation: tableText([['', '', '']]) }, [table])).toHaveLength(1)
  expect(missingFields({ continuation: tableText([['健診', '', '']]) }, [table])).toEqual([])
  expect(tableOf(table, '')).toHaveLength(8)
})

test('a reference is taken by its id or its name, and only what the plan has', () => {
  const field = { id: 'f', label: '施策', kind: 'item' as const, isRequired: false }
  const references = { item: [{ id: 'me_0000000001', label: '1-1 子育て' }], indicator: [] }
  expect(readAnswer(field, '１-１　子育て', references)).toEqual({ value: 'me_0000000001' })
  expect(readAnswer(field, 'me_0000000001', references)).toEqual({ value: 'me_0000000001' })
  expect(readAnswer(field, 'ない施策', references).problem).toContain('計画にありません')
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
  expect(missingWords({}, fields)).toContain('「めざす姿」が空です')
})

const plan = readSamplePlan()
const units = plan.units.map((unit, order) => ({ ...unit, validTo: unit.validTo, order, revision: 1 }))
const ground = {
  plan,
  units,
  day: '2026-11-27',
  fields,
  before: [],
  openQuestions: new Map<string, string>(),
}

test('sheets go to the unit that leads today, with the numbers of the text written out', () => {
  const asked = measureSheets(ground)
  expect(asked.length).toBeGreaterThan(20)
  const ended = new Set(units.filter(({ validTo }) => validTo && validTo < '2026-11-27').map(({ id }) => id))
  expect(asked.filter(({ unitId }) => ended.has(unitId))).toEqual([])
  expect(JSON.stringify(asked)).not.toContain('{{')
})

test('the sections a measure concerns are filled in under the names they have today', () => {
  const ended = new Set(units.filter(({ validTo }) => validTo && validTo < '2026-11-27').map(({ id }) => id))
  const known = new Map(units.map(({ id, name }) => [id, name]))
  const concerned = plan.items.flatMap((item) =>
    item.kind === 'measure' && item.support.length > 0 && !item.support.some((id) => ended.has(id))
      ? [item]
      : [],
  )
  expect(concerned.length).toBeGreaterThan(0)
  const asked = new Map(
    measureSheets(ground).map(({ subjectId, answers }) => [subjectId, answers['support']]),
  )
  for (const { id, support } of concerned)
    if (asked.has(id)) expect(asked.get(id)).toBe(support.map((unitId) => known.get(unitId)).join('\n'))
})

test('what the plan does not know is carried over from the last accepted sheet, and said so', () => {
  const [first] = measureSheets(ground)
  const before = [
    { ...sheet, subjectId: first?.subjectId, answers: { note: '前回の連絡', 'desired-state': '古い' } },
  ]
  const asked = measureSheets({ ...ground, before }).find(({ subjectId }) => subjectId === first?.subjectId)
  expect(asked).toMatchObject({ answers: { note: '前回の連絡' }, carried: ['note'] })
  expect(asked?.answers['desired-state']).toBe(first?.answers['desired-state'])
})

test('a section is asked once, with the records of the indicators it owns', () => {
  const lead = plan.items.find(({ kind, lead: own }) => kind === 'measure' && own)?.lead ?? ''
  const [asked] = unitSheets({ ...ground, fields: [...sheetTemplates.situation] }, [lead])
  expect(asked).toMatchObject({ unitId: lead, subject: '課の全体' })
  expect(asked?.answers['results']).toContain('年度')
  expect(unitSheets({ ...ground, plan: undefined }, [lead])[0]?.answers).toEqual({})
})

test('open answers and questions are the agenda of a hearing', () => {
  const remarks = [{ fieldId: 'issues', kind: 'question' as const, text: '件数は？' }]
  const asked = { sheet: { ...sheet, answers: { target: 'わからない' }, remarks }, fields }
  expect(openQuestionsOf([asked]).get(sheet.unitId)).toBe(
    '健康づくり「課題」：件数は？\n健康づくり「目標値」：わからない',
  )
})

test('columns of a table are typed one a line, and come back as they were typed', () => {
  for (const text of ['事業名', '概算費（数）', '今後：継続・縮小・廃止'])
    expect(columnText(columnOf(text))).toBe(text)
  expect(columnOf('今後：継続・縮小').choices).toEqual(['継続', '縮小'])
})

test('a choice without choices and a table without columns are no fields', () => {
  const typed = {
    label: '区分',
    kind: 'choice',
    hint: '',
    prefill: '',
    choices: '1つ',
    columns: '',
    rows: '',
  }
  expect(fieldForm.safeParse(typed).success).toBe(false)
  expect(fieldForm.safeParse({ ...typed, kind: 'table', columns: 'a', rows: '99' }).success).toBe(false)
  const read = fieldForm.parse({
    ...typed,
    choices: 'はい\nいいえ\nはい',
    isRequired: 'yes',
    prefill: 'target',
  })
  expect(fieldOf('fd_1', read)).toEqual({
    id: 'fd_1',
    label: '区分',
    kind: 'choice',
    isRequired: true,
    prefill: 'target',
    choices: ['はい', 'いいえ'],
  })
})

test('a field moves one place and stays at the ends', () => {
  const ids = (moved: typeof fields) => moved.slice(0, 3).map(({ id }) => id)
  expect(ids(movedField(fields, 'situation', 'up'))).toEqual(['situation', 'desired-state', 'issues'])
  expect(ids(movedField(fields, 'desired-state', 'up'))).toEqual(ids(fields))
})

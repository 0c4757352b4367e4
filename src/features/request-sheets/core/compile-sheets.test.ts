import { expect, test } from 'vitest'
import { diffPlans } from '#src/features/plan/core/diff/diff-plans.ts'
import { isShown } from '#src/features/plan/core/diff/plan-change.ts'
import { readSamplePlan } from '#src/features/plan/sample/sample-plan.ts'
import { planDocument } from '#src/formats/plan-document.ts'
import { measureSheets } from './asked-sheets.ts'
import { compileSheets } from './compile-sheets.ts'
import { type Answers, tableText } from './fields.ts'
import { sheetTemplates } from './sheet-templates.ts'
import type { RequestSheet } from './sheets.ts'

const plan = readSamplePlan()
const units = plan.units.map((unit, order) => ({ ...unit, validTo: unit.validTo, order, revision: 1 }))
const fields = [...sheetTemplates.target]
const asked = measureSheets({ plan, units, day: '2026-11-27', fields, before: [], openQuestions: new Map() })
let count = 0
const newId = (kind: string) => `${kind}_${String(++count).padStart(10, '0')}`

const accepted = (answers: Answers = {}, at = 0): RequestSheet => {
  const sheet = asked[at]
  if (!sheet) throw new RangeError('the sample has measures')
  return {
    id: `rs_000000000${at}`,
    roundId: 'rr_0000000001',
    unitId: sheet.unitId,
    subjectId: sheet.subjectId,
    subject: sheet.subject,
    state: 'accepted',
    answers: { ...sheet.answers, ...answers },
    remarks: [],
    dueOn: '2026-12-01',
    revision: 1,
  }
}
function compiled(sheets: RequestSheet[]) {
  const { notes, sheetIds, ...parts } = compileSheets({ plan, round: { fields }, sheets, newId })
  const after = planDocument.parse({ ...plan, ...parts })
  return { after, notes, sheetIds, changes: diffPlans(plan, after).filter(isShown) }
}

test('sheets accepted as they were prefilled change nothing, and bound numbers stay bound', () => {
  const { changes, sheetIds, notes } = compiled(asked.map((_, at) => accepted({}, at)))
  expect(changes.map(({ sentence }) => sentence)).toEqual([])
  expect(sheetIds).toHaveLength(asked.length)
  expect(notes).toEqual([])
})

test('an answer becomes a change with its sentence, in text and target', () => {
  const { changes } = compiled([accepted({ 'desired-state': '新しい姿', target: '99.5' })])
  expect(changes.map(({ kind }) => kind).sort()).toEqual(
    expect.arrayContaining(['text-changed', expect.stringMatching(/^target-/)]),
  )
  expect(changes).toHaveLength(2)
})

test('when a value is known and what it is to be on the way join the first indicator; other interim values stay', () => {
  const answers = { 'available-from': '翌年度7月', 'interim-year': '2025', interim: '42' }
  const { after } = compiled([accepted(answers)])
  const measureId = asked[0]?.subjectId
  const before = plan.indicators.filter(({ itemId }) => itemId === measureId)
  const [first] = after.indicators
    .filter(({ itemId }) => itemId === measureId)
    .sort((a, b) => a.order - b.order)
  expect(first).toMatchObject({ availableFrom: '翌年度7月' })
  expect(first?.interim[0]).toMatchObject({ fiscalYear: 2025, value: 42 })
  const old = before.find(({ id }) => id === first?.id)
  expect(first?.interim.slice(1)).toEqual(old?.interim.slice(1))
})

test('not to know changes nothing, nor does a sheet that is not accepted', () => {
  const open = Object.fromEntries(fields.map(({ id }) => [id, 'わからない']))
  expect(compiled([accepted(open)]).changes).toEqual([])
  expect(compiled([{ ...accepted({ target: '1' }), state: 'answered' }]).sheetIds).toEqual([])
})

test('a paragraph that stays keeps its id; a rewritten one too; a new one gets the next', () => {
  const measure = plan.items.find(({ id }) => id === asked[0]?.subjectId)
  if (measure?.kind !== 'measure') throw new RangeError('a measure')
  const issues = `${asked[0]?.answers['issues']}\n新しい課題があります。`
  const after = compiled([accepted({ issues })]).after.items.find(({ id }) => id === measure.id)
  if (after?.kind !== 'measure') throw new RangeError('a measure')
  expect(after.issues.slice(0, -1)).toEqual(measure.issues)
  expect(measure.issues.map(({ id }) => id)).not.toContain(after.issues.at(-1)?.id)
})

test('a new program comes last; one the sheet leaves out stays and is named', () => {
  const programs = asked[0]?.answers['programs']?.split('\n') ?? []
  const { changes, notes } = compiled([
    accepted({ programs: [...programs.slice(1), '新しい取組'].join('\n') }),
  ])
  expect(changes).toMatchObject([{ kind: 'added', subject: { name: '新しい取組' } }])
  expect(notes[0]).toContain(programs[0])
})

test('another indicator of the table is added with its target; one without a unit is named', () => {
  const more = asked[0]?.answers['more-indicators']
  const rows = more ? (JSON.parse(more) as string[][]) : []
  const { after, notes } = compiled([
    accepted({
      'more-indicators': tableText([
        ...rows,
        ['新しい指標', '人', '増やす', '10', '20', '傾向'],
        ['単位なし', '', '', '', '', ''],
      ]),
    }),
  ])
  expect(after.indicators.find(({ name }) => name === '新しい指標')).toMatchObject({
    itemId: asked[0]?.subjectId,
    direction: 'increase',
    baseline: { value: 10 },
    target: { value: 20, fiscalYear: plan.period.fiscalYears[1] },
  })
  expect(notes.join()).toContain('単位なし')
})

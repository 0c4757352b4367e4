import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { isOrderEdit } from '../edits/edit.ts'
import { fieldWord } from '../field-words.ts'
import type { PlanSides } from '../plan-sides.ts'
import { fieldFacts, renamed, storedOrder } from './field-facts.ts'
import { type FieldRule, insideOf } from './found.ts'
import { textFacts } from './text-facts.ts'

/** 版: which version it is differs between any two versions; no change of the plan itself. */
const versionChanged: FieldRule = ({ subject, sides }, _field, edits) => [
  {
    kind: 'version-changed',
    subject,
    before: sides.before.plan.version.label,
    after: sides.after.plan.version.label,
    edits: [...edits],
  },
]

const periodChanged: FieldRule = (found, field, edits) => [
  { ...fieldFacts(found, field, edits), ...periodWords(found.sides) },
]

function periodWords({ before, after }: PlanSides) {
  const words = ({ period }: PlanSides['after']['plan']) =>
    `${eraDay(period.start)}から${eraDay(period.end)}まで`
  return { before: words(before.plan), after: words(after.plan) }
}

const levelWords: Readonly<Record<string, string>> = {
  vision: '将来像の呼び名',
  policy: '政策の呼び名',
  measure: '施策の呼び名',
  program: '基本事業の呼び名',
  project: '事務事業の呼び名',
}

/** What the city calls the levels, one change each. */
const labelsChanged: FieldRule = (found, field, edits) =>
  edits.map((edit) => fieldFacts(found, field, [edit], levelWords[insideOf(found, edit)[1] ?? '']))

const prefaceChanged: FieldRule = (found, field, edits) => [
  { ...textFacts(found, field, edits), action: 'rewritten' },
]

/** The order of the role and principle sets is the order they are shown in. */
const setChanged: FieldRule = (found, field, edits) =>
  edits.map((edit) => {
    const word = fieldWord(found.address.type, field)
    return fieldFacts(found, field, [edit], isOrderEdit(edit) ? `${word}の順番` : word)
  })

const lists = [
  'items',
  'projects',
  'indicators',
  'dataPoints',
  'evidence',
  'logicModels',
  'relatedPlans',
  'units',
  'taxonomies',
  'termNotes',
  'decisions',
  'waivers',
  'ledger',
]

export const planRules: Readonly<Record<string, FieldRule>> = {
  ...Object.fromEntries(lists.map((list) => [list, storedOrder])),
  title: renamed,
  version: versionChanged,
  period: periodChanged,
  labels: labelsChanged,
  preface: prefaceChanged,
  roleSet: setChanged,
  principleSet: setChanged,
}

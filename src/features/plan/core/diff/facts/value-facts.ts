import type { Edit } from '../edits/edit.ts'
import { isOrderEdit } from '../edits/edit.ts'
import { idOfKey } from '../edits/keyed-lists.ts'
import { isRecord } from '../edits/same-json.ts'
import { fieldWord } from '../field-words.ts'
import type { ChangeFacts } from '../plan-change.ts'
import { fieldChanged, fieldFacts, shortSides, storedOrder } from './field-facts.ts'
import { type FieldRule, type Found, insideOf, parted, valuesOf } from './found.ts'
import { indicatorsOf, isSameUnit } from './target-facts.ts'
import { textFacts } from './text-facts.ts'

/** 基準値: value and year; what is said about it is text. */
export const baselineChanged: FieldRule = (found, field, edits) => {
  const both = indicatorsOf(found)
  if (!both) return fieldChanged(found, field, edits)
  const [numbers, words] = parted(edits, (edit) =>
    /^(value|fiscalYear)$/.test(insideOf(found, edit)[1] ?? ''),
  )
  const stateOf = ({ fiscalYear, value }: { fiscalYear: number; value: number | null }) => ({
    fiscalYear,
    value,
  })
  const facts: ChangeFacts[] = words.map((edit) => textFacts(found, field, [edit], '基準値の注'))
  if (numbers.length === 0) return facts
  const [before, after] = [stateOf(both.before.baseline), stateOf(both.after.baseline)]
  const { subject } = found
  return [
    { kind: 'baseline-changed', subject, unit: both.after.unit, before, after, edits: numbers },
    ...facts,
  ]
}

/** What is counted, or how: earlier values cannot be compared any more. */
export const definitionChanged: FieldRule = (found, field, edits) => [
  {
    kind: 'definition-changed',
    subject: found.subject,
    field,
    label: fieldWord(found.address.type, field),
    ...shortSides(found, edits),
    edits: [...edits],
  },
]

export const unitChanged: FieldRule = (found, field, edits) => {
  const { before, after } = valuesOf(edits[0])
  if (edits.length > 1 || typeof before !== 'string' || typeof after !== 'string')
    return fieldChanged(found, field, edits)
  const onlySpelling = isSameUnit(before, after)
  return [{ kind: 'unit-changed', subject: found.subject, before, after, onlySpelling, edits: [...edits] }]
}

/** 実績値, by their years: a new one, a provisional one settled, or one that was published and became another. */
export const actualsChanged: FieldRule = (found, field, edits) => {
  const [orders, values] = parted(edits, isOrderEdit)
  const byYear = new Map<string, Edit[]>()
  for (const edit of values) {
    const key = insideOf(found, edit)[1] ?? ''
    byYear.set(key, [...(byYear.get(key) ?? []), edit])
  }
  return [
    ...[...byYear].flatMap(([key, own]) => actualFacts(found, key, own)),
    ...storedOrder(found, field, orders),
  ]
}

function actualFacts(found: Found, key: string, edits: readonly Edit[]): ChangeFacts[] {
  const both = indicatorsOf(found)
  const fiscalYear = Number(idOfKey(key))
  const entryIn = (side: 'before' | 'after') =>
    both?.[side].actuals.find((actual) => actual.fiscalYear === fiscalYear)
  const [before, after] = [entryIn('before'), entryIn('after')]
  const [from, to] = [before?.value ?? null, after?.value ?? null]
  if (from === to && before && after) {
    return [fieldFacts(found, 'actuals', edits, '実績値の注')]
  }
  return [
    {
      kind: 'value-updated',
      subject: found.subject,
      part: 'actual',
      unit: both?.after.unit ?? '',
      fiscalYear,
      before: from,
      after: to,
      isRestated: from !== null && from !== to && before?.provisional === false,
      edits: [...edits],
    },
  ]
}

/** A figure that texts quote: its value with its day and source are one thing. */
export const dataPointChanged: FieldRule = (found, field, edits) => {
  const value = edits.find((edit) => insideOf(found, edit)[0] === 'value')
  if (!value) return fieldChanged(found, field, edits)
  const { before, after } = valuesOf(value)
  const point: unknown = found.sides.after.members.dataPoints.get(found.address.key)
  return [
    {
      kind: 'value-updated',
      subject: found.subject,
      part: 'data-point',
      unit: isRecord(point) ? String(point['unit']) : '',
      before: typeof before === 'number' ? before : null,
      after: typeof after === 'number' ? after : null,
      isRestated: false,
      edits: [...edits],
    },
  ]
}

/** The value, the day it is of and the day it was looked up. */
export const valueGroup = (field: string) => (field === 'asOf' || field === 'retrievedOn' ? 'value' : field)

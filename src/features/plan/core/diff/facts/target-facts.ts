import type { Indicator } from '#src/formats/plan-indicator.ts'
import { listedUnit } from '#src/lib/unit/units.ts'
import { ambitionBetween } from '../ambition.ts'
import type { Edit } from '../edits/edit.ts'
import { isOrderEdit } from '../edits/edit.ts'
import { idOfKey } from '../edits/keyed-lists.ts'
import { sameJson } from '../edits/same-json.ts'
import type { ChangeFacts, FactsOf, TargetState } from '../plan-change.ts'
import { fieldChanged, storedOrder } from './field-facts.ts'
import { type FieldRule, type Found, insideOf, parted, valuesOf } from './found.ts'
import { textFacts } from './text-facts.ts'

type Part = 'target' | 'interim'

/** 目標値: its value, its year and its comment are three things. */
export const targetChanged: FieldRule = (found, field, edits) => {
  const both = indicatorsOf(found)
  if (!both) return fieldChanged(found, field, edits)
  const years = edits.filter((edit) => insideOf(found, edit)[1] === 'fiscalYear')
  const comments = edits.filter((edit) => insideOf(found, edit)[1] === 'comment')
  const values = edits.filter((edit) => !years.includes(edit) && !comments.includes(edit))
  const [before, after] = [stateOf(both.before.target), stateOf(both.after.target)]
  return [
    ...(values.length > 0 ? [valueFacts(found, 'target', { before, after, edits: values })] : []),
    ...years.map((edit) => deadlineFacts(found, 'target', [edit])),
    ...comments.map((edit) => textFacts(found, field, [edit], '目標値の注')),
  ]
}

/** 中間値, by their years. One that only went to another year has another deadline. */
export const interimChanged: FieldRule = (found, field, edits) => {
  const [orders, values] = parted(edits, isOrderEdit)
  const [comments, changes] = parted(values, (edit) => insideOf(found, edit)[2] === 'comment')
  const [whole, inner] = parted(changes, (edit) => insideOf(found, edit).length === 2)
  const isMove = whole.length === 2 && sameJson(withoutYear(whole[0]), withoutYear(whole[1]))
  return [
    ...(isMove ? [deadlineFacts(found, 'interim', whole)] : whole.map((edit) => interimFacts(found, edit))),
    ...inner.map((edit) => interimFacts(found, edit)),
    ...comments.map((edit) => textFacts(found, field, [edit], '中間値の注')),
    ...storedOrder(found, field, orders),
  ]
}

type YearValue = { fiscalYear: number; value: number | null }

function withoutYear(edit: Edit | undefined): unknown {
  const { before, after } = valuesOf(edit)
  return { ...(entryOf(before) ?? entryOf(after)), fiscalYear: 0, wasThere: undefined }
}

const entryOf = (value: unknown) => (value === undefined ? undefined : (value as YearValue))

function interimFacts(found: Found, edit: Edit): ChangeFacts {
  const inside = insideOf(found, edit)
  const { before, after } = valuesOf(edit)
  const fiscalYear = Number(idOfKey(inside[1] ?? ''))
  const valueIn = (value: unknown) => (inside.length === 2 ? entryOf(value)?.value : (value as number | null))
  const state = (value: unknown): TargetState | null =>
    value === undefined ? null : { fiscalYear, value: valueIn(value) ?? null, kind: 'value' }
  return valueFacts(found, 'interim', { before: state(before), after: state(after), edits: [edit] })
}

type TargetSides = { before: TargetState | null; after: TargetState | null; edits: readonly Edit[] }

function valueFacts(found: Found, part: Part, { before, after, edits }: TargetSides): ChangeFacts {
  const both = indicatorsOf(found)
  const direction = both && isComparable(both.before, both.after) ? both.after.direction : null
  const ambition = ambitionBetween(direction, before, after)
  const facts = { subject: found.subject, part, direction, unit: both?.after.unit ?? '', before, after }
  // One of the four kinds, all of the same fields: the compiler does not follow a kind that is put together.
  return { ...facts, kind: `target-${ambition}`, edits: [...edits] } as FactsOf<'target-changed'>
}

/** Values in another unit, or counted another way, say nothing about more or less. */
function isComparable(before: Indicator, after: Indicator): boolean {
  return (
    before.direction === after.direction &&
    before.accumulation === after.accumulation &&
    isSameUnit(before.unit, after.unit)
  )
}

/** Whether two units differ only in how they are written. */
export const isSameUnit = (a: string, b: string) => (listedUnit(a) ?? a) === (listedUnit(b) ?? b)

function deadlineFacts(found: Found, part: Part, edits: readonly Edit[]): ChangeFacts {
  const yearOf = (side: 'before' | 'after') => {
    const value = edits.map((edit) => valuesOf(edit)[side]).find((one) => one !== undefined)
    return typeof value === 'number' ? value : (entryOf(value)?.fiscalYear ?? 0)
  }
  return {
    kind: 'deadline-moved',
    subject: found.subject,
    part,
    before: yearOf('before'),
    after: yearOf('after'),
    edits: [...edits],
  }
}

function stateOf(target: Indicator['target']): TargetState | null {
  if (!target) return null
  const { fiscalYear, value, kind, low, high } = target
  return {
    fiscalYear,
    value,
    kind,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  }
}

/** The indicator on both sides; undefined if it is on one side only. */
export function indicatorsOf({ address, sides }: Found): { before: Indicator; after: Indicator } | undefined {
  const before = sides.before.members.indicators.get(address.key)
  const after = sides.after.members.indicators.get(address.key)
  return before && after && { before, after }
}

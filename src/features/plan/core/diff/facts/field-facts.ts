import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import type { Edit, Json } from '../edits/edit.ts'
import { isOrderEdit } from '../edits/edit.ts'
import { idOfKey } from '../edits/keyed-lists.ts'
import { fieldWord } from '../field-words.ts'
import type { ChangeFacts, FactsOf } from '../plan-change.ts'
import { type FieldRule, type Found, insideOf, valuesOf } from './found.ts'
import { measured, valueWords } from './value-words.ts'

/** The last resort: the field was changed, with both values where they are short words. */
export const fieldChanged: FieldRule = (found, field, edits) =>
  edits.length === 0 ? [] : [fieldFacts(found, field, edits)]

export function fieldFacts(
  found: Found,
  field: string,
  edits: readonly Edit[],
  label = fieldWord(found.address.type, field),
): FactsOf<'field-changed'> {
  return {
    kind: 'field-changed',
    subject: found.subject,
    field,
    label,
    ...shortSides(found, edits),
    edits: [...edits],
  }
}

/** Both sides of a single edit in words; nothing when one of them cannot be said shortly. */
export function shortSides(found: Found, edits: readonly Edit[]): { before?: string; after?: string } {
  const [edit] = edits
  if (!edit || edits.length > 1 || isOrderEdit(edit)) return {}
  const field = insideOf(found, edit).at(-1) ?? ''
  const before = valueWords(field, edit.before ?? '')
  const after = valueWords(field, edit.after ?? '')
  return before === undefined || after === undefined ? {} : { before, after }
}

/** A new name. Names that were or become empty are told as any other field. */
export const renamed: FieldRule = (found, field, edits) => {
  const { before, after } = valuesOf(edits[0])
  if (edits.length > 1 || !isFilled(before) || !isFilled(after)) return fieldChanged(found, field, edits)
  return [{ kind: 'renamed', subject: found.subject, before, after, edits: [...edits] }]
}

const isFilled = (value: Json | undefined): value is string => typeof value === 'string' && value !== ''

/** The whole subject came or went. */
export function comingOrGoing(found: Found, edit: Edit, partOf?: string): ChangeFacts {
  return {
    kind: 'after' in edit ? 'added' : 'removed',
    subject: found.subject,
    ...(partOf ? { partOf } : {}),
    edits: [edit],
  }
}

/** A list is kept in another order that says nothing. */
export const storedOrder = (found: Found, field: string, edits: readonly Edit[]): ChangeFacts[] =>
  edits.length === 0
    ? []
    : [
        {
          kind: 'stored-order-changed',
          subject: found.subject,
          field,
          label: fieldWord(found.address.type, field),
          edits: [...edits],
        },
      ]

/** Yearly entries of a project (事業費, 従事時間), one change a year; the total stands for the year. */
export const yearlyChanged =
  (total: string, unit: string): FieldRule =>
  (found, field, edits) => {
    const years = new Map<string, Edit[]>()
    for (const edit of edits) {
      const key = isOrderEdit(edit) ? '' : (insideOf(found, edit)[1] ?? '')
      years.set(key, [...(years.get(key) ?? []), edit])
    }
    return [...years].flatMap(([key, own]): ChangeFacts[] => {
      if (key === '') return storedOrder(found, field, own)
      const label = `${fieldWord(found.address.type, field)}（${fiscalYearLabel(Number(idOfKey(key)))}）`
      const { before, after } = valuesOf(own.find((edit) => insideOf(found, edit)[2] === total))
      const words = (value: Json | undefined) =>
        typeof value === 'number' ? measured(value, unit) : undefined
      const [from, to] = [words(before), words(after)]
      const { before: _, after: __, ...facts } = fieldFacts(found, field, own, label)
      return [{ ...facts, ...(from && to ? { before: from, after: to } : {}) }]
    })
  }

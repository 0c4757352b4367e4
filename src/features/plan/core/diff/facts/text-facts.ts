import type { Edit } from '../edits/edit.ts'
import { isOrderEdit } from '../edits/edit.ts'
import { isRecord } from '../edits/same-json.ts'
import { fieldWord } from '../field-words.ts'
import type { ChangeFacts, FactsOf } from '../plan-change.ts'
import { fieldFacts } from './field-facts.ts'
import { type FieldRule, type Found, insideOf, parted, valuesOf } from './found.ts'

/** A text written anew, field by field and paragraph by paragraph. */
export const textChanged: FieldRule = (found, field, edits) => {
  const [whole, inner] = parted(edits, (edit) => insideOf(found, edit).length === 1)
  return [
    ...byParagraph(found, inner).flatMap((own) => paragraphFacts(found, field, own)),
    ...whole.map((edit) =>
      isOrderEdit(edit) ? reordered(found, field, edit) : wholeText(found, field, edit),
    ),
  ]
}

/** One sentence or one text without paragraphs of its own. */
function wholeText(found: Found, field: string, edit: Edit): ChangeFacts {
  const { before = '', after = '' } = valuesOf(edit)
  if (typeof before !== 'string' || typeof after !== 'string') return fieldFacts(found, field, [edit])
  return { ...textFacts(found, field, [edit]), action: actionOf(before, after) }
}

const actionOf = (before: unknown, after: unknown) => {
  if (before === undefined || before === '') return 'added'
  return after === undefined || after === '' ? 'removed' : 'rewritten'
}

const reordered = (found: Found, field: string, edit: Edit): ChangeFacts => ({
  ...textFacts(found, field, [edit]),
  action: 'reordered',
})

/** The facts of a text; its label can be made more exact. */
export function textFacts(
  found: Found,
  field: string,
  edits: readonly Edit[],
  label = fieldWord(found.address.type, field),
): FactsOf<'text-changed'> {
  const { before, after } = valuesOf(edits[0])
  return {
    kind: 'text-changed',
    subject: found.subject,
    field,
    label,
    action: edits.length > 1 ? 'rewritten' : actionOf(before, after),
    edits: [...edits],
  }
}

function byParagraph(found: Found, edits: readonly Edit[]): Edit[][] {
  const groups = new Map<string, Edit[]>()
  for (const edit of edits) {
    const paragraphId = insideOf(found, edit)[1] ?? ''
    groups.set(paragraphId, [...(groups.get(paragraphId) ?? []), edit])
  }
  return [...groups.values()]
}

const textFields = [undefined, 'text', 'heading']

function paragraphFacts(found: Found, field: string, edits: readonly Edit[]): ChangeFacts[] {
  const [texts, others] = parted(edits, (edit) => textFields.includes(insideOf(found, edit)[2]))
  const paragraphId = edits[0] ? insideOf(found, edits[0])[1] : undefined
  if (paragraphId === undefined) return []
  const place = { paragraphId, ...positionOf(found, field, paragraphId) }
  const facts: ChangeFacts[] = others.map((edit) =>
    fieldFacts(found, field, [edit], otherLabel(found, field, edit)),
  )
  if (texts.length === 0) return facts
  const isWhole = texts.some((edit) => insideOf(found, edit).length === 2)
  const text = textFacts(found, field, texts)
  return [{ ...text, action: isWhole ? text.action : 'rewritten', ...place }, ...facts]
}

const innerWords: Readonly<Record<string, string>> = {
  addresses: 'が応える課題',
  kind: 'の種類',
  indicatorId: 'の指標',
  threshold: 'の境目の値',
}

const otherLabel = (found: Found, field: string, edit: Edit) =>
  `${fieldWord(found.address.type, field)}${innerWords[insideOf(found, edit)[2] ?? ''] ?? ''}`

/** Which paragraph it is, from 1: in the newer plan, or in the older one if it is gone. */
function positionOf({ address, sides }: Found, field: string, paragraphId: string): { position?: number } {
  for (const side of [sides.after, sides.before]) {
    const item: unknown = side.members.items.get(address.key)
    const list = isRecord(item) ? item[field] : undefined
    if (!Array.isArray(list)) continue
    const index = list.findIndex((one) => isRecord(one) && one['id'] === paragraphId)
    if (index >= 0) return { position: index + 1 }
  }
  return {}
}

/** Fields inside a field, each with a word of its own; those that are not text are told as fields. */
export const nestedTexts =
  (words: Readonly<Record<string, string>>): FieldRule =>
  (found, field, edits) => {
    const groups = new Map<string, Edit[]>()
    for (const edit of edits) {
      const inner = insideOf(found, edit)[1] ?? ''
      groups.set(inner, [...(groups.get(inner) ?? []), edit])
    }
    return [...groups].map(([inner, own]) => {
      const { before, after } = valuesOf(own[0])
      const isText = inner !== 'basis' && inner !== 'criterionFixedOn' && [before, after].every(isString)
      const facts = isText ? textFacts : fieldFacts
      return facts(found, field, own, words[inner])
    })
  }

const isString = (value: unknown) => typeof value === 'string'

/** Texts by the keys of a set the city chose (自助・共助・公助): the label of the set names each. */
export const keyedTexts =
  (set: 'roleSet' | 'principleSet'): FieldRule =>
  (found, field, edits) =>
    edits.map((edit) => {
      const inside = insideOf(found, edit)
      const { before = '', after = '' } = valuesOf(edit)
      const label = `${fieldWord(found.address.type, field)}（${setLabel(found, set, inside[1] ?? '')}）`
      const isText = typeof before === 'string' && typeof after === 'string'
      if (isText && inside.length > 1)
        return { ...textFacts(found, field, [edit], label), action: actionOf(before, after) }
      return fieldFacts(found, field, [edit], inside.length > 1 ? label : undefined)
    })

export const setLabel = ({ sides }: Found, set: 'roleSet' | 'principleSet', key: string) =>
  [...sides.after.plan[set], ...sides.before.plan[set]].find((one) => one.key === key)?.label ?? key

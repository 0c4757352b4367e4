import type { Json } from '../edits/edit.ts'
import { isRecord } from '../edits/same-json.ts'
import { fieldWord } from '../field-words.ts'
import type { ChangeFacts } from '../plan-change.ts'
import { fieldFacts } from './field-facts.ts'
import { type FieldRule, type Found, insideOf, parted, valuesOf } from './found.ts'
import { keyedTexts, setLabel, textFacts } from './text-facts.ts'

/** A list of tags, goals or districts: what came and what went. The same tags otherwise worded are no new tags. */
export const tagChanged: FieldRule = (found, field, edits) => {
  const { before, after } = valuesOf(edits[0])
  const [old, now] = [tagsOf(before), tagsOf(after)]
  const added = now.filter((tag) => !old.includes(tag))
  const removed = old.filter((tag) => !now.includes(tag))
  if (edits.length > 1 || (added.length === 0 && removed.length === 0))
    return [fieldFacts(found, field, edits)]
  return [tagFacts(found, field, { added, removed, edits })]
}

type Tags = { added: string[]; removed: string[]; edits: Parameters<FieldRule>[2] }

const tagFacts = (found: Found, field: string, { added, removed, edits }: Tags): ChangeFacts => ({
  kind: 'tag-changed',
  subject: found.subject,
  field,
  label: fieldWord(found.address.type, field),
  added,
  removed,
  edits: [...edits],
})

const tagsOf = (list: Json | undefined): string[] => (Array.isArray(list) ? list.map(tagWords) : [])

function tagWords(tag: Json): string {
  if (!isRecord(tag)) return String(tag)
  if (typeof tag['tag'] === 'string') return tag['tag']
  const target = tag['target'] === undefined ? '' : `（${tag['target']}）`
  return `目標${tag['goal']}${target}`
}

/** The principles of the planning policy: which apply is a tag, what is said about each a text. */
export const principleChanged: FieldRule = (found, field, edits) => {
  const [texts, marks] = parted(edits, (edit) => insideOf(found, edit)[2] === 'text')
  return [
    ...marks.map((edit) => {
      const label = setLabel(found, 'principleSet', insideOf(found, edit)[1] ?? '')
      const { before, after } = valuesOf(edit)
      const [was, is] = [applies(before), applies(after)]
      if (was === is) return fieldFacts(found, field, [edit])
      return tagFacts(found, field, { added: is ? [label] : [], removed: is ? [] : [label], edits: [edit] })
    }),
    ...keyedTexts('principleSet')(found, field, texts),
  ]
}

const applies = (value: Json | undefined) => (isRecord(value) ? value['applies'] === true : value === true)

/** 重点施策・重点事業: taken in or dropped; the reason alone is a text. */
export const priorityChanged: FieldRule = (found, field, edits) => {
  const flag = edits.find((edit) => typeof (valuesOf(edit).after ?? valuesOf(edit).before) === 'boolean')
  const { before, after } = valuesOf(flag)
  if (flag) {
    return [
      {
        kind: 'priority-changed',
        subject: found.subject,
        before: before === true,
        after: after === true,
        edits: [...edits],
      },
    ]
  }
  const [reasons, others] = parted(edits, (edit) => insideOf(found, edit)[1] === 'reason')
  return [
    ...reasons.map((edit) => textFacts(found, field, [edit], '重点施策とする理由')),
    ...(others.length > 0 ? [fieldFacts(found, field, others, '重点施策の決定')] : []),
  ]
}

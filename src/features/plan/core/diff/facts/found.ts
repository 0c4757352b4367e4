import type { Edit, Json } from '../edits/edit.ts'
import { isOrderEdit } from '../edits/edit.ts'
import { fieldsInOrder } from '../field-words.ts'
import type { ChangeFacts, ChangeSubject } from '../plan-change.ts'
import type { PlanSides } from '../plan-sides.ts'
import type { Address } from '../subject-address.ts'

/** A thing of the plan with all edits found in it: what the rules of this folder turn into changes. */
export type Found = { address: Address; subject: ChangeSubject; edits: readonly Edit[]; sides: PlanSides }

/** Turns the edits of one field into changes. Each edit it gets must be in one of them, or apply would lose it. */
export type FieldRule = (found: Found, field: string, edits: readonly Edit[]) => ChangeFacts[]

/** Where an edit is inside its subject: the field, then what is inside the field. */
export const insideOf = ({ address }: Found, { path }: Edit) => path.slice(address.depth)

/** The edit that brings the whole subject or takes it away. */
export const wholeEdit = (found: Found) => found.edits.find((edit) => insideOf(found, edit).length === 0)

/** The edits by their fields, in the order of the fields; several fields may be taken as one. */
export function byField(found: Found, groupOf: (field: string) => string): Map<string, Edit[]> {
  const groups = new Map<string, Edit[]>()
  for (const edit of found.edits) {
    const group = groupOf(insideOf(found, edit)[0] ?? '')
    const edits = groups.get(group)
    if (edits) edits.push(edit)
    else groups.set(group, [edit])
  }
  if (groups.size < 2) return groups
  const rank = new Map(fieldsInOrder(found.address.type).map((field, index) => [field, index]))
  const rankOf = (group: string) => rank.get(group) ?? -1
  return new Map([...groups].sort(([a], [b]) => rankOf(a) - rankOf(b)))
}

/** The value on either side of an edit; undefined where there is none. */
export const valuesOf = (edit: Edit | undefined): { before?: Json; after?: Json } =>
  edit === undefined || isOrderEdit(edit) ? {} : edit

/** The two parts of a list: what fits, and what does not. */
export function parted<Member>(
  members: readonly Member[],
  fits: (member: Member) => boolean,
): [Member[], Member[]] {
  return [members.filter(fits), members.filter((member) => !fits(member))]
}

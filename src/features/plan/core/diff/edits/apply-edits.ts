import { type Edit, isOrderEdit, type Place, type ValueEdit } from './edit.ts'
import { membersByKey, type Pattern, patternBelow, wholeDocument } from './keyed-lists.ts'
import { withPlaces } from './list-order.ts'
import { isRecord, type JsonRecord, sameJson } from './same-json.ts'

/** What is to be done at a place of the document and below it. */
type Branch = { edit?: ValueEdit; places?: readonly Place[]; below: Map<string, Branch> }

/** A value with all edits made; what they do not touch is shared with it. Refuses edits that do not fit it. */
export function withEdits(value: object, edits: readonly Edit[]): unknown {
  const root: Branch = { below: new Map() }
  for (const edit of edits) {
    const branch = branchAt(root, edit.path)
    if (isOrderEdit(edit)) branch.places = edit.places
    else branch.edit = edit
  }
  return changed(value, root, wholeDocument())
}

function branchAt(root: Branch, path: readonly string[]): Branch {
  let branch = root
  for (const step of path) {
    const next: Branch = branch.below.get(step) ?? { below: new Map() }
    branch.below.set(step, next)
    branch = next
  }
  return branch
}

function changed(value: unknown, branch: Branch, pattern: Pattern): unknown {
  if (branch.edit) return replaced(value, branch.edit)
  if (isRecord(value)) return changedRecord(value, branch, pattern)
  const { field, name } = pattern
  if (field && Array.isArray(value)) return changedList(membersByKey(value, field), branch, pattern)
  throw new RangeError(`この文書には当てはまらない変更です（${name}）`)
}

function replaced(value: unknown, { path, before, after }: ValueEdit): unknown {
  if (!sameJson(value, before)) throw new RangeError(`前の値が文書と違います（${path.join(' / ')}）`)
  return after
}

function changedRecord(value: JsonRecord, { below }: Branch, pattern: Pattern): JsonRecord {
  const copy = { ...value }
  for (const [key, branch] of below) copy[key] = changed(value[key], branch, patternBelow(pattern, key))
  return Object.fromEntries(Object.entries(copy).filter(([, inner]) => inner !== undefined))
}

function changedList(members: Map<string, unknown>, { below, places }: Branch, pattern: Pattern): unknown[] {
  const added = new Map<string, unknown>()
  const kept = new Map(members)
  for (const [key, branch] of below) {
    const next = changed(members.get(key), branch, patternBelow(pattern, '*'))
    if (next === undefined) kept.delete(key)
    else if (members.has(key)) kept.set(key, next)
    else added.set(key, next)
  }
  const all = new Map([...kept, ...[...added].sort(([a], [b]) => (a < b ? -1 : 1))])
  return places ? withPlaces([...all.keys()], places).map((key) => all.get(key)) : [...all.values()]
}

import { type Edit, isOrderEdit, type Place, type ValueEdit } from './edit.ts'
import { keyFieldOf, membersByKey } from './keyed-lists.ts'
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
  return changed(value, root, '')
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

function changed(value: unknown, branch: Branch, pattern: string): unknown {
  if (branch.edit) return replaced(value, branch.edit)
  if (isRecord(value)) return changedRecord(value, branch, pattern)
  const field = keyFieldOf(pattern)
  if (field && Array.isArray(value)) return changedList(membersByKey(value, field), branch, pattern)
  throw new RangeError(`この文書には当てはまらない変更です（${pattern}）`)
}

function replaced(value: unknown, { path, before, after }: ValueEdit): unknown {
  if (!sameJson(value, before)) throw new RangeError(`前の値が文書と違います（${path.join(' / ')}）`)
  return after
}

function changedRecord(value: JsonRecord, { below }: Branch, pattern: string): JsonRecord {
  const copy = { ...value }
  for (const [key, branch] of below) copy[key] = changed(value[key], branch, `${pattern}/${key}`)
  return Object.fromEntries(Object.entries(copy).filter(([, inner]) => inner !== undefined))
}

function changedList(members: Map<string, unknown>, { below, places }: Branch, pattern: string): unknown[] {
  const added = new Map<string, unknown>()
  const kept = new Map(members)
  for (const [key, branch] of below) {
    const next = changed(members.get(key), branch, `${pattern}/*`)
    if (next === undefined) kept.delete(key)
    else if (members.has(key)) kept.set(key, next)
    else added.set(key, next)
  }
  const all = new Map([...kept, ...[...added].sort(([a], [b]) => (a < b ? -1 : 1))])
  return places ? withPlaces([...all.keys()], places).map((key) => all.get(key)) : [...all.values()]
}

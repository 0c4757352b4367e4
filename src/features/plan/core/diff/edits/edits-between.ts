import type { Edit, Json } from './edit.ts'
import { keyFieldOf, membersByKey } from './keyed-lists.ts'
import { placesBetween } from './list-order.ts'
import { isRecord, type JsonRecord, keysOfBoth, sameJson } from './same-json.ts'

/** Every difference between two documents, as small as can be: by field, and in lists by their members' keys. */
export function editsBetween(a: object, b: object): Edit[] {
  const edits: Edit[] = []
  compare(a, b, { path: [], pattern: '', edits })
  return edits
}

type Walk = { path: readonly string[]; pattern: string; edits: Edit[] }

function compare(a: unknown, b: unknown, walk: Walk) {
  if (a === b) return
  if (isRecord(a) && isRecord(b)) return compareRecords(a, b, walk)
  if (Array.isArray(a) && Array.isArray(b)) {
    const field = keyFieldOf(walk.pattern)
    if (field) return compareLists(membersByKey(a, field), membersByKey(b, field), walk)
  }
  if (!sameJson(a, b)) walk.edits.push(valueEdit(walk.path, a, b))
}

function compareRecords(a: JsonRecord, b: JsonRecord, { path, pattern, edits }: Walk) {
  for (const key of keysOfBoth(a, b)) {
    if (a[key] !== b[key])
      compare(a[key], b[key], { path: [...path, key], pattern: `${pattern}/${key}`, edits })
  }
}

type Members = ReadonlyMap<string, unknown>

function compareLists(a: Members, b: Members, { path, pattern, edits }: Walk) {
  for (const [key, member] of a) {
    if (!b.has(key)) edits.push(valueEdit([...path, key], member, undefined))
  }
  for (const [key, member] of b) {
    const before = a.get(key)
    if (before === member) continue
    if (!a.has(key)) edits.push(valueEdit([...path, key], undefined, member))
    else compare(before, member, { path: [...path, key], pattern: `${pattern}/*`, edits })
  }
  const kept = [...a.keys()].filter((key) => b.has(key))
  const added = [...b.keys()].filter((key) => !a.has(key)).sort()
  const places = placesBetween([...kept, ...added], [...b.keys()])
  if (places.length > 0) edits.push({ path: [...path], places })
}

const valueEdit = (path: readonly string[], before: unknown, after: unknown): Edit => ({
  path: [...path],
  ...(before === undefined ? {} : { before: before as Json }),
  ...(after === undefined ? {} : { after: after as Json }),
})

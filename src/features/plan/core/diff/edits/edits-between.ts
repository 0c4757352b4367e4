import type { Edit, Json } from './edit.ts'
import { membersByKey, type Pattern, patternBelow, wholeDocument } from './keyed-lists.ts'
import { placesBetween } from './list-order.ts'
import { isRecord, type JsonRecord, keysOfBoth, sameJson } from './same-json.ts'

/** Every difference between two documents, as small as can be: by field, and in lists by their members' keys. */
export function editsBetween(a: object, b: object): Edit[] {
  const edits: Edit[] = []
  compare(a, b, { place: undefined, pattern: wholeDocument(), edits })
  return edits
}

/** A step and where it was taken from: written out only where something differs. */
type Place = { step: string; above: Place | undefined }
type Walk = { place: Place | undefined; pattern: Pattern; edits: Edit[] }

function compare(a: unknown, b: unknown, walk: Walk) {
  if (a === b) return
  if (isRecord(a) && isRecord(b)) return compareRecords(a, b, walk)
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length === 0 && b.length === 0) return
    const { field } = walk.pattern
    if (field) return compareLists(membersByKey(a, field), membersByKey(b, field), walk)
  }
  if (!sameJson(a, b)) walk.edits.push(valueEdit(pathTo(walk.place), a, b))
}

function compareRecords(a: JsonRecord, b: JsonRecord, { place, pattern, edits }: Walk) {
  for (const key of keysOfBoth(a, b)) {
    const [before, after] = [a[key], b[key]]
    if (before === after) continue
    compare(before, after, { place: { step: key, above: place }, pattern: patternBelow(pattern, key), edits })
  }
}

type Members = ReadonlyMap<string, unknown>

function compareLists(a: Members, b: Members, { place, pattern, edits }: Walk) {
  const inside = (step: string) => ({ step, above: place })
  for (const [key, member] of a) {
    if (!b.has(key)) edits.push(valueEdit(pathTo(inside(key)), member, undefined))
  }
  const ofMember = patternBelow(pattern, '*')
  for (const [key, member] of b) {
    const before = a.get(key)
    if (before === member) continue
    if (!a.has(key)) edits.push(valueEdit(pathTo(inside(key)), undefined, member))
    else compare(before, member, { place: inside(key), pattern: ofMember, edits })
  }
  const kept = [...a.keys()].filter((key) => b.has(key))
  const added = [...b.keys()].filter((key) => !a.has(key)).sort()
  const places = placesBetween([...kept, ...added], [...b.keys()])
  if (places.length > 0) edits.push({ path: pathTo(place), places })
}

function pathTo(place: Place | undefined): string[] {
  const path: string[] = []
  for (let at = place; at; at = at.above) path.push(at.step)
  return path.reverse()
}

const valueEdit = (path: string[], before: unknown, after: unknown): Edit => ({
  path,
  ...(before === undefined ? {} : { before: before as Json }),
  ...(after === undefined ? {} : { after: after as Json }),
})

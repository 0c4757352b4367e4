/** Whether two values are written as the same canonical JSON: absent and undefined are one, text is compared as NFC. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a === 'string' && typeof b === 'string') return a.normalize('NFC') === b.normalize('NFC')
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((member, index) => sameJson(member, b[index]))
  }
  if (!isRecord(a) || !isRecord(b)) return false
  return keysOfBoth(a, b).every((key) => sameJson(a[key], b[key]))
}

export type JsonRecord = Record<string, unknown>

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of either, those of the first in their order, then what only the second has. */
export function keysOfBoth(a: JsonRecord, b: JsonRecord): string[] {
  const keys = Object.keys(a)
  const others = Object.keys(b)
  if (others.length === keys.length && others.every((key, index) => key === keys[index])) return keys
  for (const key of others) if (!(key in a)) keys.push(key)
  return keys
}

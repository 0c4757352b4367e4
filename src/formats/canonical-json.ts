import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * JSON with sorted keys and NFC text: the same value always gives the same bytes. Absent and undefined are
 * one.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.every(isNumber) ? value : value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  // Compared by code unit, not by locale: the order must be the same on every machine.
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, inner]) => [key.normalize('NFC'), sorted(inner)]))
}

const isNumber = (value: unknown) => typeof value === 'number'

/** `sha256:` and 64 hex digits of the canonical JSON. */
export const hashOf = (value: unknown) => `sha256:${sha256Hex(canonicalJson(value))}`

/** SHA-256 of text in hex: all 32 bytes, or the first ones. */
export const sha256Hex = (text: string, bytes = 32) =>
  bytesToHex(sha256(utf8ToBytes(text)).subarray(0, bytes))

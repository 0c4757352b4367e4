import { canonicalJson, sha256Hex } from '#src/formats/canonical-json.ts'

/** One line of the audit log. Ids, codes and hashes only: nothing personal, so that a purge never breaks the chain. */
export type AuditEntry = {
  seq: number
  at: string
  actor: string
  role: string
  action: string
  object: string
  version: string
  beforeHash: string
  afterHash: string
  source: string
  result: 'done' | 'refused'
  reason: string
}

export type ChainedEntry = AuditEntry & { prevHash: string; hash: string }

/** What the first entry is chained to. */
export const genesis = '0'.repeat(64)

/** hash_k = SHA-256(hash_{k−1} ‖ canonical_json(entry_k)), as 64 hex digits. */
export const chainHash = (prevHash: string, entry: AuditEntry) => sha256Hex(prevHash + canonicalJson(entry))

export type ChainProblem = { seq: number; problem: 'missing' | 'changed' | 'unchained' }

/** Follows the chain entry by entry; gives the first thing wrong with the next one, if any. */
export function checkNext(
  last: { seq: number; hash: string } | undefined,
  { prevHash, hash, ...entry }: ChainedEntry,
): ChainProblem | undefined {
  const expected = (last?.seq ?? 0) + 1
  if (entry.seq !== expected) return { seq: expected, problem: 'missing' }
  if (prevHash !== (last?.hash ?? genesis)) return { seq: entry.seq, problem: 'unchained' }
  return hash === chainHash(prevHash, entry) ? undefined : { seq: entry.seq, problem: 'changed' }
}

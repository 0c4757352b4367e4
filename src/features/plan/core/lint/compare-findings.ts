import type { Finding } from './finding.ts'

/** 新規・継続: whether the version before had the same finding. */
export type FindingState = 'new' | 'known'
export const findingStateLabels: Record<FindingState, string> = { new: '新規', known: '継続' }

export type Comparison = {
  /** By fingerprint, for every finding there is now. */
  states: ReadonlyMap<string, FindingState>
  /** 解消: what the version before had and this one has not. */
  fixed: Finding[]
}

/** Compares the findings of two versions by their fingerprints, which outlive new numbers and other words. */
export function compareFindings(before: readonly Finding[], now: readonly Finding[]): Comparison {
  const known = new Set(before.map(({ fingerprint }) => fingerprint))
  const present = new Set(now.map(({ fingerprint }) => fingerprint))
  return {
    states: new Map(now.map(({ fingerprint }) => [fingerprint, known.has(fingerprint) ? 'known' : 'new'])),
    fixed: before.filter(({ fingerprint }) => !present.has(fingerprint)),
  }
}

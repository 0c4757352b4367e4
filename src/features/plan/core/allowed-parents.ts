import type { ItemKind } from '#src/formats/plan-item.ts'

export type HolderKind = 'vision' | ItemKind

/** Which kind may stand below which (plan.md §3). A city with two policy levels may put a policy below a policy. */
export function mayHold(holder: HolderKind, kind: ItemKind, policyDepth: number): boolean {
  if (kind === 'policy') return holder === 'vision' || (holder === 'policy' && policyDepth > 1)
  if (kind === 'measure') return holder === 'policy'
  return holder === 'measure'
}

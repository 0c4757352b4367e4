import type { Gate, Need, Severity } from '../finding.ts'

/** One line of the table of rules that cannot run yet. */
export type Waiting = readonly [
  id: string,
  severity: Severity,
  gate: Gate | '',
  title: string,
  rationale: string,
  needs: readonly Need[],
]

import type { Rule, RuleGroup } from './finding.ts'
import { waitingForOtherPlans } from './waiting/evidence-and-other-plans.ts'
import { waitingForOtherRooms } from './waiting/money-and-priorities.ts'

const waiting = [...waitingForOtherPlans, ...waitingForOtherRooms]

/** Rules whose room or data are not built yet: listed and explained, reported as not run, never passed over in silence. */
export const waitingRules: readonly Rule[] = waiting.map(([id, severity, gate, title, rationale, needs]) => ({
  id,
  group: id.slice(0, 2) as RuleGroup,
  severity,
  ...(gate ? { gate } : {}),
  title,
  rationale,
  needs,
}))

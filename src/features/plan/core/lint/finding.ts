import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { PlanIndex } from './plan-index.ts'
import type {
  CommentFacts,
  ContraryFacts,
  FrameFacts,
  PromiseFacts,
  RegistryPlan,
  RenderedFacts,
  RequestFacts,
  SurveyFacts,
  UsageFacts,
} from './room-facts.ts'

/** 誤り・注意・参考 */
export type Severity = 'E' | 'W' | 'I'
/** 関門: the milestone at which an unresolved finding first counts (plan.md §10). */
export type Gate = 'G1' | 'G2' | 'G3' | 'G4' | 'G5'
export const gates: readonly Gate[] = ['G1', 'G2', 'G3', 'G4', 'G5']

/** What a rule may look at besides the plan. All may be absent; a rule that needs one of them is then `not-run`. */
export type LintContext = {
  /** The day to judge from, `YYYY-MM-DD`. */
  today?: string
  /** The last frozen version. */
  previous?: PlanDocument
  glossary?: readonly { preferred: string; variants: readonly string[] }[]
  surveys?: readonly SurveyFacts[]
  frame?: FrameFacts
  registry?: readonly RegistryPlan[]
  relatedPlans?: unknown
  synergy?: unknown
  priorPlan?: unknown
  requests?: readonly RequestFacts[]
  comments?: readonly CommentFacts[]
  promises?: readonly PromiseFacts[]
  /** Evidence whose source in another room is not there. */
  broken?: readonly { evidenceId: string; from: string; ref: string }[]
  usage?: UsageFacts
  fiscal?: unknown
  priorities?: unknown
  rendered?: RenderedFacts
  datasets?: unknown
  evidence?: readonly ContraryFacts[]
}
export type Need = keyof LintContext

/** A change that would settle a finding: in one item or indicator, one piece of text for another. */
export type Fix = { subjectId: string; from: string; to: string }

/** What a rule says; the mechanics add rule, severity and fingerprint. `key` leaves out all that moves. */
export type Judgement = {
  subjectId: string
  field?: string
  paragraphId?: string
  relatedIds?: readonly string[]
  key?: string
  message: string
  advice: string
  fix?: Fix
  /** Where one rule has two degrees. */
  severity?: Severity
}

/** A judgement on the plan, not an error: a person decides what to do with it. */
export type Finding = Omit<Judgement, 'severity' | 'key' | 'relatedIds'> & {
  ruleId: string
  severity: Severity
  gate: Gate | ''
  fingerprint: string
  relatedIds: readonly string[]
  /** The waiver (例外) that covers it today. */
  waivedBy?: string
}

export type RuleGroup = 'ST' | 'IN' | 'XP' | 'EV' | 'OW' | 'FN' | 'DC' | 'SD' | 'PR'

export type Rule = {
  id: string
  group: RuleGroup
  severity: Severity
  /** Undefined: never stops anything. */
  gate?: Gate
  title: string
  /** Why it is looked for, for the page that explains rules. */
  rationale: string
  needs: readonly Need[]
  /** Undefined: what the rule needs does not exist in the system yet. */
  check?: (index: PlanIndex, context: LintContext, thresholds: readonly number[]) => Judgement[]
  /** The numbers in braces of its condition, in their order; a city may set others. */
  thresholds?: readonly number[]
}

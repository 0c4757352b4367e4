import { sha256Hex } from '#src/formats/canonical-json.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Finding, Gate, Judgement, LintContext, Need, Rule, Severity } from './finding.ts'
import { gates } from './finding.ts'
import { indexOf, type PlanIndex } from './plan-index.ts'
import { rules as allRules } from './rules.ts'

/** What a city sets: rules off with a reason, severities changed, thresholds of its own. */
export type LintConfig = {
  off?: Readonly<Record<string, string>>
  severities?: Readonly<Record<string, Severity>>
  thresholds?: Readonly<Record<string, readonly number[]>>
}

export type LintReport = { findings: Finding[]; notRun: { ruleId: string; needs: readonly Need[] }[] }

/** These three mean that the document cannot be trusted at all: no waiver covers them. */
export const neverWaived = new Set(['ST001', 'ST002', 'ST007'])

/**
 * Checks a plan with every rule (点検). Pure: the same plan, context and settings give the same findings, whatever the
 * order of the lists in the document. A rule whose needs are absent is reported as not run, never passed over.
 */
export function lintPlan(plan: PlanDocument, context: LintContext, config: LintConfig = {}): LintReport {
  const index = indexOf(plan)
  const active = allRules.filter(({ id }) => config.off?.[id] === undefined)
  const isReady = (rule: Rule) => rule.check && rule.needs.every((need) => context[need] !== undefined)
  const findings: Finding[] = []
  for (const rule of active) {
    if (!isReady(rule)) continue
    const thresholds = config.thresholds?.[rule.id] ?? rule.thresholds ?? []
    const set = config.severities?.[rule.id]
    for (const judgement of rule.check?.(index, context, thresholds) ?? [])
      findings.push(findingOf(rule, judgement, set))
  }
  return {
    findings: inOrder(index, withWaivers(plan, findings, context.today)),
    notRun: active.filter((rule) => !isReady(rule)).map(({ id, needs }) => ({ ruleId: id, needs })),
  }
}

/** A city may raise a severity; down goes only from W to I. */
function severityOf(rule: Rule, judged: Severity | undefined, set: Severity | undefined): Severity {
  const own = judged ?? rule.severity
  if (!set || judged) return own
  return own === 'E' ? 'E' : set
}

const none: readonly string[] = []

/** Thousands at a time: written out, since copying what is left of an object costs more than the rule itself. */
function findingOf(rule: Rule, judgement: Judgement, set: Severity | undefined): Finding {
  const { subjectId, field, paragraphId, message, advice, fix, severity, relatedIds = none } = judgement
  const related = relatedIds.length > 1 ? [...relatedIds].sort() : relatedIds
  const finding: Finding = {
    subjectId,
    message,
    advice,
    ruleId: rule.id,
    severity: severityOf(rule, severity, set),
    gate: rule.gate ?? '',
    relatedIds: related,
    fingerprint: fingerprintOf(rule.id, judgement, related),
  }
  if (field !== undefined) finding.field = field
  if (paragraphId !== undefined) finding.paragraphId = paragraphId
  if (fix !== undefined) finding.fix = fix
  return finding
}

type Known = { field: string; key: string; related: string; fingerprint: string }
const mostRemembered = 50_000
let remembered = 0
const fingerprints = new Map<string, Map<string, Known[]>>()

/**
 * A plan is judged after every edit and most findings stay: hashing them again is half of the work, so it is remembered,
 * by rule and subject, whose words are there already and need not be put together to be looked up.
 */
function fingerprintOf(ruleId: string, judgement: Judgement, relatedIds: readonly string[]): string {
  const { subjectId, field = '', key = '' } = judgement
  const related = relatedIds.length === 0 ? '' : relatedIds.join(',')
  if (remembered >= mostRemembered) forget()
  const ofRule = fingerprints.get(ruleId) ?? new Map<string, Known[]>()
  if (ofRule.size === 0) fingerprints.set(ruleId, ofRule)
  const ofSubject = ofRule.get(subjectId)
  for (const known of ofSubject ?? [])
    if (known.key === key && known.field === field && known.related === related) return known.fingerprint
  const fingerprint = sha256Hex(`${ruleId}|${subjectId}|${field}|${related}|${key}`, 8)
  const made = { field, key, related, fingerprint }
  if (ofSubject) ofSubject.push(made)
  else ofRule.set(subjectId, [made])
  remembered += 1
  return fingerprint
}

function forget() {
  fingerprints.clear()
  remembered = 0
}

function withWaivers(plan: PlanDocument, findings: Finding[], today: string | undefined): Finding[] {
  const waivers = new Map(
    plan.waivers
      .filter(({ expiresOn, ruleId }) => (!today || expiresOn >= today) && !neverWaived.has(ruleId))
      .map((waiver) => [`${waiver.ruleId}|${waiver.fingerprint}`, waiver.id]),
  )
  if (waivers.size === 0) return findings
  return findings.map((finding) => {
    const waivedBy = waivers.get(`${finding.ruleId}|${finding.fingerprint}`)
    return waivedBy ? { ...finding, waivedBy } : finding
  })
}

const severities: readonly Severity[] = ['E', 'W', 'I']

/**
 * By severity, rule, place in the tree; then by what never changes. The rules run in the order of their ids, so only the
 * findings of one rule are left to sort, and those mostly come in the order of the plan.
 */
function inOrder({ places }: PlanIndex, findings: Finding[]): Finding[] {
  const byPlace = (a: Finding, b: Finding) =>
    compare(a.ruleId, b.ruleId) ||
    (places.get(a.subjectId) ?? -1) - (places.get(b.subjectId) ?? -1) ||
    compare(a.subjectId, b.subjectId) ||
    compare(a.fingerprint, b.fingerprint) ||
    compare(a.message, b.message)
  return severities.flatMap((severity) => findings.filter((one) => one.severity === severity).sort(byPlace))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What stops a plan at a gate (plan.md §10): every E up to it, and at G4 also every W of G1–G4; unless waived. */
export function blockingAt({ findings }: { findings: readonly Finding[] }, gate: Gate): Finding[] {
  const reached = gates.slice(0, gates.indexOf(gate) + 1)
  return findings.filter(({ severity, gate: own, waivedBy }) => {
    if (waivedBy || own === '' || !reached.includes(own)) return false
    return severity === 'E' || (severity === 'W' && gate === 'G4')
  })
}

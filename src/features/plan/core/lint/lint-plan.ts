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
  const findings = active.filter(isReady).flatMap((rule) => {
    const thresholds = config.thresholds?.[rule.id] ?? rule.thresholds ?? []
    return (rule.check?.(index, context, thresholds) ?? []).map((judgement) =>
      findingOf(rule, judgement, config.severities?.[rule.id]),
    )
  })
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
  const {
    subjectId,
    field,
    paragraphId,
    message,
    advice,
    fix,
    key = '',
    severity,
    relatedIds = none,
  } = judgement
  const related = relatedIds.length > 1 ? [...relatedIds].sort() : relatedIds
  const identity = `${rule.id}|${subjectId}|${field ?? ''}|${related.join(',')}|${key}`
  const finding: Finding = {
    subjectId,
    message,
    advice,
    ruleId: rule.id,
    severity: severityOf(rule, severity, set),
    gate: rule.gate ?? '',
    relatedIds: related,
    fingerprint: fingerprintOf(identity),
  }
  if (field !== undefined) finding.field = field
  if (paragraphId !== undefined) finding.paragraphId = paragraphId
  if (fix !== undefined) finding.fix = fix
  return finding
}

const mostRemembered = 50_000
const fingerprints = new Map<string, string>()

/** A plan is judged after every edit and most findings stay: hashing them again is half of the work, so it is remembered. */
function fingerprintOf(identity: string): string {
  const known = fingerprints.get(identity)
  if (known !== undefined) return known
  if (fingerprints.size >= mostRemembered) fingerprints.clear()
  const made = sha256Hex(identity, 8)
  fingerprints.set(identity, made)
  return made
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

const weight: Record<Severity, number> = { E: 0, W: 1, I: 2 }

/** By severity, rule, place in the tree; then by what never changes. */
function inOrder({ plan, items, numbers }: PlanIndex, findings: Finding[]): Finding[] {
  const places = new Map([...numbers.keys()].map((id, place) => [id, place]))
  const ownerOf = new Map(plan.indicators.map(({ id, itemId }) => [id, itemId]))
  const placeOf = (id: string): number => places.get(items.has(id) ? id : (ownerOf.get(id) ?? '')) ?? -1
  return findings
    .map((finding) => ({ finding, place: placeOf(finding.subjectId) }))
    .sort((a, b) => {
      const [x, y] = [a.finding, b.finding]
      return (
        weight[x.severity] - weight[y.severity] ||
        compare(x.ruleId, y.ruleId) ||
        a.place - b.place ||
        compare(x.subjectId, y.subjectId) ||
        compare(x.fingerprint, y.fingerprint) ||
        compare(x.message, y.message)
      )
    })
    .map(({ finding }) => finding)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What stops a plan at a gate (plan.md §10): every E up to it, and at G4 also every W of G1–G4; unless waived. */
export function blockingAt(report: LintReport, gate: Gate): Finding[] {
  const reached = gates.slice(0, gates.indexOf(gate) + 1)
  return report.findings.filter(({ severity, gate: own, waivedBy }) => {
    if (waivedBy || own === '' || !reached.includes(own)) return false
    return severity === 'E' || (severity === 'W' && gate === 'G4')
  })
}

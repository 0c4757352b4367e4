import type { PlanDocument } from '#src/formats/plan-document.ts'
import { type Finding, gates } from '../../core/lint/finding.ts'
import { blockingAt } from '../../core/lint/lint-plan.ts'
import { conceptAddress, indicatorAddress, itemAddress } from './addresses.ts'

/** `gate`: only what stops the plan at that gate. */
export type LintFilter = { severity: string; gate: string; field: string; unit: string; rule: string }

export const lintFilterOf = (url: URL): LintFilter => {
  const read = (name: string) => (url.searchParams.get(name) ?? '').trim()
  return {
    severity: read('severity'),
    gate: read('gate'),
    field: read('field'),
    unit: read('unit'),
    rule: read('rule').toUpperCase(),
  }
}

/** The findings that fit the filter, in their order. */
export function narrowed(plan: PlanDocument, findings: readonly Finding[], filter: LintFilter): Finding[] {
  const places = placesOf(plan)
  const gate = gates.find((one) => one === filter.gate)
  const stopping = gate && new Set(blockingAt({ findings }, gate))
  return findings.filter((finding) => {
    const place = places.get(finding.subjectId)
    return (
      (!filter.severity || finding.severity === filter.severity) &&
      (!stopping || stopping.has(finding)) &&
      (!filter.rule || finding.ruleId.startsWith(filter.rule)) &&
      (!filter.field || place?.policies.includes(filter.field) === true) &&
      (!filter.unit || place?.units.includes(filter.unit) === true)
    )
  })
}

type Place = { policies: string[]; units: string[] }

/** Under which policies an item or indicator stands, and which units answer for it. */
function placesOf(plan: PlanDocument): Map<string, Place> {
  const items = new Map(plan.items.map((item) => [item.id, item]))
  const above = (id: string | null, seen: string[] = []): string[] => {
    const item = id ? items.get(id) : undefined
    if (!item || seen.includes(item.id)) return seen
    return above(item.parentId, [...seen, item.id])
  }
  const places = new Map<string, Place>()
  for (const { id, lead, support } of plan.items) {
    places.set(id, { policies: above(id), units: [lead ?? '', ...support] })
  }
  for (const { id, itemId, ownerId } of plan.indicators) {
    places.set(id, { policies: above(itemId), units: [ownerId ?? '', ...(places.get(itemId)?.units ?? [])] })
  }
  return places
}

/** What a finding is about: its name, and the page where it is mended. */
export function subjectOf(
  plan: PlanDocument,
  { subjectId }: Pick<Finding, 'subjectId'>,
  numbers: ReadonlyMap<string, string>,
): { label: string; href?: string } {
  const item = plan.items.find(({ id }) => id === subjectId)
  if (item) {
    return { label: `${numbers.get(item.id) ?? ''} ${item.title}`, href: itemAddress(plan.planId, item.id) }
  }
  const indicator = plan.indicators.find(({ id }) => id === subjectId)
  if (indicator) {
    const number = numbers.get(indicator.itemId)
    return {
      label: number ? `${number} ${indicator.name}` : indicator.name,
      href: indicatorAddress(plan.planId, indicator.id),
    }
  }
  if (subjectId === plan.planId || subjectId === plan.concept.vision.id) {
    return { label: '計画全体', href: conceptAddress(plan.planId) }
  }
  return { label: subjectId }
}

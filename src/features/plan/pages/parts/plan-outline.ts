import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Finding } from '../../core/lint/finding.ts'
import type { PlanNode } from '../../core/plan-tree.ts'

/** How many findings an item has, its indicators' included. */
export type FindingCount = { errors: number; warnings: number }

export function countFindings(plan: PlanDocument, findings: readonly Finding[]): Map<string, FindingCount> {
  const ownerOf = new Map(plan.indicators.map(({ id, itemId }: Indicator) => [id, itemId]))
  const counts = new Map<string, FindingCount>()
  for (const { subjectId, severity, waivedBy } of findings) {
    if (severity === 'I' || waivedBy) continue
    const id = ownerOf.get(subjectId) ?? subjectId
    const count = counts.get(id) ?? { errors: 0, warnings: 0 }
    if (severity === 'E') count.errors += 1
    else count.warnings += 1
    counts.set(id, count)
  }
  return counts
}

export type OutlineFilter = { field: string; unit: string; status: string; words: string }

export const filterOf = (url: URL): OutlineFilter => {
  const read = (name: string) => (url.searchParams.get(name) ?? '').trim()
  return { field: read('field'), unit: read('unit'), status: read('status'), words: read('q') }
}

export const isFiltering = (filter: OutlineFilter) => Object.values(filter).some((value) => value !== '')

/** Whether an item is shown: it fits the filter itself, or something below it does. */
export function fits(node: PlanNode, filter: OutlineFilter): boolean {
  const { item, children } = node
  const isWanted =
    (!filter.unit || item.lead === filter.unit || item.support.includes(filter.unit)) &&
    (!filter.status || item.status === filter.status) &&
    (!filter.words || fold(item.title).includes(fold(filter.words)))
  return isWanted || children.some((child) => fits(child, filter))
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

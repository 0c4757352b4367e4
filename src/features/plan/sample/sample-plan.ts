import { type PlanDocument, planDocument } from '#src/formats/plan-document.ts'
import head from './document.json' with { type: 'json' }
import health from './policy-1.json' with { type: 'json' }
import children from './policy-2.json' with { type: 'json' }
import livelihood from './policy-3.json' with { type: 'json' }
import land from './policy-4.json' with { type: 'json' }
import administration from './policy-5.json' with { type: 'json' }

/** The lists that the document and its five fields bring together, in the order of the book. */
const parts: readonly Record<string, unknown>[] = [head, health, children, livelihood, land, administration]
const together = (list: string) => parts.flatMap((part) => (part[list] as unknown[] | undefined) ?? [])

/**
 * The sample town's whole plan (見本): real facts with their sources, everything else invented and marked so.
 *
 * Checked against the format on every reading, so that a change of the format is noticed here first.
 */
export const readSamplePlan = (): PlanDocument =>
  planDocument.parse({
    ...head,
    items: together('items'),
    indicators: together('indicators'),
    evidence: together('evidence'),
    projects: together('projects'),
  })

import type { SubjectType } from './plan-change.ts'

/** Which thing of the plan a place in the document belongs to; `depth` steps of the path lead to the thing itself. */
export type Address = { type: SubjectType; key: string; depth: number }

/** The lists of the document and what their members are. */
const memberTypes: Readonly<Record<string, SubjectType>> = {
  items: 'item',
  projects: 'project',
  indicators: 'indicator',
  dataPoints: 'dataPoint',
  evidence: 'evidence',
  logicModels: 'logicModel',
  relatedPlans: 'relatedPlan',
  units: 'unit',
  taxonomies: 'taxonomy',
  termNotes: 'termNote',
  decisions: 'decision',
  waivers: 'waiver',
  ledger: 'ledgerEntry',
}

/** An empty key: the plan, the vision and the land-use concept, of which there is one; or a list of the concept. */
export function addressOf(path: readonly string[]): Address {
  const [first = '', second = ''] = path
  if (first === 'concept') return conceptAddress(path.slice(1))
  const type = memberTypes[first]
  return type && path.length > 1 ? { type, key: second, depth: 2 } : { type: 'plan', key: '', depth: 0 }
}

function conceptAddress([part, second, third]: readonly string[]): Address {
  if (part === 'principles')
    return { type: 'guiding-principle', key: second ?? '', depth: second === undefined ? 2 : 3 }
  if (part === 'chapters') return { type: 'chapter', key: second ?? '', depth: second === undefined ? 2 : 3 }
  if (part === 'vision') return { type: 'vision', key: '', depth: 2 }
  if (third !== undefined) return { type: 'design-feature', key: third, depth: 4 }
  return { type: 'grand-design', key: '', depth: 2 }
}

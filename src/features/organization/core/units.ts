import type { PlanUnit } from '#src/formats/plan-parts.ts'

/** Who took over from a unit, and which work: `all`, or words. */
export type Successor = { unitId: string; scope: string }

/** 組織の単位 (部・局・課・室・係), from a day to a day; `successors` took over when it ended (組織改編). */
export type OrganizationUnit = {
  id: string
  name: string
  kind: PlanUnit['kind']
  parentId: string | null
  /** Place in the list of all units; lower comes first. */
  order: number
  validFrom: string
  /** The last day. */
  validTo: string | undefined
  successors: Successor[]
  revision: number
}

export const unitKindLabels: Record<OrganizationUnit['kind'], string> = {
  department: '部',
  bureau: '局',
  section: '課',
  office: '室',
  subsection: '係',
}

export const unitKinds = Object.keys(unitKindLabels) as [OrganizationUnit['kind']]

type Validity = Pick<OrganizationUnit, 'validFrom' | 'validTo'>

export const hasEnded = ({ validTo }: Validity, day: string) => validTo !== undefined && validTo < day

export const isValidOn = (unit: Validity, day: string) => unit.validFrom <= day && !hasEnded(unit, day)

/** Whether the two were there on one and the same day. */
export const overlap = (one: Validity, other: Validity) =>
  !hasEnded(one, other.validFrom) && !hasEnded(other, one.validFrom)

/** What a successor took over, in words. */
export const scopeLabel = (scope: string) => (scope === 'all' ? 'すべて' : scope)

/** Units by id. */
export const byId = (units: readonly OrganizationUnit[]) => new Map(units.map((unit) => [unit.id, unit]))

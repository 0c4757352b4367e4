import type { PlanUnit } from '#src/formats/plan-parts.ts'
import type { OrganizationUnit } from './units.ts'

/** The city's units in the form the plan document carries them. */
export const toPlanUnits = (units: readonly OrganizationUnit[]): PlanUnit[] =>
  units.map(({ id, name, kind, parentId, validFrom, validTo, successors }) => ({
    id,
    name,
    kind,
    parentId,
    validFrom,
    ...(validTo ? { validTo } : {}),
    successors,
  }))

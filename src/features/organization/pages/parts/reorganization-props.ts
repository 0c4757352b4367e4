import type { Entered, Problems } from '#src/platform/form.ts'
import type { Person } from '../../core/people.ts'
import type { ReorganizationForm } from '../../core/reorganization-form.ts'
import type { OrganizationUnit } from '../../core/units.ts'

/** What a reorganization touches besides the units themselves; absent for those who may not read it. */
export type Surroundings = {
  units: readonly OrganizationUnit[]
  people: readonly Person[] | undefined
  planUses: ReadonlyMap<string, string[]> | undefined
}

/** Where the forms of a reorganization stand: the day, the way, the units chosen, what was typed. */
export type FormsProps = Surroundings & {
  day: string
  form: ReorganizationForm | undefined
  unitIds: readonly string[]
  entered: Entered
  problems: Problems
  /** The units that may end on the day before. */
  candidates: readonly OrganizationUnit[]
}

import type { Kysely } from 'kysely'
import type { Context } from '#src/platform/context.ts'
import type { PostKind } from '../core/people.ts'
import type { AssignmentKind } from '../core/subcommittees.ts'
import type { OrganizationUnit } from '../core/units.ts'

/** 市町村: the one row `city`. Lists are JSON. `sampleSince`: loaded as the sample town. */
type MunicipalityRow = {
  id: string
  code: string
  name: string
  kana: string
  districts: string
  contactOffice: string
  contactLines: string
  sampleSince: string | null
  revision: number
  updatedAt: string
}

/** 組織の単位. `successors` is JSON. */
type UnitRow = {
  id: string
  name: string
  kind: OrganizationUnit['kind']
  parentId: string | null
  order: number
  validFrom: string
  validTo: string | null
  successors: string
  revision: number
}

/** 職員. Nothing but the name: contact data are kept nowhere here. */
type PersonRow = { id: string; name: string; kana: string; revision: number }

/** 職: written anew with its person, so it has a place among the person's posts and no id. */
type PostRow = {
  personId: string
  order: number
  unitId: string | null
  title: string
  kind: PostKind
  validFrom: string
  validTo: string | null
}

/** 専門部会の受け持ち. `bodyId` is a body of the deliberation room, kept as text; `subjectId` is what its kind says. */
type AssignmentRow = {
  id: string
  bodyId: string
  kind: AssignmentKind
  subjectId: string
  validFrom: string
  validTo: string | null
  revision: number
}

export type OrganizationTables = {
  municipality: MunicipalityRow
  organizationUnits: UnitRow
  people: PersonRow
  posts: PostRow
  subcommitteeAssignments: AssignmentRow
}

export const tables = (context: Context): Kysely<OrganizationTables> => context.db

const batch = 200

/** SQLite allows 32,766 bound values a statement: rows go in parts. */
export async function inBatches<Row>(rows: readonly Row[], insert: (some: Row[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += batch) await insert(rows.slice(from, from + batch))
}

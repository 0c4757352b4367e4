import { z } from 'zod'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import type { Municipality } from '../core/municipality.ts'
import type { Person, Post } from '../core/people.ts'
import { permissions } from '../core/permissions.ts'
import { prefectureOf } from '../core/prefectures.ts'
import { predecessorsOf } from '../core/succession.ts'
import { isValidOn, type OrganizationUnit } from '../core/units.ts'
import { accountTables } from './account-queries.ts'
import { tables } from './tables.ts'

const texts = z.array(z.string())
const successors = z.array(z.object({ unitId: z.string(), scope: z.string() }))

/** The city this installation is for; undefined before it is set up. */
export async function findMunicipality(context: Context): Promise<Municipality | undefined> {
  authorize(context, permissions, 'read-municipality')
  const row = await tables(context).selectFrom('municipality').selectAll().executeTakeFirst()
  if (!row) return undefined
  const { code, name, kana, contactOffice, revision } = row
  return {
    code,
    name,
    kana,
    contactOffice,
    revision,
    prefecture: prefectureOf(code) ?? '',
    districts: texts.parse(JSON.parse(row.districts)),
    contactLines: texts.parse(JSON.parse(row.contactLines)),
    isSample: row.sampleSince !== null,
  }
}

export async function getMunicipality(context: Context): Promise<Municipality> {
  return found(await findMunicipality(context), '市町村')
}

/** Every unit there ever was or will be, or those valid on a day. */
export async function listUnits(context: Context, { on }: { on?: string } = {}): Promise<OrganizationUnit[]> {
  authorize(context, permissions, 'read-units')
  const units = await readUnits(context)
  return on === undefined ? units : units.filter((unit) => isValidOn(unit, on))
}

/** For the room itself: callers have looked who asks. */
export async function readUnits(context: Context): Promise<OrganizationUnit[]> {
  const rows = await tables(context)
    .selectFrom('organizationUnits')
    .selectAll()
    .orderBy('order')
    .orderBy('id')
    .execute()
  return rows.map(unitOf)
}

export async function getUnit(context: Context, unitId: string): Promise<OrganizationUnit> {
  authorize(context, permissions, 'read-units')
  const row = await tables(context)
    .selectFrom('organizationUnits')
    .selectAll()
    .where('id', '=', unitId)
    .executeTakeFirst()
  return unitOf(found(row, '組織'))
}

type UnitColumns = Omit<OrganizationUnit, 'validTo' | 'successors'> & {
  validTo: string | null
  successors: string
}

const unitOf = (row: UnitColumns): OrganizationUnit => ({
  ...row,
  validTo: row.validTo ?? undefined,
  successors: successors.parse(JSON.parse(row.successors)),
})

/** What speaks of a unit inside this room, as sentences: while there is any, the unit cannot be deleted. */
export async function listUnitUses(context: Context, unitId: string): Promise<string[]> {
  const units = await listUnits(context)
  const count = async (rows: Promise<unknown[]>) => (await rows).length
  const posts = await count(
    tables(context).selectFrom('posts').select('personId').where('unitId', '=', unitId).execute(),
  )
  const accounts = await count(
    accountTables(context).selectFrom('user').select('id').where('unitId', '=', unitId).execute(),
  )
  const duties = await count(
    tables(context)
      .selectFrom('subcommitteeAssignments')
      .select('id')
      .where('kind', '=', 'unit')
      .where('subjectId', '=', unitId)
      .execute(),
  )
  return [
    ...units
      .filter(({ parentId }) => parentId === unitId)
      .map(({ name }) => `「${name}」が、この組織の下にあります`),
    ...predecessorsOf(units, unitId).map(({ unit }) => `「${unit.name}」から仕事を引き継いでいます`),
    ...units
      .filter(({ id, successors: heirs }) => id === unitId && heirs.length > 0)
      .map(() => 'ほかの組織に仕事を引き継いでいます'),
    ...(posts > 0 ? [`職員の職が${posts}件あります`] : []),
    ...(duties > 0 ? ['専門部会の受け持ちになっています'] : []),
    ...(accounts > 0 ? [`所属するアカウントが${accounts}件あります`] : []),
  ]
}

/** People with their posts, by reading (よみ). */
export async function listPeople(context: Context): Promise<Person[]> {
  authorize(context, permissions, 'read-people')
  const people = await tables(context).selectFrom('people').selectAll().execute()
  const rows = await tables(context)
    .selectFrom('posts')
    .selectAll()
    .orderBy('personId')
    .orderBy('order')
    .execute()
  const posts = Map.groupBy(rows, ({ personId }) => personId)
  const byReading = new Intl.Collator('ja').compare
  return people
    .map((person) => ({ ...person, posts: (posts.get(person.id) ?? []).map(postOf) }))
    .sort((a, b) => byReading(a.kana || a.name, b.kana || b.name) || (a.id < b.id ? -1 : 1))
}

export async function getPerson(context: Context, personId: string): Promise<Person> {
  authorize(context, permissions, 'read-people')
  const person = await tables(context)
    .selectFrom('people')
    .selectAll()
    .where('id', '=', personId)
    .executeTakeFirst()
  const posts = await tables(context)
    .selectFrom('posts')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('order')
    .execute()
  return { ...found(person, '職員'), posts: posts.map(postOf) }
}

type PostColumns = Omit<Post, 'validTo'> & { validTo: string | null }

const postOf = ({ unitId, title, kind, validFrom, validTo }: PostColumns): Post => ({
  unitId,
  title,
  kind,
  validFrom,
  validTo: validTo ?? undefined,
})

/** Names of accounts by their id, for a history that says who did what. */
export async function listAccountNames(context: Context): Promise<Map<string, string>> {
  authorize(context, permissions, 'read-people')
  const rows = await accountTables(context).selectFrom('user').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

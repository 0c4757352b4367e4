import type { PlanUnit } from '#src/formats/plan-parts.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import type { MunicipalityContent } from '../core/municipality.ts'
import { permissions } from '../core/permissions.ts'
import { type UnitContent, unitProblems } from '../core/unit-rules.ts'
import { siblingsOf, unitTree } from '../core/unit-tree.ts'
import { findMunicipality, getMunicipality, getUnit, listUnits, listUnitUses } from './queries.ts'
import { inBatches, tables } from './tables.ts'

/** Sets up an installation for a city, once. */
export const setUpMunicipality = command(
  permissions,
  'set-up-municipality',
  async (context, { isSample, ...content }: MunicipalityContent & { isSample: boolean }) => {
    if (await findMunicipality(context)) {
      throw new Refusal('conflict', 'この場所には、すでに市町村が登録されています')
    }
    const now = context.now.toISOString()
    await tables(context)
      .insertInto('municipality')
      .values({
        id: 'city',
        ...municipalityColumns(content),
        sampleSince: isSample ? now : null,
        revision: 1,
        updatedAt: now,
      })
      .execute()
  },
)

export const changeMunicipality = command(
  permissions,
  'change-municipality',
  async (context, { revision, content }: { revision: number; content: MunicipalityContent }) => {
    refuseIfStale(await getMunicipality(context), revision)
    const updatedAt = context.now.toISOString()
    await tables(context)
      .updateTable('municipality')
      .set({ ...municipalityColumns(content), revision: revision + 1, updatedAt })
      .execute()
  },
)

const municipalityColumns = ({ districts, contactLines, ...city }: MunicipalityContent) => ({
  ...city,
  districts: JSON.stringify(districts),
  contactLines: JSON.stringify(contactLines),
})

/** Refuses with the first sentence: the page has shown the same problems beside the fields before. */
export function refuseProblems(problems: Readonly<Record<string, string>>) {
  const [first] = Object.values(problems)
  if (first) throw new Refusal('conflict', first)
}

export const addUnit = command(permissions, 'add-unit', async (context, content: UnitContent) => {
  const units = await listUnits(context)
  refuseProblems(unitProblems(units, content))
  const order = Math.max(0, ...units.map((unit) => unit.order)) + 1
  return insertUnit(context, { content, order })
})

/** Writes a new unit at its place; returns its id. */
export async function insertUnit(
  context: Context,
  { content, order }: { content: UnitContent; order: number },
): Promise<string> {
  const id = context.newId('ou')
  await tables(context)
    .insertInto('organizationUnits')
    .values({ id, ...content, validTo: content.validTo ?? null, order, successors: '[]', revision: 1 })
    .execute()
  return id
}

type UnitCorrection = { unitId: string; revision: number; content: UnitContent }

/** Corrects what was written wrongly. A name or place that changes from a day on is a reorganization instead. */
export const changeUnit = command(
  permissions,
  'change-unit',
  async (context, { unitId, revision, content }: UnitCorrection) => {
    refuseIfStale(await getUnit(context, unitId), revision)
    refuseProblems(unitProblems(await listUnits(context), content, unitId))
    await tables(context)
      .updateTable('organizationUnits')
      .set({ ...content, validTo: content.validTo ?? null, revision: revision + 1 })
      .where('id', '=', unitId)
      .execute()
  },
)

/** Moves a unit before or after its neighbour below the same unit, as they stand today. */
export const moveUnit = command(
  permissions,
  'change-unit',
  async (context, { unitId, direction }: { unitId: string; direction: 'up' | 'down' }) => {
    const units = await listUnits(context)
    const siblings = siblingsOf(unitTree(units, tokyoDay(context.now)), unitId)
    const position = siblings.findIndex(({ id }) => id === unitId)
    const neighbour = siblings[direction === 'up' ? position - 1 : position + 1]
    const moving = siblings[position]
    if (!moving || !neighbour) throw new Refusal('conflict', 'これより先には動かせません')
    const others = units.filter(({ id }) => id !== unitId)
    const place = others.findIndex(({ id }) => id === neighbour.id) + (direction === 'up' ? 0 : 1)
    for (const [index, { id, order }] of others.toSpliced(place, 0, moving).entries()) {
      if (order === index + 1) continue
      await tables(context)
        .updateTable('organizationUnits')
        .set({ order: index + 1 })
        .where('id', '=', id)
        .execute()
    }
  },
)

/** Asks the rooms above which of their things speak of a unit, as sentences: a page brings it along. */
export type FindUses = (context: Context, unitId: string) => Promise<string[]>

/** Deletes a unit that nothing speaks of: written by mistake and never used. Otherwise it is abolished, never deleted. */
export const deleteUnit = command(
  permissions,
  'delete-unit',
  async (context, { unitId, findUses }: { unitId: string; findUses: FindUses }) => {
    const { name } = await getUnit(context, unitId)
    await refuseUsed(context, { unitId, name, findUses })
    await tables(context).deleteFrom('organizationUnits').where('id', '=', unitId).execute()
  },
)

export async function refuseUsed(
  context: Context,
  { unitId, name, findUses }: { unitId: string; name: string; findUses: FindUses },
) {
  const [use] = [...(await listUnitUses(context, unitId)), ...(await findUses(context, unitId))]
  if (use) throw new Refusal('conflict', `「${name}」は使われているので、消せません：${use}`)
}

/** Takes in the units a plan document brings along; those already known stay as they are. */
export const importPlanUnits = command(
  permissions,
  'import-units',
  async (context, { units }: { units: readonly PlanUnit[] }) => {
    const known = await listUnits(context)
    const ids = new Set(known.map(({ id }) => id))
    const last = Math.max(0, ...known.map(({ order }) => order))
    const added = units.filter(({ id }) => !ids.has(id))
    const rows = added.map(({ id, name, kind, parentId, validFrom, validTo, successors }, position) => ({
      id,
      name,
      kind,
      parentId,
      validFrom,
      validTo: validTo ?? null,
      order: last + position + 1,
      successors: JSON.stringify(successors),
      revision: 1,
    }))
    await inBatches(rows, (some) => tables(context).insertInto('organizationUnits').values(some).execute())
    context.trail.objects.push(...added.map(({ id }) => id))
  },
)

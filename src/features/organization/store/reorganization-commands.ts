import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { dayBefore } from '../core/neighbour-days.ts'
import { permissions } from '../core/permissions.ts'
import { changesOn, type Reorganization, reorganizationProblems, takenBack } from '../core/reorganization.ts'
import type { OrganizationUnit, Successor } from '../core/units.ts'
import { type FindUses, insertUnit, refuseProblems, refuseUsed } from './commands.ts'
import { listUnits } from './queries.ts'
import { tables } from './tables.ts'

/**
 * 組織改編: units end and others take over from a day, which may lie ahead: one for one is a renaming, one for several a
 * split, several for one a merger, none an abolition. What the plan says of the old units is left to people, item by item.
 */
export const reorganize = command(permissions, 'reorganize-units', async (context, given: Reorganization) => {
  const units = await listUnits(context)
  refuseProblems(reorganizationProblems(units, given))
  const ending = units.filter(({ id }) => given.unitIds.includes(id))
  const successors = await takersOf(context, given, Math.max(...ending.map(({ order }) => order)))
  for (const { id, revision } of ending) {
    await changeSuccession(context, { id, revision, validTo: dayBefore(given.firstDay), successors })
  }
  context.trail.objects.push(...given.unitIds, ...successors.map(({ unitId }) => unitId))
})

/** The units that take over; new ones are written next to the old, so that the list keeps its order. */
async function takersOf(
  context: Context,
  { takers, firstDay }: Reorganization,
  after: number,
): Promise<Successor[]> {
  const count = takers.filter((taker) => 'name' in taker).length
  await tables(context)
    .updateTable('organizationUnits')
    .set((row) => ({ order: row('order', '+', count) }))
    .where('order', '>', after)
    .execute()
  const successors: Successor[] = []
  let order = after
  for (const taker of takers) {
    if ('unitId' in taker) {
      successors.push({ unitId: taker.unitId, scope: taker.scope })
      continue
    }
    const { name, kind, parentId, scope } = taker
    const content = { name, kind, parentId, validFrom: firstDay, validTo: undefined }
    order += 1
    successors.push({ unitId: await insertUnit(context, { content, order }), scope })
  }
  return successors
}

type Succession = Pick<OrganizationUnit, 'id' | 'revision' | 'successors' | 'validTo'>

const changeSuccession = (context: Context, { id, revision, validTo, successors }: Succession) =>
  tables(context)
    .updateTable('organizationUnits')
    .set({ validTo: validTo ?? null, successors: JSON.stringify(successors), revision: revision + 1 })
    .where('id', '=', id)
    .execute()

type Withdrawal = { day: string; unitId: string; findUses: FindUses }

/** Takes one change of a day back: the old units go on as before; the new ones go, unless something uses them already. */
export const withdrawReorganization = command(
  permissions,
  'reorganize-units',
  async (context, { day, unitId, findUses }: Withdrawal) => {
    const change = changesOn(await listUnits(context), day).find(
      ({ from, to }) =>
        from.length > 0 && [...from, ...to.map(({ unit }) => unit)].some(({ id }) => id === unitId),
    )
    const { restored, removed } = takenBack(found(change, '組織改編'), day)
    for (const { id, revision } of restored) {
      await changeSuccession(context, { id, revision, validTo: undefined, successors: [] })
    }
    for (const { id, name } of removed) {
      await refuseUsed(context, { unitId: id, name, findUses })
      await tables(context).deleteFrom('organizationUnits').where('id', '=', id).execute()
    }
    context.trail.objects.push(...[...restored, ...removed].map(({ id }) => id))
  },
)

import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { permissions } from '../core/permissions.ts'
import { isAssignedTwice, type SubcommitteeAssignment } from '../core/subcommittees.ts'
import { getPerson, getUnit } from './queries.ts'
import { listAssignments } from './queries-subcommittees.ts'
import { tables } from './tables.ts'

type NewAssignment = Omit<SubcommitteeAssignment, 'id' | 'revision'>

/** 専門部会に割り当てる: a policy, a unit, or somebody who reviews. Whoever asks has seen that the body and the policy are there. */
export const assignToSubcommittee = command(
  permissions,
  'assign-subcommittees',
  async (context, given: NewAssignment) => {
    if (given.kind === 'unit') await getUnit(context, given.subjectId)
    if (given.kind === 'person') await getPerson(context, given.subjectId)
    if (isAssignedTwice(await listAssignments(context), given))
      throw new Refusal('conflict', 'この部会に、同じ時期の同じ割り当てがあります')
    const id = context.newId('sa')
    await tables(context)
      .insertInto('subcommitteeAssignments')
      .values({ ...given, id, validTo: given.validTo ?? null, revision: 1 })
      .execute()
    return id
  },
)

type Which = { assignmentId: string; revision: number }

/** 割り当てを終える: what was read and written in that time stays. */
export const endAssignment = command(
  permissions,
  'assign-subcommittees',
  async (context, { assignmentId, revision, lastOn }: Which & { lastOn: string }) => {
    const { validFrom } = await getAssignment(context, { assignmentId, revision })
    if (lastOn < validFrom) throw new Refusal('conflict', '最後の日が、はじまりの日より前になっています')
    await tables(context)
      .updateTable('subcommitteeAssignments')
      .set({ validTo: lastOn, revision: revision + 1 })
      .where('id', '=', assignmentId)
      .execute()
  },
)

/** 割り当てを消す: one that was a mistake from the first day on. */
export const withdrawAssignment = command(
  permissions,
  'assign-subcommittees',
  async (context, which: Which) => {
    const { id } = await getAssignment(context, which)
    await tables(context).deleteFrom('subcommitteeAssignments').where('id', '=', id).execute()
  },
)

async function getAssignment(context: Context, { assignmentId, revision }: Which) {
  const assignments = await listAssignments(context)
  const known = found(
    assignments.find(({ id }) => id === assignmentId),
    '割り当て',
  )
  refuseIfStale(known, revision)
  return known
}

import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { type Body, type Membership, noArticles, type RuleArticles, sits } from '../core/bodies.ts'
import { isBelowItself } from '../core/organisation.ts'
import { permissions } from '../core/permissions.ts'
import { getBody, listBodies, listMeetings, listMembers } from './queries.ts'
import { tables } from './tables.ts'

export type BodyContent = Omit<
  Body,
  'id' | 'order' | 'revision' | 'parentId' | 'endedOn' | 'endReason' | keyof RuleArticles
> &
  Partial<Pick<Body, 'parentId' | keyof RuleArticles>>

const rowOf = ({ isOpenByDefault, seats, parentId, ...content }: BodyContent) => ({
  ...noArticles,
  ...content,
  parentId: parentId ?? null,
  openness: isOpenByDefault ? ('open' as const) : ('closed' as const),
  seats: JSON.stringify(seats),
})

/** 会議体を置く */
export const addBody = command(permissions, 'keep-bodies', async (context, content: BodyContent) => {
  const id = context.newId('bo')
  await refuseOddParent(context, id, content.parentId)
  const order = Math.max(0, ...(await listBodies(context)).map((body) => body.order)) + 1
  await tables(context)
    .insertInto('deliberationBodies')
    .values({ ...rowOf(content), id, order, endedOn: null, endReason: '', revision: 1 })
    .execute()
  return id
})

async function refuseOddParent(context: Context, bodyId: string, parentId: string | undefined) {
  const bodies = await listBodies(context)
  if (parentId && !bodies.some(({ id }) => id === parentId))
    throw new Refusal('not-found', '会議体が見つかりません')
  if (isBelowItself(bodies, bodyId, parentId))
    throw new Refusal('conflict', '自分より下にある会議体は、上の会議体にできません')
}

type BodyChange = { bodyId: string; revision: number; content: BodyContent }

export const changeBody = command(
  permissions,
  'keep-bodies',
  async (context, { bodyId, revision, content }: BodyChange) => {
    refuseIfStale(await getBody(context, bodyId), revision)
    await refuseOddParent(context, bodyId, content.parentId)
    await tables(context)
      .updateTable('deliberationBodies')
      .set({ ...rowOf(content), revision: revision + 1 })
      .where('id', '=', bodyId)
      .execute()
  },
)

type Ending = { bodyId: string; revision: number; endedOn: string; endReason: string }

/**
 * 会議体を解散する: its members leave on that day, and no meeting is prepared after it. A question it was asked and did not report
 * on stays open, and says so.
 */
export const dissolveBody = command(
  permissions,
  'keep-bodies',
  async (context, { bodyId, revision, endedOn, endReason }: Ending) => {
    refuseIfStale(await getBody(context, bodyId), revision)
    const later = (await listMeetings(context)).filter(
      ({ heldOn, state, ...meeting }) =>
        meeting.bodyId === bodyId && heldOn > endedOn && state !== 'cancelled',
    )
    if (later.length > 0)
      throw new Refusal('conflict', '解散の日よりあとに会議があります。先に中止するか、日を直してください')
    await tables(context)
      .updateTable('deliberationBodies')
      .set({ endedOn, endReason, revision: revision + 1 })
      .where('id', '=', bodyId)
      .execute()
    for (const { id, validTo, ...member } of await listMembers(context, bodyId)) {
      if (validTo !== undefined && validTo <= endedOn) continue
      const leaving = { validTo: latestOf(endedOn, member.validFrom), leavingReason: '会議体の解散' }
      await tables(context)
        .updateTable('memberships')
        .set({ ...leaving, revision: member.revision + 1 })
        .where('id', '=', id)
        .execute()
    }
  },
)

const latestOf = (a: string, b: string) => (a > b ? a : b)

export type MemberContent = Pick<
  Membership,
  'name' | 'affiliation' | 'category' | 'office' | 'validFrom' | 'validTo'
> &
  Partial<Pick<Membership, 'appointedBy'>>

/** 委員を委嘱・任命する */
export const appointMember = command(
  permissions,
  'keep-bodies',
  async (context, { bodyId, ...content }: MemberContent & { bodyId: string }) => {
    if (!sits(await getBody(context, bodyId), content.validFrom))
      throw new Refusal('conflict', 'この会議体は、就任の日より前に解散しています')
    const id = context.newId('ms')
    const order = Math.max(0, ...(await listMembers(context, bodyId)).map((member) => member.order)) + 1
    const row = {
      appointedBy: '',
      ...content,
      id,
      bodyId,
      validTo: content.validTo ?? null,
      leavingReason: '',
      order,
      revision: 1,
    }
    await tables(context).insertInto('memberships').values(row).execute()
    return id
  },
)

type Leaving = { membershipId: string; revision: number; validTo: string; leavingReason: string }

/** 委員が退く: the last day and why. The seat is free from the day after. */
export const endMembership = command(
  permissions,
  'keep-bodies',
  async (context, { membershipId, revision, validTo, leavingReason }: Leaving) => {
    const member = await memberIn(context, membershipId)
    refuseIfStale(member, revision)
    if (validTo < member.validFrom) throw new Refusal('conflict', '最後の日が、就任の日より前になっています')
    await tables(context)
      .updateTable('memberships')
      .set({ validTo, leavingReason, revision: revision + 1 })
      .where('id', '=', membershipId)
      .execute()
  },
)

async function memberIn(context: Context, membershipId: string): Promise<Membership> {
  return found(
    (await listMembers(context)).find(({ id }) => id === membershipId),
    '委員',
  )
}

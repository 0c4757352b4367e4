import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { findMailStates, type MailState } from '#src/platform/mail/outbox.ts'
import type { Notice } from '../core/notice.ts'
import { permissions } from '../core/permissions.ts'
import { listMembers } from './queries.ts'
import { tables } from './tables.ts'

/** The notices given of a meeting, the first first, each mail with what became of it. */
export async function listNotices(
  context: Context,
  meetingId: string,
): Promise<(Notice & { mailState: MailState | undefined })[]> {
  authorize(context, permissions, 'call-meeting')
  const rows = await tables(context)
    .selectFrom('meetingNotices')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
  const states = await findMailStates(
    context,
    rows.flatMap(({ mailId }) => mailId ?? []),
  )
  return rows.map(({ meetingId: _, recordedAt: __, mailId, ...row }) => ({
    ...row,
    mailId: mailId ?? undefined,
    mailState: states.get(mailId ?? ''),
  }))
}

/** Which members of a body can be written to; the addresses stay sealed. */
export async function listReachable(context: Context, bodyId: string): Promise<Set<string>> {
  authorize(context, permissions, 'call-meeting')
  const ids = (await listMembers(context, bodyId)).map(({ id }) => id)
  const sealed = await sealedAddresses(context)
  return new Set(ids.filter((id) => sealed.has(id)))
}

/** The address a member is written to: the one kept for notices, else the one codes go to. Sealed, with the id of its seal. */
export async function sealedAddresses(
  context: Context,
): Promise<Map<string, { sealedAs: string; sealed: string }>> {
  authorize(context, permissions, 'call-meeting')
  const own = await tables(context).selectFrom('memberAddresses').selectAll().execute()
  const ofCodes = await tables(context)
    .selectFrom('memberAccess')
    .select(['id', 'membershipId', 'sealedAddress'])
    .where('sealedAddress', '<>', '')
    .execute()
  return new Map([
    ...ofCodes.map(
      ({ id, membershipId, sealedAddress }) =>
        [membershipId, { sealedAs: id, sealed: sealedAddress }] as const,
    ),
    ...own.map(({ membershipId, sealed }) => [membershipId, { sealedAs: membershipId, sealed }] as const),
  ])
}

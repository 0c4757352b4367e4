import { z } from 'zod'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { isAlive } from '#src/platform/auth/session-life.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { hashOfToken } from '#src/platform/hash-of-token.ts'
import { type Membership, sitsOn } from '../core/bodies.ts'
import type { AccessWay, MemberAccess } from '../core/member-access.ts'
import { permissions } from '../core/permissions.ts'
import { listMembers } from './queries.ts'
import { tables } from './tables.ts'

const marks = z.array(z.string().nullable())

/** Who of a body has a way in, by membership. */
export async function listMemberAccess(context: Context): Promise<Map<string, MemberAccess>> {
  authorize(context, permissions, 'invite-members')
  const rows = await tables(context)
    .selectFrom('memberAccess')
    .leftJoin('memberSessions', 'memberSessions.accessId', 'memberAccess.id')
    .select(['memberAccess.id', 'membershipId', 'way', 'madeAt', 'codeMarks'])
    .select((select) => select.fn.max('memberSessions.createdAt').as('lastUsedAt'))
    .groupBy(['memberAccess.id', 'membershipId', 'way', 'madeAt', 'codeMarks'])
    .execute()
  return new Map(
    rows.map(({ codeMarks, lastUsedAt, ...row }) => {
      const codesLeft = marks.parse(JSON.parse(codeMarks)).filter((mark) => mark !== null).length
      return [row.membershipId, { ...row, codesLeft, lastUsedAt: lastUsedAt ?? undefined }]
    }),
  )
}

/** What the page of an invitation knows before anybody has shown a code: the body and the way, no name. */
export type OpenInvitation = {
  accessId: string
  membershipId: string
  bodyId: string
  way: AccessWay
  sealedAddress: string
  appSecret: string
  appStep: number
  codeMarks: (string | null)[]
  mailMark: string
  mailUntil: string | undefined
  linkHash: string
}

/** The invitation a link opens, while its member sits. The link alone opens nothing. */
export async function findInvitation(context: Context, token: string): Promise<OpenInvitation | undefined> {
  authorize(context, permissions, 'enter-by-invitation')
  const row = await tables(context)
    .selectFrom('memberAccess')
    .selectAll()
    .where('linkHash', '=', hashOfToken(token))
    .executeTakeFirst()
  if (!row) return undefined
  const member = await sittingMember(context, row.membershipId)
  if (!member) return undefined
  const { id: accessId, codeMarks, mailUntil, madeAt: _, ...rest } = row
  return {
    ...rest,
    accessId,
    bodyId: member.bodyId,
    codeMarks: marks.parse(JSON.parse(codeMarks)),
    mailUntil: mailUntil ?? undefined,
  }
}

/** Whose session a cookie is: a member who sits today, by a session that lives. */
export async function findMemberOfSession(
  context: Context,
  token: string,
): Promise<{ member: Membership; updatedAt: string; tokenHash: string } | undefined> {
  authorize(context, permissions, 'enter-by-invitation')
  const tokenHash = hashOfToken(token)
  const row = await tables(context)
    .selectFrom('memberSessions')
    .innerJoin('memberAccess', 'memberAccess.id', 'memberSessions.accessId')
    .select(['membershipId', 'createdAt', 'updatedAt'])
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  if (!row || !isAlive(row, context.now)) return undefined
  const member = await sittingMember(context, row.membershipId)
  return member && { member, updatedAt: row.updatedAt, tokenHash }
}

/** A dismissed member is none from the day after: every access looks here. */
async function sittingMember(context: Context, membershipId: string): Promise<Membership | undefined> {
  const today = tokyoDay(context.now)
  return (await listMembers(context)).find((member) => member.id === membershipId && sitsOn(member, today))
}

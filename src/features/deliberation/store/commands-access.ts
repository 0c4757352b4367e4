import { isWorthNoting } from '#src/platform/auth/session-life.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { hashOfToken } from '#src/platform/hash-of-token.ts'
import { queueMail } from '#src/platform/mail/outbox.ts'
import type { Sealer } from '#src/platform/sealing.ts'
import { sitsOn } from '../core/bodies.ts'
import { type AccessWay, mailCodeMinutes, plainCode } from '../core/member-access.ts'
import { permissions } from '../core/permissions.ts'
import { listMembers, todayOf } from './queries.ts'
import { findInvitation, type OpenInvitation } from './queries-access.ts'
import { tables } from './tables.ts'

type Invitation = {
  membershipId: string
  token: string
  way: AccessWay
  /** The address for codes by mail; empty for the other ways. */
  address: string
  /** The encrypted secret of the app; empty for the other ways. */
  appSecret: string
  /** The codes of the paper; none for the other ways. */
  codes: readonly string[]
  sealer: Sealer
}

/** 委員に入口をわたす: a new link with a new second step. The former one, and what it opened, ends. */
export const inviteMember = command(permissions, 'invite-members', async (context, given: Invitation) => {
  const { membershipId, token, way, address, appSecret, codes, sealer } = given
  const member = (await listMembers(context)).find(({ id }) => id === membershipId)
  if (!sitsOn(found(member, '委員'), todayOf(context)))
    throw new Refusal('conflict', 'いまの委員ではないので、招待できません')
  await dropAccess(context, membershipId)
  const id = context.newId('ma')
  const linkHash = hashOfToken(token)
  const codeMarks = codes.map((code, place) => markOf(sealer, { linkHash, place, code }))
  await tables(context)
    .insertInto('memberAccess')
    .values({
      id,
      membershipId,
      way,
      linkHash,
      sealedAddress: address ? sealer.seal(id, address) : '',
      appSecret,
      appStep: 0,
      codeMarks: JSON.stringify(codeMarks),
      mailMark: '',
      mailUntil: null,
      madeAt: context.now.toISOString(),
    })
    .execute()
  return id
})

type MarkedCode = { linkHash: string; place: number; code: string }

/** As a code is kept: keyed, so that the table alone gives nobody a code. */
const markOf = (sealer: Sealer, { linkHash, place, code }: MarkedCode) =>
  sealer.mark('member code', linkHash, String(place), plainCode(code)).toString('base64url')

/** 入口を止める: the link and whoever is in by it. */
export const endAccess = command(
  permissions,
  'invite-members',
  (context, { membershipId }: { membershipId: string }) => dropAccess(context, membershipId),
)

async function dropAccess(context: Context, membershipId: string) {
  const rows = await tables(context)
    .selectFrom('memberAccess')
    .select('id')
    .where('membershipId', '=', membershipId)
    .execute()
  for (const { id } of rows) {
    await tables(context).deleteFrom('memberSessions').where('accessId', '=', id).execute()
    await tables(context).deleteFrom('memberAccess').where('id', '=', id).execute()
  }
}

type SentCode = { token: string; code: string; sealer: Sealer; bodyName: string }

/** Sends a code to the address of the invitation; a former one no longer works. */
export const sendMemberCode = command(
  permissions,
  'enter-by-invitation',
  async (context, { token, code, sealer, bodyName }: SentCode) => {
    const { accessId, linkHash, sealedAddress, way } = await invitationAt(context, token)
    if (way !== 'mail' || !sealedAddress) throw new Refusal('conflict', 'メールで受け取る入口ではありません')
    const mailUntil = new Date(context.now.getTime() + mailCodeMinutes * 60_000).toISOString()
    const mailMark = markOf(sealer, { linkHash, place: -1, code })
    await setAccess(context, accessId, { mailMark, mailUntil })
    await queueMail(context, sealer, {
      to: sealer.open(accessId, sealedAddress),
      recipient: `${bodyName}の委員`,
      subject: `${bodyName}：確認コード`,
      text: `委員の画面に入るための確認コードです。\n\n${code}\n\n${mailCodeMinutes}分のあいだ、1回だけ使えます。心当たりのないときは、このメールを捨ててください。`,
      isSecret: true,
    })
  },
)

export type Proof = { kind: 'code'; code: string } | { kind: 'app'; step: number }
type Entering = { token: string; sessionToken: string; proof: Proof; sealer: Sealer }

/** 委員の画面に入る: the second step is used up, and a session begins. Refused with one sentence whatever was wrong. */
export const enterByInvitation = command(
  permissions,
  'enter-by-invitation',
  async (context, { token, sessionToken, proof, sealer }: Entering) => {
    const invitation = await invitationAt(context, token)
    const used = usedUp(invitation, { proof, sealer, now: context.now })
    if (!used) throw new Refusal('stale', 'このコードは使えません')
    await setAccess(context, invitation.accessId, used)
    const at = context.now.toISOString()
    await tables(context)
      .insertInto('memberSessions')
      .values({
        tokenHash: hashOfToken(sessionToken),
        accessId: invitation.accessId,
        createdAt: at,
        updatedAt: at,
      })
      .execute()
    context.trail.objects.push(invitation.membershipId)
  },
)

type AccessValues = Partial<{
  appStep: number
  codeMarks: string
  mailMark: string
  mailUntil: string | null
}>

/** What the access is after the proof was used; undefined where it proves nothing. */
function usedUp(
  invitation: OpenInvitation,
  { proof, sealer, now }: { proof: Proof; sealer: Sealer; now: Date },
): AccessValues | undefined {
  const { way, linkHash, codeMarks, appStep, mailMark, mailUntil } = invitation
  if (proof.kind === 'app')
    return way === 'totp' && proof.step > appStep ? { appStep: proof.step } : undefined
  const { code } = proof
  if (way === 'mail') {
    const isRight = mailMark !== '' && markOf(sealer, { linkHash, place: -1, code }) === mailMark
    const isInTime = mailUntil !== undefined && now.toISOString() <= mailUntil
    return isRight && isInTime ? { mailMark: '', mailUntil: null } : undefined
  }
  const place = codeMarks.findIndex((mark) => mark !== null)
  if (way !== 'paper' || place < 0) return undefined
  if (markOf(sealer, { linkHash, place, code }) !== codeMarks[place]) return undefined
  return { codeMarks: JSON.stringify(codeMarks.with(place, null)) }
}

async function invitationAt(context: Context, token: string): Promise<OpenInvitation> {
  return found(await findInvitation(context, token), '招待')
}

async function setAccess(context: Context, accessId: string, values: AccessValues) {
  await tables(context).updateTable('memberAccess').set(values).where('id', '=', accessId).execute()
}

/** Leaves: this browser's session ends. */
export const leaveMemberPages = command(
  permissions,
  'enter-by-invitation',
  async (context, { sessionToken }: { sessionToken: string }) => {
    await tables(context)
      .deleteFrom('memberSessions')
      .where('tokenHash', '=', hashOfToken(sessionToken))
      .execute()
  },
)

/** Notes that a session was used, once a minute: reading a page writes seldom. */
export async function noteUse(context: Context, session: { tokenHash: string; updatedAt: string }) {
  if (!isWorthNoting({ createdAt: session.updatedAt, updatedAt: session.updatedAt }, context.now)) return
  await tables(context)
    .updateTable('memberSessions')
    .set({ updatedAt: context.now.toISOString() })
    .where('tokenHash', '=', session.tokenHash)
    .execute()
}

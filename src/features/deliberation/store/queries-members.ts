import { getVersion, getVersionDocument } from '#src/features/plan/store/queries/versions.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { type Body, type Membership, sitsOn } from '../core/bodies.ts'
import type { LaidDraft } from '../core/draft-comments.ts'
import { isAnnounced, type Meeting, type MinutesCheck, mayMembersReadMinutes } from '../core/meetings.ts'
import { isLaid, type Paper } from '../core/papers.ts'
import { permissions } from '../core/permissions.ts'
import { getBody, listMembers, type MeetingFile, readMeeting, readMeetings, todayOf } from './queries.ts'
import { listLaid } from './queries-drafts.ts'
import { tables } from './tables.ts'

/**
 * What a member sees. The actor is the membership itself, so there is no id to swap: everything is asked for by the body of
 * the membership, and what another body was given is not found.
 */
export async function ownSeat(context: Context): Promise<{ member: Membership; body: Body }> {
  authorize(context, permissions, 'read-as-member')
  const member = (await listMembers(context)).find(({ id }) => id === context.actor.id)
  if (!member || !sitsOn(member, todayOf(context)))
    throw new Refusal('forbidden', 'いまの委員だけが見られます')
  return { member, body: await getBody(context, member.bodyId) }
}

/** The meetings of the member's body from their call on, the latest first. */
export async function listOwnMeetings(context: Context): Promise<Meeting[]> {
  const { body } = await ownSeat(context)
  return (await readMeetings(context)).filter((meeting) => meeting.bodyId === body.id && isAnnounced(meeting))
}

export type OwnMeeting = MeetingFile & { ownCheck: MinutesCheck | undefined; mayCheck: boolean }

/** A meeting with its papers, also those of closed items; minutes and decisions from the day members are asked to check them. */
export async function getOwnMeeting(context: Context, meetingId: string): Promise<OwnMeeting> {
  const { body, member } = await ownSeat(context)
  const known = (await listOwnMeetings(context)).find(({ id }) => id === meetingId)
  const file = await readMeeting(context, found(known, '会議').id)
  found(file.meeting.bodyId === body.id ? file : undefined, '会議')
  const maySeeMinutes = mayMembersReadMinutes(file.meeting)
  const wasMember = file.members.some(({ id }) => id === member.id)
  const { state, checkUntil } = file.meeting
  return {
    ...file,
    agenda: maySeeMinutes ? file.agenda : file.agenda.map((item) => ({ ...item, minutes: '' })),
    decisions: maySeeMinutes ? file.decisions : [],
    errata: maySeeMinutes ? file.errata : [],
    answers: file.answers.filter(({ membershipId }) => membershipId === member.id),
    changes: [],
    ownCheck: (await checksOf(context, meetingId)).find(({ membershipId }) => membershipId === member.id),
    mayCheck: wasMember && state === 'held' && checkUntil !== undefined && todayOf(context) <= checkUntil,
  }
}

export async function getOwnPaper(context: Context, meetingId: string, paperId: string): Promise<Paper> {
  const { papers } = await getOwnMeeting(context, meetingId)
  return found(
    papers.find((paper) => paper.id === paperId && isLaid(paper)),
    '資料',
  )
}

/** What members said of the draft of the minutes; the secretariat reads it on the page of the meeting. */
export async function listMinutesChecks(context: Context, meetingId: string): Promise<MinutesCheck[]> {
  authorize(context, permissions, 'read-closed-minutes')
  return checksOf(context, meetingId)
}

function checksOf(context: Context, meetingId: string): Promise<MinutesCheck[]> {
  return tables(context)
    .selectFrom('minutesChecks')
    .select(['membershipId', 'outcome', 'words', 'checkedAt'])
    .where('meetingId', '=', meetingId)
    .orderBy('checkedAt')
    .orderBy('membershipId')
    .execute()
}

/** A draft with the words of its version. */
export type OwnDraft = LaidDraft & { label: string }

/** The drafts laid before the member's body, the latest first. */
export async function listOwnDrafts(context: Context): Promise<OwnDraft[]> {
  const { body } = await ownSeat(context)
  const laid = (await listLaid(context)).filter(({ bodyId }) => bodyId === body.id)
  return Promise.all(
    laid.map(async (draft) => ({
      ...draft,
      label: (await getVersion(reading(context), draft.versionId)).label,
    })),
  )
}

export async function getOwnDraft(
  context: Context,
  draftId: string,
): Promise<{ draft: OwnDraft; document: PlanDocument }> {
  const draft = found(
    (await listOwnDrafts(context)).find(({ id }) => id === draftId),
    '案',
  )
  return { draft, document: await getVersionDocument(reading(context), draft.versionId) }
}

/** A laid version is read in the place of those who laid it: members have no right on the plan itself. */
const reading = (context: Context): Context => ({ ...context, actor: { id: 'laid', roles: ['secretariat'] } })

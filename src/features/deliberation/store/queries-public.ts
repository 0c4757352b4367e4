import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { decisionLog, type LoggedDecision } from '../core/decision-log.ts'
import { countsForQuorum, hasOpened, isAnnounced, isPublished, type Meeting } from '../core/meetings.ts'
import { awaitsLink, isLinkOpen } from '../core/online-link.ts'
import { currentPapers, isLaid, type Paper } from '../core/papers.ts'
import { permissions } from '../core/permissions.ts'
import { publishedMinutes } from '../core/speakers.ts'
import {
  listBodies,
  type MeetingFile,
  type MeetingWithTopics,
  readMeeting,
  readMeetingFiles,
  readMeetings,
  withTopics,
} from './queries.ts'
import { listBills } from './queries-bills.ts'
import { listInquiries } from './queries-inquiries.ts'

/** Meetings residents may know of: those called, held or cancelled, the latest first, those of one day by their bodies. */
export async function listPublicMeetings(context: Context): Promise<MeetingWithTopics[]> {
  authorize(context, permissions, 'read-public-meetings')
  const announced = await listAnnounced(context)
  return withTopics(
    context,
    announced.map((meeting) => withoutLink(meeting, context.now)),
  )
}

async function listAnnounced(context: Context): Promise<Meeting[]> {
  const orderOf = new Map((await listBodies(context)).map(({ id, order }) => [id, order]))
  const placeOf = ({ bodyId }: Meeting) => orderOf.get(bodyId) ?? 0
  return (await readMeetings(context))
    .filter(isAnnounced)
    .sort(
      (a, b) =>
        (a.heldOn < b.heldOn ? 1 : a.heldOn > b.heldOn ? -1 : 0) ||
        placeOf(a) - placeOf(b) ||
        b.number - a.number,
    )
}

export type PublicMeeting = Omit<MeetingFile, 'attendance' | 'changes' | 'answers'> & {
  presentCount: number
  absentCount: number
  /** Names of those present, where the body's rule lets minutes name people. */
  presentNames: string[]
  /** What is shown will be another at an hour of its own: the link of the meeting comes or goes. */
  awaitsLink: boolean
}

/** The link itself stays behind until its hour. */
const withoutLink = (meeting: Meeting, now: Date): Meeting => ({
  ...meeting,
  onlineUrl: isLinkOpen(meeting, now) ? meeting.onlineUrl : '',
})

export async function getPublicMeeting(context: Context, meetingId: string): Promise<PublicMeeting> {
  authorize(context, permissions, 'read-public-meetings')
  const file = await readMeeting(context, meetingId)
  return asResidentsRead(found(isAnnounced(file.meeting) ? file : undefined, '会議'), context.now)
}

/** The same of every meeting whose minutes are public, or of some of them, the latest first. */
export async function listPublishedMeetings(
  context: Context,
  only?: ReadonlySet<string>,
): Promise<PublicMeeting[]> {
  authorize(context, permissions, 'read-public-meetings')
  const published = (await listAnnounced(context)).filter(isPublished)
  const files = await readMeetingFiles(context, only ? published.filter(({ id }) => only.has(id)) : published)
  return files.map((file) => asResidentsRead(file, context.now))
}

/**
 * One meeting as residents see it: papers from the opening on, minutes and decisions once published.
 *
 * Of a closed item only its title and ground are left; unconfirmed minutes and internal papers never pass here.
 */
function asResidentsRead(whole: MeetingFile, now: Date): PublicMeeting {
  const { attendance, changes: _, answers: __, ...file } = whole
  const { meeting, body, members } = file
  const [opened, published] = [hasOpened(meeting), isPublished(meeting)]
  const closed = new Set(file.agenda.filter(({ isOpen }) => !isOpen).map(({ id }) => id))
  const minutesOf = (text: string) => publishedMinutes(text, body.minutesStyle, members)
  const isShown = ({ agendaItemId }: { agendaItemId: string | undefined }) =>
    agendaItemId === undefined || !closed.has(agendaItemId)
  const present = published ? attendance.filter(countsForQuorum) : []
  return {
    ...file,
    agenda: file.agenda.map((item) => ({
      ...item,
      minutes: published && item.isOpen ? minutesOf(item.minutes) : '',
    })),
    meeting: withoutLink(meeting, now),
    papers: opened ? currentPapers(file.papers).filter((paper) => paper.isPublic && isShown(paper)) : [],
    errata: published
      ? file.errata.filter(isShown).map((erratum) => ({
          ...erratum,
          oldWords: minutesOf(erratum.oldWords),
          newWords: minutesOf(erratum.newWords),
          reason: minutesOf(erratum.reason),
        }))
      : [],
    decisions: published
      ? file.decisions.filter(isShown).map((decision) => ({ ...decision, text: minutesOf(decision.text) }))
      : [],
    awaitsLink: awaitsLink(meeting, now),
    presentCount: present.length,
    absentCount: published ? attendance.length - present.length : 0,
    presentNames:
      body.minutesStyle === 'names'
        ? members
            .filter(({ id }) => present.some(({ membershipId }) => membershipId === id))
            .map(({ name }) => name)
        : [],
  }
}

/** A paper residents may take: of an opened meeting, public, of no closed item, not withdrawn. */
export async function getPublicPaper(context: Context, meetingId: string, paperId: string): Promise<Paper> {
  const { papers } = await getPublicMeeting(context, meetingId)
  return found(
    papers.find((paper) => paper.id === paperId && isLaid(paper)),
    '資料',
  )
}

/** What was decided, in published meetings, by question and report, and by the assembly, the latest first. */
export async function listPublicDecisions(context: Context): Promise<LoggedDecision[]> {
  return decisionLog({
    meetings: await listPublishedMeetings(context),
    inquiries: await listInquiries(context),
    bills: await listBills(context),
    bodies: await listBodies(context),
  })
}

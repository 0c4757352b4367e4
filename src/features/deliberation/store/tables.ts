import type { Kysely } from 'kysely'
import type { Context } from '#src/platform/context.ts'
import type { AssemblySession } from '../core/assembly-session.ts'
import type { AmendmentOutcome, BillOutcome } from '../core/bill.ts'
import type { BodyKind, DecisionRule, MinutesStyle, QuorumRule, RuleArticles } from '../core/bodies.ts'
import type { CommentResolution } from '../core/draft-comments.ts'
import type { Sealing } from '../core/inquiry.ts'
import type { AttendanceWay, DecisionKind, MeetingState } from '../core/meetings.ts'
import type { MemberTables } from './member-tables.ts'

/** 会議体. `seats` is JSON. */
type BodyRow = RuleArticles & {
  id: string
  kind: BodyKind
  name: string
  role: string
  legalBasis: string
  quorum: QuorumRule
  decisionRule: DecisionRule
  minutesStyle: MinutesStyle
  openness: 'open' | 'closed'
  parentId: string | null
  seats: string
  order: number
  /** The last day on which it sat; null while it does. */
  endedOn: string | null
  endReason: string
  revision: number
}

/** 委員: the name as it stands in the roster, and nothing else of the person. */
type MembershipRow = {
  id: string
  bodyId: string
  name: string
  affiliation: string
  category: string
  office: string
  appointedBy: string
  validFrom: string
  validTo: string | null
  leavingReason: string
  order: number
  revision: number
}

type MeetingRow = {
  id: string
  bodyId: string
  number: number
  heldOn: string
  startsAt: string
  endsAt: string
  place: string
  gathering: 'gathered' | 'written' | 'talk'
  observerSeats: number | null
  observerCount: number | null
  state: MeetingState
  calledOn: string | null
  shortNoticeReason: string
  cancelReason: string
  confirmedBy: string
  confirmedById: string
  confirmedOn: string | null
  publishedAt: string | null
  /** Until when members look at the draft of the minutes. */
  checkUntil: string | null
  onlineUrl: string
  /** How many minutes before the beginning residents see the link; null: never. */
  onlineOpensBefore: number | null
  onlineReplacedOn: string | null
  onlineReplaceReason: string
  revision: number
}

type AgendaItemRow = {
  id: string
  meetingId: string
  order: number
  title: string
  openness: 'open' | 'closed'
  closedGround: string
  closedDecision: string
  inquiryId: string | null
  minutes: string
}

type PaperRow = {
  id: string
  meetingId: string
  agendaItemId: string | null
  label: string
  title: string
  fileId: string
  openness: 'open' | 'closed'
  withdrawnReason: string
  laidOn: string | null
  replacesId: string | null
  replaceReason: string
  /** JSON; empty for a file that was handed in. */
  source: string
  /** The file that was erased, so that its bytes surely go; empty while it is there. */
  erasedSha256: string
}

/** 会議録の正誤. Written once. */
type ErratumRow = {
  id: string
  meetingId: string
  agendaItemId: string
  oldWords: string
  newWords: string
  reason: string
  correctedOn: string
  recordedAt: string
}

type AttendanceRow = { meetingId: string; membershipId: string; way: AttendanceWay; note: string }

/** 決定事項. `subjects` is a JSON list of ids: items, versions, rounds, the frame. */
type DecisionRow = {
  id: string
  meetingId: string
  agendaItemId: string | null
  kind: DecisionKind
  text: string
  votesFor: number | null
  votesAgainst: number | null
  chairCasts: 'for' | 'against' | null
  subjects: string
}

/** 諮問と答申. `views` and `errata` are JSON. */
type InquiryRow = {
  id: string
  bodyId: string
  number: string
  askedOn: string
  sender: string
  addressee: string
  ground: string
  subject: string
  question: string
  versionId: string | null
  dueOn: string | null
  sealing: Sealing
  reportNumber: string
  reportedOn: string | null
  conclusion: string
  views: string
  /** The day the letter went out; null while it is prepared. */
  issuedOn: string | null
  errata: string
  revision: number
}

/** A frozen version laid before a body. */
type LaidDraftRow = {
  id: string
  bodyId: string
  versionId: string
  laidOn: string
  commentUntil: string | null
}

/** 案への意見 of a member. `anchor` is JSON. */
type CommentRow = {
  id: string
  draftId: string
  bodyId: string
  membershipId: string
  itemId: string
  anchor: string
  words: string
  writtenAt: string
  resolution: CommentResolution | ''
  note: string
  resolvedAt: string | null
  revision: number
}

/** 議案 */
type BillRow = {
  id: string
  bodyId: string
  number: string
  title: string
  submittedOn: string
  versionId: string
  committee: string
  outcome: BillOutcome | ''
  resolvedOn: string | null
  votesFor: number | null
  votesAgainst: number | null
  revision: number
}

/** 修正案 */
type AmendmentRow = {
  id: string
  billId: string
  proposer: string
  proposedOn: string
  words: string
  outcome: AmendmentOutcome | ''
  versionId: string | null
}

export type DeliberationTables = MemberTables & {
  assemblySessions: AssemblySession
  bills: BillRow
  billAmendments: AmendmentRow
  laidDrafts: LaidDraftRow
  draftComments: CommentRow
  deliberationBodies: BodyRow
  memberships: MembershipRow
  meetings: MeetingRow
  agendaItems: AgendaItemRow
  meetingPapers: PaperRow
  minutesErrata: ErratumRow
  attendances: AttendanceRow
  meetingDecisions: DecisionRow
  inquiries: InquiryRow
}

export const tables = (context: Context): Kysely<DeliberationTables> => context.db

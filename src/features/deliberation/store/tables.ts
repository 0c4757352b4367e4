import type { Kysely } from 'kysely'
import type { Context } from '#src/platform/context.ts'
import type { BodyKind, DecisionRule, MinutesStyle, QuorumRule } from '../core/bodies.ts'
import type { Sealing } from '../core/inquiry.ts'
import type { AttendanceWay, DecisionKind, MeetingState } from '../core/meetings.ts'

/** 会議体. `seats` is JSON. */
type BodyRow = {
  id: string
  kind: BodyKind
  name: string
  role: string
  legalBasis: string
  quorum: QuorumRule
  decisionRule: DecisionRule
  minutesStyle: MinutesStyle
  openness: 'open' | 'closed'
  seats: string
  order: number
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
}

type AttendanceRow = { meetingId: string; membershipId: string; way: AttendanceWay; note: string }

/** 決定事項. `subjects` is a JSON list of ids of the plan. */
type DecisionRow = {
  id: string
  meetingId: string
  agendaItemId: string | null
  kind: DecisionKind
  text: string
  votesFor: number | null
  votesAgainst: number | null
  subjects: string
}

/** 諮問と答申. `views` is JSON. */
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
  revision: number
}

export type DeliberationTables = {
  deliberationBodies: BodyRow
  memberships: MembershipRow
  meetings: MeetingRow
  agendaItems: AgendaItemRow
  meetingPapers: PaperRow
  attendances: AttendanceRow
  meetingDecisions: DecisionRow
  inquiries: InquiryRow
}

export const tables = (context: Context): Kysely<DeliberationTables> => context.db

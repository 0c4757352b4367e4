import type { CheckOutcome } from '../core/meetings.ts'
import type { AccessWay } from '../core/member-access.ts'
import type { NoticeWay } from '../core/notice.ts'
import type { PresenceKind, VoteChoice } from '../core/presence.ts'

/**
 * 委員の入口: by which link and second step a member without a municipal account reads what their body was given. The link
 * stands here as its hash, the codes of a paper as keyed marks, the address sealed, the secret of an app encrypted.
 */
type AccessRow = {
  id: string
  membershipId: string
  way: AccessWay
  linkHash: string
  sealedAddress: string
  appSecret: string
  /** The last time step whose code was used. */
  appStep: number
  /** JSON: one mark a code of the paper in its order; null where it was used. */
  codeMarks: string
  mailMark: string
  mailUntil: string | null
  madeAt: string
}

type SessionRow = { tokenHash: string; accessId: string; createdAt: string; updatedAt: string }

type CheckRow = {
  meetingId: string
  membershipId: string
  outcome: CheckOutcome
  words: string
  checkedAt: string
}

/** お知らせのアドレス of a member, sealed under the id of the membership. */
type AddressRow = { membershipId: string; sealed: string }

/** 通知の記録: who was told of a meeting, when and how. `told` is what was said. Written once. */
type NoticeRow = {
  id: string
  meetingId: string
  membershipId: string
  way: NoticeWay
  told: string
  /** The mail in the outbox; null where a letter or a word told it. */
  mailId: string | null
  givenOn: string
  recordedAt: string
}

/** 途中の出入り・除斥 of a member, by agenda item. */
type PresenceRow = {
  id: string
  meetingId: string
  membershipId: string
  kind: PresenceKind
  agendaItemId: string
  note: string
}

/** 書面での回答. `takenDownBy`: who of the secretariat wrote down what came on paper. */
type WrittenRow = {
  meetingId: string
  membershipId: string
  agendaItemId: string
  vote: VoteChoice
  words: string
  takenDownBy: string | null
  answeredAt: string
}

/** 示したシート: the answers of a request sheet as a body was given them. Given anew it is another row, taken back it goes. */
type LaidSheetRow = {
  id: string
  bodyId: string
  sheetId: string
  /** The revision of the sheet that was given. */
  sheetRevision: number
  /** JSON. */
  answers: string
  laidAt: string
  commentUntil: string | null
}

export type MemberTables = {
  memberAccess: AccessRow
  memberSessions: SessionRow
  memberAddresses: AddressRow
  laidSheets: LaidSheetRow
  meetingNotices: NoticeRow
  minutesChecks: CheckRow
  presenceChanges: PresenceRow
  writtenAnswers: WrittenRow
}

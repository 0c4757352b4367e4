import type { Kysely } from 'kysely'
import type { Context } from '#src/platform/context.ts'
import type { PurgeSubject } from '../core/purge.ts'
import type { PurgeOrder } from '../core/purge-order.ts'
import type { Retention } from '../core/retention.ts'
import type { Opinion, Submission } from '../core/submission.ts'
import type { WordList } from '../core/word-list.ts'

export type Nullable<T, Keys extends keyof T> = Omit<T, Keys> & {
  [Key in Keys]: Exclude<T[Key], undefined> | null
}

/** 提出. `group` is a word of SQL: the column is `groupName`. */
export type SubmissionRow = Nullable<
  Omit<Submission, 'group'>,
  'personId' | 'requestPath' | 'withdrawnAt' | 'textPurgedAt' | 'contactsUntil' | 'checkedBy'
> & {
  groupName: string
}

/** 意見. `endedAt`: joined into another (`endedInto`). `searchForm`: what is looked for, one spelling. */
export type OpinionRow = Nullable<
  Opinion,
  'redacted' | 'redactedBy' | 'releasedBy' | 'wordingId' | 'topicId'
> & {
  searchForm: string
  endedAt: string | null
  endedInto: string | null
}

/**
 * 提出者. Nothing readable: `sealed` is opened by the key that lies outside. `senderMark`: the same for the same name and
 * address within a session, made with that key.
 */
type PersonRow = {
  id: string
  sealed: string
  senderMark: string | null
  createdAt: string
  purgeAfter: string | null
}

/** 原本の写し: sealed as contact data are, since letters carry names; kept as long as they are. */
type ScanRow = {
  id: string
  submissionId: string
  name: string
  contentType: string
  size: number
  sealed: string
  purgeAfter: string | null
  addedBy: string
  addedAt: string
}

/** 廃棄の記録: counts and hashes of what went and of what remains, never ids. `orderId` where the system did it under an order of two people. */
type PurgeRow = {
  id: string
  subject: PurgeSubject
  dueOn: string
  proposedBy: string
  proposedAt: string
  confirmedBy: string | null
  confirmedAt: string | null
  countBefore: number | null
  countPurged: number | null
  countAfter: number | null
  hash: string | null
  remainsHash: string | null
  orderId: string | null
}

/** 自動廃棄の取り決め */
type PurgeOrderRow = Nullable<PurgeOrder, 'agreedBy' | 'agreedAt' | 'endedAt'> & { endedBy: string | null }

/** 分類の枠組み: a code, bound to a plan item. */
type CodeRow = {
  id: string
  label: string
  planItemId: string
  order: number
  retiredAt: string | null
  /** コーディング規則, or empty. */
  rule: string
  revision: number
}

type GivenCodeRow = { opinionId: string; codeId: string; coder: string; at: string }

type HistoryRow = {
  id: string
  submissionId: string
  opinionId: string
  at: string
  actor: string
  what: string
  before: string
}

/** 同じ文面・話題 a person confirmed, with the reason that was proposed. */
type GroupRow = {
  id: string
  kind: 'wording' | 'topic'
  label: string
  reason: string
  confirmedBy: string
  confirmedAt: string
  /** 代表の声 as they were confirmed, ids only, as JSON. */
  representatives: string | null
}

/** 政策課題 */
type IssueRow = {
  id: string
  title: string
  text: string
  planItemId: string
  order: number
  revision: number
}
type IssueOpinionRow = { issueId: string; opinionId: string }

/** 分類の一致: `drawn` is a list of ids as JSON. */
type TrialRow = {
  id: string
  title: string
  drawn: string
  startedAt: string
  coderCount: number
  endedAt: string | null
}
type TrialCodingRow = { trialId: string; opinionId: string; coder: string; codes: string }

/** 位置 of an opinion; degrees, both or neither. */
type PlaceRow = {
  opinionId: string
  district: string
  town: string
  latitude: number | null
  longitude: number | null
}

/** 語の一覧: every version stays; the one with the highest revision holds. */
type WordVersionRow = WordList & { changedBy: string; changedAt: string }

/** 声のまとめ as it was published: `content` is the report as JSON. */
type ReportRow = {
  id: string
  content: string
  publishedAt: string
  publishedBy: string
  withdrawnAt: string | null
}

export type VoiceTables = {
  voiceSubmissions: SubmissionRow
  voiceOpinions: OpinionRow
  voicePeople: PersonRow
  voiceScans: ScanRow
  voicePurges: PurgeRow
  voicePurgeOrders: PurgeOrderRow
  voiceCodes: CodeRow
  voiceGivenCodes: GivenCodeRow
  voiceHistory: HistoryRow
  voiceGroups: GroupRow
  voiceIssues: IssueRow
  voiceIssueOpinions: IssueOpinionRow
  voiceRetention: Retention
  voiceTrials: TrialRow
  voiceTrialCodings: TrialCodingRow
  voiceReports: ReportRow
  voicePlaces: PlaceRow
  voiceWordVersions: WordVersionRow
}

export const tables = (context: Context): Kysely<VoiceTables> => context.db

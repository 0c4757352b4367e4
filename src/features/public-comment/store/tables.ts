import type { Kysely } from 'kysely'
import type { Context } from '#src/platform/context.ts'
import type { TextChange } from '../core/classes.ts'

/** 意見募集の案件. `sheet` and `result` are JSON; the result is written once. */
type CaseRow = {
  id: string
  sheet: string
  editedBy: string
  openedAt: string | null
  openedBy: string | null
  result: string | null
  resultHash: string | null
  publishedAt: string | null
  publishedBy: string | null
  revision: number
  createdAt: string
}

/** 市の考え方 */
type ReplyRow = {
  id: string
  caseId: string
  classKey: string
  text: string
  reason: string
  draftedBy: string
  draftedAt: string
  checkedBy: string | null
  checkedAt: string | null
  approvedBy: string | null
  approvedAt: string | null
  returnReason: string
  revision: number
}

/** 承認 of a reply, in the order of the case; deleted when it is changed or sent back. */
type ReplyApprovalRow = {
  replyId: string
  step: number
  label: string
  approvedBy: string
  approvedAt: string
}

/** One reply answers one or many opinions; an opinion has one. */
type ReplyOpinionRow = { opinionId: string; replyId: string }

/** 直したところ of a reply, in the order they were written. */
type ReplyChangeRow = TextChange & { replyId: string; order: number }

/** 関係するところ of a reply: items of the plan (`me_…`, `po_…`) and other plans (`rp_…`). */
type ReplyLinkRow = { replyId: string; ref: string }

/** 担当: an opinion has one section at a time. */
type RouteRow = { opinionId: string; caseId: string; unitId: string; dueOn: string }

/** 資料: which work makes which kind of paper of the version that is laid open. */
type MaterialRow = { caseId: string; kind: string; jobId: string }

/** 引用の位置: which words of which paragraph a comment is about, where it says so. */
type AnchorRow = { submissionId: string; paragraphId: string; quote: string; before: string; after: string }

/** 対応区分の一覧: one of those to begin with as the city changed it, or its own. `classes` is JSON. */
type ClassListRow = { key: string; label: string; classes: string; revision: number }

export type CommentTables = {
  commentCases: CaseRow
  commentReplies: ReplyRow
  commentReplyApprovals: ReplyApprovalRow
  commentReplyOpinions: ReplyOpinionRow
  commentReplyChanges: ReplyChangeRow
  commentReplyLinks: ReplyLinkRow
  commentRoutes: RouteRow
  commentMaterials: MaterialRow
  commentAnchors: AnchorRow
  commentClassLists: ClassListRow
}

export const tables = (context: Context): Kysely<CommentTables> => context.db

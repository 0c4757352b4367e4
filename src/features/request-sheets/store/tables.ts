import type { Kysely } from 'kysely'
import type { Role } from '#src/lib/permissions.ts'
import type { Context } from '#src/platform/context.ts'
import type { AnswerWay } from '../core/answer-entries.ts'
import type { ExtensionState } from '../core/extensions.ts'
import type { CommentOutcome } from '../core/review.ts'
import type { AskedOf } from '../core/sheet-templates.ts'
import type { RemarkKind, SheetState, SheetType } from '../core/sheets.ts'

/** 依頼. `fields` is JSON, frozen when the round is sent. */
type RoundRow = {
  id: string
  title: string
  sheetType: SheetType
  usedFor: string
  fields: string
  dueOn: string
  sentAt: string | null
  createdAt: string
  revision: number
}

/** シート. `answers` and `remarks` are JSON. */
type SheetRow = {
  id: string
  roundId: string
  unitId: string
  subjectId: string | null
  subject: string
  state: SheetState
  answers: string
  remarks: string
  dueOn: string
  order: number
  revision: number
}

/** 回答1, 回答2 …: what the head of the unit approved each time, written once. */
type SubmissionRow = {
  id: string
  sheetId: string
  number: number
  answers: string
  approvedById: string
  approvedAt: string
}

/** 記入の履歴: every value a field ever took, with one author and one time. Written once. `number` is the sheet's revision. */
type AnswerEntryRow = {
  id: string
  sheetId: string
  fieldId: string
  number: number
  value: string
  way: AnswerWay
  writtenBy: string
  /** As what the author wrote; the name stands nowhere. */
  role: Role | ''
  writtenAt: string
}

/** ひな形. `fields` is JSON. */
type TemplateRow = {
  id: string
  title: string
  sheetType: SheetType
  askedOf: AskedOf
  fields: string
  createdAt: string
  retiredAt: string | null
  revision: number
}

/** 部会・委員会の意見, on one field. `body` says whose it is; `bodyId` where a member of a body wrote it on screen. */
type CommentRow = {
  id: string
  sheetId: string
  fieldId: string
  kind: RemarkKind
  text: string
  body: string
  bodyId: string | null
  unitId: string | null
  writtenBy: string
  writtenAt: string
  outcome: CommentOutcome | null
  note: string
  closedBy: string | null
  closedAt: string | null
}

/** 確認の記録: sent back, amended, accepted, extended; by whom it was decided. `changes` is JSON. Written once. */
type DecisionRow = {
  id: string
  sheetId: string
  kind: 'returned' | 'amended' | 'accepted'
  body: string
  decidedOn: string
  reason: string
  changes: string
  recordedBy: string
  recordedAt: string
}

/** ヒアリングの枠. `sheetId` is the sheet of the unit that took it. */
type SlotRow = {
  id: string
  roundId: string
  heldOn: string
  startsAt: string
  endsAt: string
  place: string
  sheetId: string | null
  revision: number
}

/** まとめて戻したExcel: the files of one upload, read by one piece of long work. `files` is JSON. */
type UploadRow = {
  id: string
  roundId: string
  files: string
  jobId: string
  uploadedBy: string
  uploadedAt: string
}

/** 取りまとめ: accepted sheets taken into the plan as one change. `sheetIds`, `evidenceIds`, `before` and `after` are JSON. */
type CompilationRow = {
  id: string
  roundId: string
  planId: string
  sheetIds: string
  evidenceIds: string
  summary: string
  before: string
  after: string
  appliedBy: string
  appliedAt: string
  undoneBy: string | null
  undoneAt: string | null
}

/** 下書き: what a person typed into a sheet and has not saved. `entered` is JSON. */
type DraftRow = { sheetId: string; actor: string; entered: string; revision: number; savedAt: string }

/** 期限の延長: asked for by a section or given by the secretariat, with its reason and its answer. */
type ExtensionRow = {
  id: string
  roundId: string
  unitId: string
  askedDueOn: string
  reason: string
  askedBy: string
  askedAt: string
  state: ExtensionState
  grantedDueOn: string | null
  answer: string
  answeredBy: string | null
  answeredAt: string | null
}

export type SheetTables = {
  sheetDrafts: DraftRow
  sheetExtensions: ExtensionRow
  requestRounds: RoundRow
  requestSheets: SheetRow
  sheetSubmissions: SubmissionRow
  sheetAnswerEntries: AnswerEntryRow
  sheetTemplates: TemplateRow
  sheetComments: CommentRow
  sheetDecisions: DecisionRow
  hearingSlots: SlotRow
  sheetUploads: UploadRow
  sheetCompilations: CompilationRow
}

export const tables = (context: Context): Kysely<SheetTables> => context.db

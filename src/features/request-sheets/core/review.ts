import type { Remark, RemarkKind, RequestSheet } from './sheets.ts'

/** What became of a comment. */
export const outcomeLabels = {
  returned: '担当課に差し戻した',
  amended: '事務局が直した',
  kept: 'そのままとした',
} as const
export type CommentOutcome = keyof typeof outcomeLabels

/** 部会・委員会の意見, on one field. `body` says whose it is: 第2専門部会, 策定委員会. */
export type SheetComment = {
  id: string
  sheetId: string
  fieldId: string
  kind: RemarkKind
  text: string
  body: string
  /** The body whose member wrote it on screen. */
  bodyId: string | undefined
  /** The section that is named in the sheet (関係課) and wrote it. */
  unitId: string | undefined
  writtenBy: string
  writtenAt: string
  outcome: CommentOutcome | undefined
  note: string
  closedBy: string | undefined
  closedAt: string | undefined
}

export const decisionLabels = { returned: '差戻し', amended: '修正', accepted: '受理' } as const
export type SheetDecisionKind = keyof typeof decisionLabels

/** One answer that a decision changed. */
export type AmendedAnswer = { fieldId: string; before: string; after: string }

/** 確認の記録: what was done with an answered sheet, on whose decision. */
export type SheetDecision = {
  id: string
  sheetId: string
  kind: SheetDecisionKind
  body: string
  decidedOn: string
  reason: string
  changes: AmendedAnswer[]
  recordedBy: string
  recordedAt: string
}

export const openComments = (comments: readonly SheetComment[]) =>
  comments.filter(({ outcome }) => outcome === undefined)

/** What the review asks of the section: open comments that want something, one remark a field and kind. */
export const remarksFrom = (comments: readonly SheetComment[]): Remark[] =>
  openComments(comments).map(({ fieldId, kind, text, body }) => ({
    fieldId,
    kind,
    text: body ? `${text}（${body}）` : text,
  }))

/** A sheet is commented on from its first answer until it is accepted; a draft or an empty one is not reviewed. */
export const mayBeReviewed = ({ state }: Pick<RequestSheet, 'state'>) =>
  state === 'answered' || state === 'returned'

import type { Owner } from '#src/features/organization/core/ownership.ts'
import { type Permissions, type Role, roles } from '#src/lib/permissions.ts'
import { isInScope, type ReviewScope } from './review-scope.ts'
import type { RequestSheet } from './sheets.ts'

const sections: readonly Role[] = ['section-editor', 'section-approver']

export const permissions = {
  'read-sheets': ['secretariat', 'reviewer', ...sections],
  'make-round': ['secretariat'],
  'send-round': ['secretariat'],
  'fill-sheet': ['secretariat', ...sections],
  'approve-sheet': ['section-approver'],
  'ask-extension': sections,
  'extend-deadline': ['secretariat'],
  'comment-sheet': ['secretariat', 'reviewer'],
  'comment-as-related': sections,
  'review-sheet': ['secretariat'],
  'take-in-books': ['secretariat'],
  'remind-sections': ['secretariat'],
  'purge-sheet-drafts': ['secretariat'],
  'keep-templates': ['secretariat'],
  'keep-hearing-slots': ['secretariat'],
  'take-hearing-slot': ['secretariat', ...sections],
  'compile-sheets': ['secretariat'],
  'hand-over-sheets': ['secretariat'],
  'make-round-paper': ['secretariat'],
  'name-cited-sheets': roles,
} satisfies Permissions

export const actionLabels: Record<keyof typeof permissions, string> = {
  'read-sheets': '依頼シートを読む（担当課は自分の課、専門部会は自分の分野のものだけ）',
  'make-round': '依頼をつくる',
  'send-round': '依頼を送る（項目はそのあと変わらない）',
  'fill-sheet': '依頼シートに書く（担当課は自分の課のものだけ）',
  'approve-sheet': '自分の課の回答を承認する（課長）',
  'ask-extension': '回答期限の延長を求める（担当課は自分の課のものだけ）',
  'extend-deadline': '回答期限を延長する・求めに返事をする（理由が残る）',
  'comment-sheet': '回答の項目に、部会・委員会の意見を書く（専門部会は自分の分野だけ）',
  'comment-as-related': '「関係課」に自分の課が挙がったシートを読み、項目に意見を書く（回答は変えられない）',
  'review-sheet': '回答を差し戻す・直す・受理する（決めた会議と理由を残す）',
  'take-in-books': 'まとめて戻したExcel（複数の課、ZIP）を取り込む',
  'remind-sections': '期限の近い課・過ぎた課に、お知らせのメールを送る',
  'purge-sheet-drafts': '回答済・受理になったシートの、保存されなかった下書きを消す（毎朝）',
  'keep-templates': 'シートのひな形をつくる・直す',
  'keep-hearing-slots': 'ヒアリングの枠をつくる・消す',
  'take-hearing-slot': 'ヒアリングの枠を選ぶ（担当課は自分の課のものだけ）',
  'compile-sheets': '受理したシートを計画に反映する・取り消す',
  'hand-over-sheets': '分かれた課・なくなった課のシートを引き継ぐ課を決める',
  'make-round-paper': '取りまとめの一覧を、会議体の資料にする',
  'name-cited-sheets': '計画の根拠になった受理済のシートの名前（依頼と課）を読む',
}

/** The secretariat reads every sheet; a section its own and a subcommittee those of its field, once they were sent. */
export function mayReadSheet(
  owner: Owner,
  { unitId, subjectId, state }: Pick<RequestSheet, 'unitId' | 'subjectId' | 'state'>,
  scope: ReviewScope,
): boolean {
  if (owner.roles.includes('secretariat')) return true
  if (state === 'draft') return false
  const isReviewed = owner.roles.includes('reviewer') && isInScope({ unitId, subjectId }, scope)
  return isReviewed || isOwn(owner, unitId)
}

export const mayFillSheet = (owner: Owner, { unitId }: Pick<RequestSheet, 'unitId'>) =>
  owner.roles.includes('secretariat') || isOwn(owner, unitId)

/** Only the head of the unit asked, or of the one that took over its work, approves; the secretariat cannot answer for a section. */
export const mayApproveSheet = ({ roles, unitIds }: Owner, { unitId }: Pick<RequestSheet, 'unitId'>) =>
  roles.includes('section-approver') && unitIds.has(unitId)

export const isSectionRole = (role: Role) => sections.includes(role)

const isOwn = ({ roles, unitIds }: Owner, asked: string) => roles.some(isSectionRole) && unitIds.has(asked)

import type { Permissions, Role } from '#src/lib/permissions.ts'
import type { RequestSheet } from './sheets.ts'

const sections: readonly Role[] = ['section-editor', 'section-approver']

export const permissions = {
  'read-sheets': ['secretariat', 'reviewer', ...sections],
  'make-round': ['secretariat'],
  'send-round': ['secretariat'],
  'fill-sheet': ['secretariat', ...sections],
  'approve-sheet': ['section-approver'],
  'review-sheet': ['secretariat'],
} satisfies Permissions

export const actionLabels: Record<keyof typeof permissions, string> = {
  'read-sheets': '依頼シートを読む（担当課は自分の課のものだけ）',
  'make-round': '依頼をつくる',
  'send-round': '依頼を送る（項目はそのあと変わらない）',
  'fill-sheet': '依頼シートに書く（担当課は自分の課のものだけ）',
  'approve-sheet': '自分の課の回答を承認する（課長）',
  'review-sheet': '回答を差し戻す・受理する',
}

type Actor = { roles: readonly Role[]; unitId?: string }

/** The secretariat and the subcommittees read every sheet; a section its own, once it was sent. */
export function mayReadSheet(
  actor: Actor,
  { unitId, state }: Pick<RequestSheet, 'unitId' | 'state'>,
): boolean {
  if (actor.roles.includes('secretariat')) return true
  if (state === 'draft') return false
  return actor.roles.includes('reviewer') || isOwn(actor, unitId)
}

export const mayFillSheet = (actor: Actor, { unitId }: Pick<RequestSheet, 'unitId'>) =>
  actor.roles.includes('secretariat') || isOwn(actor, unitId)

/** Only the head of the unit asked approves; the secretariat cannot answer for a section. */
export const mayApproveSheet = (actor: Actor, { unitId }: Pick<RequestSheet, 'unitId'>) =>
  actor.roles.includes('section-approver') && actor.unitId === unitId

const isOwn = ({ roles, unitId }: Actor, asked: string) =>
  sections.some((role) => roles.includes(role)) && unitId === asked

import type { Owner } from '#src/features/organization/core/ownership.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'
import { type Permissions, type Role, roles } from '#src/lib/permissions.ts'

const drafters: readonly Role[] = [
  'secretariat',
  'section-editor',
  'section-approver',
  'reviewer',
  'viewer',
  'publisher',
]

export const permissions = {
  'read-public-plan': roles,
  'read-working-plan': drafters,
  'edit-item': ['secretariat', 'section-editor'],
  'change-structure': ['secretariat'],
  'edit-concept': ['secretariat'],
  'import-plan': ['secretariat'],
  'freeze-version': ['secretariat'],
  'grant-waiver': ['secretariat'],
  'publish-version': ['publisher'],
} satisfies Permissions

export const actionLabels: Record<keyof typeof permissions, string> = {
  'read-public-plan': '公開された計画を読む',
  'read-working-plan': '作業中の計画を読む',
  'edit-item': '施策と指標を直す（入力担当は自分の課のものだけ）',
  'change-structure': '体系を変える（追加・移動・削除）',
  'edit-concept': '基本構想と計画の基本事項を直す',
  'import-plan': '計画を取り込む',
  'freeze-version': '版をつくる',
  'grant-waiver': '点検の例外を認める・取り消す（理由と期限は公開される）',
  'publish-version': '版を公開する（つくった人とは別の人）',
}

/** The secretariat edits everything; a section only what it leads or supports. */
export function mayEditItem(
  { roles, unitIds }: Owner,
  { lead, support }: Pick<PlanItem, 'lead' | 'support'>,
): boolean {
  if (roles.includes('secretariat')) return true
  if (!roles.includes('section-editor')) return false
  return [lead, ...support].some((unitId) => unitId !== null && unitIds.has(unitId))
}

/** Four eyes: a version is published by another person than the one who made it. */
export const mayPublishVersion = (actor: { id: string }, version: { frozenBy: string }) =>
  actor.id !== version.frozenBy

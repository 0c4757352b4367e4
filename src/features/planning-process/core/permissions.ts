import type { Owner } from '#src/features/organization/core/ownership.ts'
import { type Permissions, type Role, roles } from '#src/lib/permissions.ts'
import type { Task } from './schedule.ts'

const sections: readonly Role[] = ['section-editor', 'section-approver']
const readers: readonly Role[] = [
  'secretariat',
  ...sections,
  'reviewer',
  'viewer',
  'publisher',
  'system-administrator',
  'auditor',
]

export const permissions = {
  'read-public-process': roles,
  'read-process': readers,
  'make-process': ['secretariat'],
  'change-process': ['secretariat'],
  'move-dates': ['secretariat'],
  'report-task': ['secretariat', ...sections],
  'open-process': ['publisher'],
  'subscribe-calendar': readers,
  'send-reminders': ['secretariat'],
  'read-outbox': ['secretariat', 'system-administrator'],
  'resend-mail': ['secretariat', 'system-administrator'],
} satisfies Permissions

export const actionLabels: Record<keyof typeof permissions, string> = {
  'read-public-process': '公開された工程を読む',
  'read-process': '工程と期限を読む',
  'make-process': '工程をつくる',
  'change-process': '段階・作業・節目を加える、直す',
  'move-dates': '予定の日を動かす（理由が残る）',
  'report-task': '作業の状態と成果を記録する（担当課は自分の課のものだけ）',
  'open-process': '工程を公開する・公開をやめる',
  'subscribe-calendar': '自分の予定表のアドレスをつくる・やめる',
  'send-reminders': '期限のお知らせを、担当課へ送る（毎朝、自動で）',
  'read-outbox': '送ったメールと、送れなかったメールを見る',
  'resend-mail': 'メールをもう一度送る・試しに自分へ送る',
}

/** The secretariat reports on everything; a section only on its own tasks. */
export function mayReportTask(
  { roles, unitIds }: Owner,
  { ownerUnitId }: Pick<Task, 'ownerUnitId'>,
): boolean {
  if (roles.includes('secretariat')) return true
  if (ownerUnitId === undefined || !sections.some((role) => roles.includes(role))) return false
  return unitIds.has(ownerUnitId)
}

import type { Permissions } from '#src/lib/permissions.ts'

export const permissions = {
  'make-book': ['secretariat', 'section-approver', 'reviewer', 'publisher'],
} satisfies Permissions

export const actionLabels: Record<keyof typeof permissions, string> = {
  'make-book': '計画書・概要版をつくり、受け取る',
}

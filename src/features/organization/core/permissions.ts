import { type Permissions, type Role, roles, staffRoles } from '#src/lib/permissions.ts'

const keepers: readonly Role[] = ['secretariat', 'system-administrator']

export const permissions = {
  'read-municipality': roles,
  'set-up-municipality': keepers,
  'change-municipality': keepers,
  'read-units': staffRoles,
  'add-unit': keepers,
  'change-unit': keepers,
  'reorganize-units': keepers,
  'import-units': keepers,
  'delete-unit': ['secretariat'],
  'read-people': [...keepers, 'section-approver', 'section-editor', 'reviewer'],
  'change-people': keepers,
  'import-people': keepers,
  'read-fields': roles,
  'read-subcommittees': ['secretariat', 'section-approver', 'section-editor', 'reviewer'],
  'assign-subcommittees': ['secretariat'],
} satisfies Permissions

export const actionLabels: Record<keyof typeof permissions, string> = {
  'read-municipality': '市町村の名前と問合せ先を読む',
  'set-up-municipality': '市町村の環境をつくる',
  'change-municipality': '市町村の名前・地区・問合せ先を直す',
  'read-units': '組織を読む',
  'add-unit': '組織を加える',
  'change-unit': '組織の書き間違いを直す・並べ替える',
  'reorganize-units': '組織改編を用意する・取りやめる',
  'import-units': '組織をCSVや計画から取り込む',
  'delete-unit': '使われていない組織を消す',
  'read-people': '職員と職を読む',
  'change-people': '職員と職を直す・消す',
  'import-people': '職員と職をCSVで取り込む（異動）',
  'read-fields': '専門部会が受け持つ政策と組織を読む（職員の名前は出ない）',
  'read-subcommittees': '専門部会の受け持ちを読む',
  'assign-subcommittees': '専門部会の受け持ち（政策、組織、意見を書く職員）を決める',
}

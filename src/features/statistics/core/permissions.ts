import { type Permissions, roles, staffRoles } from '#src/lib/permissions.ts'

export const permissions = {
  'read-statistics': staffRoles.filter((role) => role !== 'entry-clerk'),
  'read-cited-figures': roles,
  'import-statistics': ['secretariat'],
  'declare-peer-group': ['secretariat'],
} satisfies Permissions

export const actionLabels: Record<keyof typeof permissions, string> = {
  'read-statistics': '統計と都市間比較を読む',
  'read-cited-figures': '計画が根拠に挙げた統計の名前を読む',
  'import-statistics': '統計のファイルを取り込む',
  'declare-peer-group': '比較グループを決める',
}

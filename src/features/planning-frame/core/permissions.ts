import { type Permissions, type Role, roles } from '#src/lib/permissions.ts'

const readers: readonly Role[] = [
  'secretariat',
  'section-editor',
  'section-approver',
  'reviewer',
  'member',
  'viewer',
  'publisher',
]

export const permissions = {
  'read-adopted-frame': roles,
  'read-scenarios': readers,
  'edit-scenario': ['secretariat'],
  'keep-counts': ['secretariat'],
  'keep-districts': ['secretariat'],
  'adopt-frame': ['secretariat'],
} satisfies Permissions

export const actionLabels: Record<keyof typeof permissions, string> = {
  'read-adopted-frame': '採用された計画人口と実績の人口を読む',
  'read-scenarios': '推計ケースを読む',
  'edit-scenario': '推計ケースをつくる・直す・消す',
  'keep-counts': '実績の人口を入れる',
  'keep-districts': '地区の人口を入れる',
  'adopt-frame': '計画フレームを採用する・取り消す',
}

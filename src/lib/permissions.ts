/** The only role names (docs/security.md §2), with the word people see. An account may hold several. */
export const roleLabels = {
  viewer: '閲覧',
  'section-editor': '担当課 入力',
  'section-approver': '担当課長 承認',
  reviewer: '専門部会',
  'entry-clerk': '入力員',
  secretariat: '企画（事務局）',
  member: '策定委員会・審議会',
  publisher: '公開責任者',
  'privacy-officer': '個人情報取扱',
  'system-administrator': 'システム管理',
  auditor: '監査',
  public: 'だれでも',
} as const

export type Role = keyof typeof roleLabels
export const roles = Object.keys(roleLabels) as Role[]

/** Every role of people who sign in. */
export const staffRoles: readonly Role[] = roles.filter((role) => role !== 'public')

/** Approval, publication and administration: these act only after a sign-in in two steps (docs/security.md §7). */
export const guardedRoles: readonly Role[] = ['section-approver', 'publisher', 'system-administrator']

/** Which roles may do which action. Each feature declares its own in `core/permissions.ts`. */
export type Permissions<Action extends string = string> = Record<Action, readonly Role[]>

import { type Permissions, type Role, roles, staffRoles } from '#src/lib/permissions.ts'

const keepers: readonly Role[] = ['system-administrator']

export const accountPermissions = {
  'manage-accounts': keepers,
  'add-account': keepers,
  'change-account': keepers,
  'change-account-roles': keepers,
  'disable-account': keepers,
  'enable-account': keepers,
  'make-sign-in-link': keepers,
  'end-sessions': keepers,
  'drop-second-factor': keepers,
  'address-mail': ['secretariat'],
  'use-sign-in-link': roles,
  'change-own-password': staffRoles,
  'end-own-sessions': staffRoles,
  'set-up-second-factor': staffRoles,
  'renew-recovery-codes': staffRoles,
  'drop-own-second-factor': staffRoles,
} satisfies Permissions

export const accountActionLabels: Record<keyof typeof accountPermissions, string> = {
  'manage-accounts': 'アカウントの一覧を見る・CSVで保存する',
  'add-account': 'アカウントをつくる',
  'change-account': 'アカウントの氏名・職員・所属を直す',
  'change-account-roles': 'アカウントの役割を変える（自分の役割は変えられない）',
  'disable-account': 'アカウントを止める（自分のものと、最後のシステム管理は止められない）',
  'enable-account': '止めたアカウントを、また使えるようにする',
  'make-sign-in-link': 'パスワードを決めるためのリンクをつくる',
  'end-sessions': 'ほかの人のサインインを、すべて終える',
  'drop-second-factor': 'ほかの人の二段階認証を外す（自分のものは外せない）',
  'address-mail': '期限のお知らせを、担当課の人に送る（アドレスは画面に出ない）',
  'use-sign-in-link': '受け取ったリンクで、自分のパスワードを決める',
  'change-own-password': '自分のパスワードを変える',
  'end-own-sessions': '自分のサインインの一覧を見る・終える',
  'set-up-second-factor': '自分の二段階認証を設定する',
  'renew-recovery-codes': '自分の予備コードをつくり直す（コードが要る）',
  'drop-own-second-factor': '自分の二段階認証をやめる（コードが要る）',
}

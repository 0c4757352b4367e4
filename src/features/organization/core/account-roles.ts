import { type Role, roleLabels, staffRoles } from '#src/lib/permissions.ts'

type Rights = { may: string; mayNot: string }

/** What each role (役割) may and may not do, in the words of the person who gives it. */
export const roleRights: Record<Exclude<Role, 'public'>, Rights> = {
  viewer: { may: '作業中の計画を読む', mayNot: '直すこと' },
  'section-editor': { may: '自分の課の施策と指標を直す。補助員もこの役割', mayNot: '承認と公開' },
  'section-approver': { may: '自分の課の内容を確かめ、承認する', mayNot: '承認したあとで直すこと' },
  reviewer: {
    may: '作業中の計画を読み、自分の部会が受け持つ分野の依頼シートに意見を付ける',
    mayNot: '直すこと',
  },
  'entry-clerk': { may: '渡された紙の回答と意見を入力する', mayNot: 'ほかの人の入力と、結果を見ること' },
  secretariat: {
    may: '体系と期限を決め、すべての案を直し、版をつくる',
    mayNot: '自分がつくった版の公開',
  },
  member: { may: '示された版を読み、意見を付ける', mayNot: 'ほかの案と個人情報を見ること' },
  publisher: { may: 'ほかの人がつくった版を公開する', mayNot: '文を直すこと' },
  'privacy-officer': { may: '連絡先などの個人情報を、理由を記録して見る', mayNot: '理由のない書き出し' },
  'system-administrator': {
    may: 'アカウント・設定・バックアップを扱う',
    mayNot: '個人情報を見ること、承認、公開',
  },
  auditor: { may: '監査の記録を読み、確かめる', mayNot: '何かを変えること' },
}

/** The roles an account can be given: every one of them has its work. */
export const givenRoles: readonly Role[] = staffRoles

/** 企画（事務局）、公開責任者 */
export const rolesInWords = (held: readonly Role[]) => held.map((role) => roleLabels[role]).join('、')

/**
 * Roles that one person should hold together only knowingly: the sentences an administrator reads
 * (security.md §2).
 */
export function roleRemarks(held: readonly Role[]): string[] {
  const has = (...all: Role[]) => all.every((role) => held.includes(role))
  return [
    ...(has('secretariat', 'publisher')
      ? ['自分がつくった版は、公開責任者の役割があっても公開できません。公開には、もう1人が要ります。']
      : []),
    ...(has('section-editor', 'section-approver')
      ? ['自分が入力した内容は、自分では承認できません。課長など、もう1人が要ります。']
      : []),
    ...(has('system-administrator') && (has('publisher') || has('section-approver'))
      ? ['システム管理は、承認も公開もしない役割です。人が足りるなら、分けてください。']
      : []),
    ...(has('privacy-officer') && has('system-administrator')
      ? ['個人情報取扱とシステム管理は、別の人にしてください。鍵を扱う人は、連絡先を見ません。']
      : []),
    ...(has('auditor') && held.length > 1
      ? ['監査は、確かめられる側の役割を持たない人にしてください。']
      : []),
    ...(has('member') && (has('secretariat') || has('section-editor'))
      ? ['委員は、示された版について意見を言う人です。案を書く役割と、いっしょには持たせないでください。']
      : []),
  ]
}

const unitRoles: readonly Role[] = ['section-editor', 'section-approver']

/** 担当課 roles work on the items of a unit. */
export const needsUnit = (held: readonly Role[]) => held.some((role) => unitRoles.includes(role))

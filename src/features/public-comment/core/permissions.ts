import { type Permissions, type Role, roles } from '#src/lib/permissions.ts'

const workers: readonly Role[] = ['secretariat', 'section-editor']

export const permissions = {
  'read-published-cases': roles,
  'submit-comment': roles,
  'read-cases': [...workers, 'section-approver', 'publisher', 'entry-clerk'],
  'edit-case': ['secretariat'],
  'edit-classes': ['secretariat'],
  'open-case': ['secretariat', 'publisher'],
  'take-in-comment': [...workers, 'entry-clerk'],
  'read-replies': [...workers, 'section-approver', 'publisher'],
  'route-comments': ['secretariat'],
  'draft-reply': workers,
  'check-reply': ['secretariat'],
  'approve-reply': ['secretariat', 'section-approver', 'publisher'],
  'publish-result': ['publisher'],
} satisfies Permissions

export const actionLabels: Record<keyof typeof permissions, string> = {
  'read-published-cases': '意見募集と結果を読む',
  'submit-comment': '意見募集に意見を出す',
  'read-cases': '準備中の意見募集も見る',
  'edit-case': '意見募集の案件を書く',
  'edit-classes': '対応区分の一覧を直す',
  'open-case': '意見募集を公表する（書いた人とは別の人）',
  'take-in-comment': '郵送・ファクス・窓口などの意見を受け付ける',
  'read-replies': '市の考え方（案）を読む',
  'route-comments': '意見を担当課に割り当て、期限を決める',
  'draft-reply': '市の考え方（案）を書く（入力担当は自分の課に割り当てられた意見だけ）',
  'check-reply': '担当課の書いた市の考え方を確認する',
  'approve-reply': '市の考え方を承認する（書いた人・確認した人とは別の人）',
  'publish-result': '意見募集の結果を公表する',
}

/** Four eyes: a case is announced by another person than the one who wrote it last. */
export const mayOpen = (actor: { id: string }, { editedBy }: { editedBy: string }) => actor.id !== editedBy

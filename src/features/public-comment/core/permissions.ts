import { type Permissions, type Role, roles } from '#src/lib/permissions.ts'

const workers: readonly Role[] = ['secretariat', 'section-editor']

export const permissions = {
  'read-published-cases': roles,
  'submit-comment': roles,
  'read-cases': [...workers, 'section-approver', 'publisher', 'entry-clerk'],
  'edit-case': ['secretariat'],
  'open-case': ['secretariat', 'publisher'],
  'take-in-comment': [...workers, 'entry-clerk'],
  'read-replies': [...workers, 'section-approver', 'publisher'],
  'draft-reply': workers,
  'approve-reply': ['secretariat', 'section-approver', 'publisher'],
  'publish-result': ['publisher'],
} satisfies Permissions

export const actionLabels: Record<keyof typeof permissions, string> = {
  'read-published-cases': '意見募集と結果を読む',
  'submit-comment': '意見募集に意見を出す',
  'read-cases': '準備中の意見募集も見る',
  'edit-case': '意見募集の案件を書く',
  'open-case': '意見募集を公表する（書いた人とは別の人）',
  'take-in-comment': '郵送・ファクス・窓口などの意見を受け付ける',
  'read-replies': '市の考え方（案）を読む',
  'draft-reply': '市の考え方（案）を書く',
  'approve-reply': '市の考え方を承認する（書いた人とは別の人）',
  'publish-result': '意見募集の結果を公表する',
}

/** Four eyes: a case is announced by another person than the one who wrote it last. */
export const mayOpen = (actor: { id: string }, { editedBy }: { editedBy: string }) => actor.id !== editedBy

/** Four eyes: a reply is approved by another person than the one who wrote it last. */
export const mayApprove = (actor: { id: string }, { draftedBy }: { draftedBy: string }) =>
  actor.id !== draftedBy

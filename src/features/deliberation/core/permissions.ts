import { type Permissions, type Role, roles } from '#src/lib/permissions.ts'

const staffReaders: readonly Role[] = [
  'secretariat',
  'section-editor',
  'section-approver',
  'reviewer',
  'viewer',
  'publisher',
  'auditor',
]

export const permissions = {
  'read-public-meetings': roles,
  'read-meetings': staffReaders,
  'read-closed-minutes': ['secretariat', 'publisher'],
  'keep-bodies': ['secretariat'],
  'prepare-meeting': ['secretariat'],
  'call-meeting': ['secretariat'],
  'record-meeting': ['secretariat'],
  'confirm-minutes': ['secretariat'],
  'publish-minutes': ['secretariat', 'publisher'],
  'correct-minutes': ['secretariat', 'publisher'],
  'keep-inquiries': ['secretariat'],
  'keep-bills': ['secretariat'],
  'lay-drafts': ['secretariat'],
  'read-draft-comments': ['secretariat'],
  'resolve-draft-comments': ['secretariat'],
  'invite-members': ['secretariat'],
  'keep-member-addresses': ['secretariat'],
  'enter-by-invitation': roles,
  'read-as-member': ['member'],
  'check-minutes': ['member'],
  'answer-in-writing': ['member'],
  'comment-on-drafts': ['member'],
} satisfies Permissions

export const actionLabels: Record<keyof typeof permissions, string> = {
  'read-public-meetings': '公開された会議を読む',
  'read-meetings': '会議と委員、諮問・答申を読む',
  'read-closed-minutes': '非公開の議題の記録と、確定前の会議録を読む',
  'keep-bodies': '会議体と委員を加える、直す',
  'prepare-meeting': '会議・議題・資料を準備する',
  'call-meeting': '会議を招集する・中止する、委員に知らせて記録する',
  'record-meeting': '出欠・定足数・決定・会議録を記録する',
  'confirm-minutes': '会議録の確定を記録する',
  'publish-minutes': '会議録を公開する（確定を記録した人とは別の人）',
  'correct-minutes': '公開した会議録の正誤を載せる（会議録そのものは変えない）',
  'keep-inquiries': '諮問・答申と、附帯意見への対応を記録する',
  'keep-bills': '議会の会期と、議案・修正案・議決を記録する',
  'lay-drafts': '計画の版と、課長が承認した依頼シートを、会議体の委員に示す',
  'read-draft-comments': '委員が案に書いた意見を読む',
  'resolve-draft-comments': '委員の意見への対応を記録する',
  'invite-members': '委員に、委員の画面への入口（リンクと2つ目の確認）をわたす・止める',
  'keep-member-addresses': '委員のお知らせのアドレスを登録する・消す（封をして、だれにも見せない）',
  'enter-by-invitation': '招待のリンクと確認コードで、委員の画面に入る',
  'read-as-member': '自分の会議体に示された会議・資料・案・シートを読む（任期の間だけ）',
  'check-minutes': '自分が委員だった会議の、会議録の案を確かめる',
  'answer-in-writing': '書面開催の議題に答える（自分の会議体のものだけ）',
  'comment-on-drafts': '自分の会議体に示された案とシートに、意見を書く',
}

/** Four eyes: minutes are published by another person than the one who recorded their confirmation. */
export const mayPublishMinutes = (actor: { id: string }, meeting: { confirmedById: string }) =>
  actor.id !== meeting.confirmedById

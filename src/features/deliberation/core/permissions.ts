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
  'keep-inquiries': ['secretariat'],
} satisfies Permissions

export const actionLabels: Record<keyof typeof permissions, string> = {
  'read-public-meetings': '公開された会議を読む',
  'read-meetings': '会議と委員、諮問・答申を読む',
  'read-closed-minutes': '非公開の議題の記録と、確定前の会議録を読む',
  'keep-bodies': '会議体と委員を加える、直す',
  'prepare-meeting': '会議・議題・資料を準備する',
  'call-meeting': '会議を招集する・中止する',
  'record-meeting': '出欠・定足数・決定・会議録を記録する',
  'confirm-minutes': '会議録の確定を記録する',
  'publish-minutes': '会議録を公開する（確定を記録した人とは別の人）',
  'keep-inquiries': '諮問・答申と、附帯意見への対応を記録する',
}

/** Four eyes: minutes are published by another person than the one who recorded their confirmation. */
export const mayPublishMinutes = (actor: { id: string }, meeting: { confirmedById: string }) =>
  actor.id !== meeting.confirmedById

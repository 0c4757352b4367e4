import { type Permissions, type Role, roles } from '#src/lib/permissions.ts'

const sorters: readonly Role[] = ['secretariat', 'section-editor']
const readers: readonly Role[] = [...sorters, 'section-approver', 'publisher']

export const permissions = {
  'read-voices': readers,
  'read-issues': [...readers, 'reviewer', 'member', 'viewer'],
  'take-in-voice': [...sorters, 'entry-clerk'],
  'receive-voice': roles,
  'check-transcripts': ['secretariat'],
  'sort-voices': sorters,
  'redact-voices': sorters,
  'release-voices': ['secretariat', 'section-approver', 'publisher'],
  'withdraw-voice': ['secretariat'],
  'group-voices': ['secretariat'],
  'edit-codes': ['secretariat'],
  'edit-issues': ['secretariat'],
  'read-contact': ['privacy-officer'],
  'propose-purge': ['privacy-officer', 'secretariat'],
  'purge-contacts': ['privacy-officer'],
  'set-retention': ['privacy-officer', 'secretariat'],
  'read-released-voices': roles,
  'read-sessions': [...readers, 'entry-clerk'],
  'edit-sessions': sorters,
  'announce-session': ['secretariat', 'publisher'],
  'publish-session': ['publisher'],
  'publish-voice-report': ['publisher'],
  'take-over-survey-texts': ['secretariat'],
  'export-voices': ['secretariat'],
  'answer-requests': sorters,
  'approve-request-replies': ['secretariat', 'section-approver', 'publisher'],
} satisfies Permissions

export const actionLabels: Record<keyof typeof permissions, string> = {
  'read-voices': '市民の声の原文を読む（連絡先は含まない）',
  'read-issues': '政策課題と件数を読む',
  'take-in-voice': '市民の声を受け付ける・取り込む',
  'receive-voice': '意見を出す',
  'check-transcripts': '打った文を原本と照らし合わせて直す、原本の写しを見る（見た記録が残る）',
  'sort-voices': '意見を分ける・まとめる・分類する',
  'redact-voices': '個人情報を伏せる',
  'release-voices': '公開してよいか決める（伏せた人とは別の人）',
  'withdraw-voice': '取り下げの申し出を記録する',
  'group-voices': '同じ文面と話題の提案をつくり、決める',
  'edit-codes': '分類の枠組みを直す',
  'edit-issues': '政策課題を直す',
  'read-contact': '提出者の連絡先を読む（理由が残る）',
  'propose-purge': '連絡先・文の廃棄、期限の日の自動廃棄を申し出る・やめる',
  'purge-contacts': '連絡先・文を廃棄する、自動廃棄を決める（申し出た人とは別の人）',
  'set-retention': '声の文の保存の期限を決める',
  'read-released-voices': '公開された意見を読む',
  'read-sessions': '参加の場（ワークショップ・ヒアリング・説明会）の予定と進行を見る',
  'edit-sessions': '参加の場を準備し、結果を書く',
  'announce-session': '参加の場を公開の予定表に載せる',
  'publish-session': '参加の場の結果を公開する',
  'publish-voice-report': '声のまとめを公表する',
  'take-over-survey-texts': '調査の自由記述を、ほかの答えから切り離して声に取り込む',
  'export-voices': '市民の声をファイルに書き出す（連絡先は含まない。記録が残る）',
  'answer-requests': '要望・質問の担当と期限を決め、回答を書く',
  'approve-request-replies': '要望・質問の回答を承認する（書いた人とは別の人）',
}

/** Four eyes: whoever masked the personal data does not decide that the text may go out. */
export const mayRelease = (actor: { id: string }, opinion: { redactedBy: string | undefined }) =>
  opinion.redactedBy !== undefined && opinion.redactedBy !== actor.id

/** Four eyes: whoever asked for the destruction does not carry it out. */
export const mayPurge = (actor: { id: string }, purge: { proposedBy: string }) =>
  purge.proposedBy !== actor.id

import { type Permissions, roles, staffRoles } from '#src/lib/permissions.ts'

export const permissions = {
  'read-published-surveys': roles,
  'answer-survey': roles,
  'read-surveys': staffRoles,
  'read-survey-results': [
    'secretariat',
    'member',
    'section-editor',
    'section-approver',
    'viewer',
    'reviewer',
  ],
  'design-survey': ['secretariat'],
  'draw-sample': ['secretariat'],
  'open-survey': ['secretariat'],
  'close-survey': ['secretariat'],
  'key-in-answers': ['secretariat', 'entry-clerk'],
  'adjudicate-entries': ['secretariat', 'entry-clerk'],
  'import-answers': ['secretariat'],
  'export-answers': ['secretariat'],
  'compare-surveys': ['secretariat'],
  'publish-survey': ['secretariat', 'publisher'],
  'purge-invitations': ['secretariat', 'privacy-officer'],
} satisfies Permissions

export const actionLabels: Record<keyof typeof permissions, string> = {
  'read-published-surveys': '公表された調査を読む',
  'answer-survey': '調査に答える（回答コードのある人）',
  'read-surveys': '調査の一覧と調査票を読む',
  'read-survey-results': '調査の集計を読む',
  'design-survey': '調査と調査票をつくる・直す',
  'draw-sample': '標本を抽出し、回答コードを出す',
  'open-survey': '調査を始める・調査票を新しい版にする',
  'close-survey': '調査を締め切る',
  'key-in-answers': '紙の回答を入力する',
  'adjudicate-entries': '2回の入力が違う紙の回答を決める',
  'import-answers': '回答をCSVで取り込む',
  'export-answers': '回答のデータを書き出す',
  'compare-surveys': '前回の調査と比べるものを決める',
  'publish-survey': '集計を公表する・取り下げる',
  'purge-invitations': '案内の名簿を消す',
}

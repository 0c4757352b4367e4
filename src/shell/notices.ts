/**
 * What a page says after a form was accepted and the browser was sent on: `?notice=saved`. Only these words
 * exist.
 */
const notices: Readonly<Record<string, string>> = {
  saved: '保存しました。',
  added: '追加しました。',
  queued: '送信待ちに入れました。',
  moved: '動かしました。番号は順番から付け直されています。',
  renamed: '名前を改めました。',
  deleted: '削除しました。「削除したもの」から戻せます。',
  restored: '元に戻しました。',
  removed: '消しました。',
  reordered: '順番を変えました。',
  reorganized: '組織改編を用意しました。',
  'reorganization-withdrawn': '組織改編を取りやめました。',
  imported: '取り込みました。',
  frozen: '版をつくりました。中身はもう変わりません。',
  published: '公開しました。',
  withdrawn: '公開をやめました。',
  adopted: '計画フレームとして採用しました。公開サイトの「計画人口」に出ています。',
  'frame-withdrawn': '採用を取り消しました。公開サイトの「計画人口」は、なくなりました。',
  invited: 'アカウントをつくりました。',
  disabled: 'アカウントを止めました。使用中のサインインも終わりました。',
  enabled: 'アカウントを使えるようにしました。',
  'password-changed': 'パスワードを変えました。',
  'session-ended': 'サインインを終えました。',
  'sessions-ended': 'サインインを終えました。',
  'second-factor-dropped': '二段階認証をやめました。',
  'second-factor-taken': '二段階認証を外しました。使用中のサインインも終わりました。',
  'recovery-code-used': '予備コードを1つ使って、サインインしました。同じものは、もう使えません。',
  'draft-dropped': '下書きを消しました。',
  joined: '1つにまとめました。',
  confirmed: '確かめたまとまりに加えました。',
  purged: '連絡先を廃棄し、記録を残しました。',
  'words-purged': '文を廃棄し、記録を残しました。',
  approved: '承認しました。',
  returned: '差し戻しました。',
  opened: '意見の募集を公表しました。',
  'taken-over': '記録を市民の声に入れました。受付番号が付いています。',
  'settings-saved': '設定を保存しました。',
}

export const noticeOf = (url: URL): string | undefined => notices[url.searchParams.get('notice') ?? '']

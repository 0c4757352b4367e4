import { isDiskFull } from './disk-full.ts'
import { isAway } from './installation.ts'
import { UnusableSetting } from './settings.ts'

/** What the operator reads instead of a stack trace, for problems that are theirs to mend; undefined for ours. */
export function whyItCannotStart(error: unknown): string | undefined {
  if (error instanceof UnusableSetting) return error.message
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  const path = 'path' in error ? String(error.path) : ''
  if (code === 'EADDRINUSE') {
    return `ポート ${'port' in error ? error.port : ''} はほかのプログラムが使っています。PORT=3001 npm start のように、別の番号で始めてください。`
  }
  if (code === 'EACCES' && 'port' in error) {
    return `ポート ${error.port} を使う権限がありません。1024以上の番号にしてください。`
  }
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return `データの置き場所「${path}」に書き込めません。権限を確かめるか、SHIRUBE_DATA_DIR で別の場所を指定してください。`
  }
  if (isDiskFull(error))
    return 'ディスクに空きがありません。空きをつくってから、もう一度お試しください。いまのデータはそのままです。'
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return `データの置き場所「${path}」はフォルダーではありません。SHIRUBE_DATA_DIR を確かめてください。`
  }
  if (code === 'ERR_SQLITE_ERROR') {
    return 'データベースのファイルを開けません。SHIRUBE_DATA_DIR の場所と権限を確かめてください。'
  }
  if (isAway(error)) {
    return 'PostgreSQL につながりませんでした。DATABASE_URL と、サーバーが動いているかを確かめてください。何も変わっていません。'
  }
  if (code === '28P01' || code === '28000' || code === '3D000') {
    return 'PostgreSQL に断られました。DATABASE_URL の利用者名・パスワード・データベース名を確かめてください。'
  }
  return undefined
}

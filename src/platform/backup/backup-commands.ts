import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type CliCommand, UnusableCall } from '../cli.ts'
import type { Migrations } from '../database/migrate.ts'
import type { DatabaseLocation } from '../database/open.ts'
import { newId } from '../ids.ts'
import type { PurgeAgain } from '../purges/purge-marks.ts'
import { readSettings, type Settings } from '../settings.ts'
import { ArchiveProblem } from './archive-lines.ts'
import { type RestoreReport, restoreArchive } from './restore-archive.ts'
import { writeArchive } from './write-archive.ts'

export const locationOf = ({ folder, databaseUrl, schema }: Settings): DatabaseLocation =>
  databaseUrl ? { url: databaseUrl, schema } : { path: join(folder, 'shirube.sqlite') }

const backupCommand: CliCommand = {
  name: 'backup',
  summary: 'データのすべてを1つのファイルに写す（動いている間もできる）',
  usage: '--out FILE [--json]',
  help: ['サインインの署名の鍵（データの置き場所の secret）は入らない。別に、封をして保管する'],
  options: { out: { type: 'string' } },
  async run({ values, print, remark, now, folder }) {
    const { out } = values
    if (typeof out !== 'string') throw new UnusableCall('--out で書き出すファイルを書いてください。')
    const location = locationOf(readSettings(process.env))
    if ('path' in location && !existsSync(location.path)) {
      remark(`「${folder}」に、標のデータがありません。`)
      return 1
    }
    const report = await writeArchive(out, { location, folder, now })
    if (values['json']) print(JSON.stringify(report))
    else print(`${out}：表 ${report.tables}、行 ${report.rows}、ファイル ${report.files}`)
    return 0
  },
}

/** What the search found, by file and line: a name would only be written down once more. */
function remainsLines(report: NonNullable<RestoreReport['remains']>): string[] {
  const { remains, read, unread, tooShort, unreadable } = report
  const placed = remains.map(({ file, lines }) =>
    lines.length > 0 ? `${file}：${lines.slice(0, 20).join('、')}行め` : `${file}：行をまたぐところ`,
  )
  return [
    remains.length > 0
      ? `もう一度廃棄した連絡先と同じ言葉が、${remains.length}ファイルにあります（${read}ファイルを見ました）。人が開いて、消すかを決めてください。`
      : `もう一度廃棄した連絡先と同じ言葉は、見た${read}ファイルにはありません。`,
    ...placed,
    ...(unread.length > 0
      ? [`文字として読めないので見ていないファイル（PDF、Excel、画像など）：${unread.length}`]
      : []),
    ...(unreadable > 0
      ? [`鍵（personal-key）がないか違うので、連絡先を開けず、探せなかった人：${unreadable}`]
      : []),
    ...(tooShort > 0 ? [`短すぎて探していない言葉：${tooShort}`] : []),
  ]
}

/** `restore` needs to know every migration, and what is destroyed again, which only the register does. */
export const backupCommands = (
  migrations: Migrations,
  purges: readonly PurgeAgain[],
): readonly CliCommand[] => [
  backupCommand,
  {
    name: 'restore',
    summary: 'バックアップのファイルから、データを元に戻す（SQLite と PostgreSQL のどちらへでも）',
    usage: 'FILE [--force] [--search 写しや記録のある場所,…] [--json]',
    help: [
      'データのある環境では --force が要る。いまのデータは別の名前で残る',
      '一度廃棄した個人の情報は戻らない。それより新しいバックアップを同じフォルダに置いておく',
      '--search は、もう一度廃棄した連絡先が、公開サイトの写しや記録に残っていないかを探す（名前は出さない）',
    ],
    options: { force: { type: 'boolean' }, search: { type: 'string' } },
    async run({ positionals, values, print, remark, now, folder }) {
      const [path] = positionals
      if (!path) throw new UnusableCall('バックアップのファイルを書いてください。')
      const { databaseUrl, schema } = readSettings(process.env)
      const place = { folder, databaseUrl, schema }
      try {
        const isForced = values['force'] === true
        const searched = String(values['search'] ?? '')
          .split(',')
          .filter(Boolean)
        const missing = searched.find((one) => !existsSync(one))
        if (missing) throw new UnusableCall(`--search の「${missing}」がありません。何も変えていません。`)
        const restoring = { place, migrations, purges, isForced, now, newId, searched }
        const report = await restoreArchive(path, restoring)
        if (values['json']) print(JSON.stringify(report))
        else
          print(`${report.createdAt} のバックアップを戻しました：行 ${report.rows}、ファイル ${report.files}`)
        if (report.purged > 0)
          remark(`廃棄したもの、期限の過ぎたものを${report.purged}件、もう一度廃棄しました。`)
        if (report.remains && !values['json']) for (const line of remainsLines(report.remains)) print(line)
        if (report.keptAs) remark(`前のデータは「${report.keptAs}」に残してあります。`)
        return 0
      } catch (error) {
        if (!(error instanceof ArchiveProblem)) throw error
        remark(error.message)
        return 1
      }
    },
  },
]

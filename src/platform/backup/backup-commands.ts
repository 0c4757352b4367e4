import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type CliCommand, UnusableCall } from '../cli.ts'
import type { Migrations } from '../database/migrate.ts'
import type { DatabaseLocation } from '../database/open.ts'
import { newId } from '../ids.ts'
import type { PurgeAgain } from '../purges/purge-marks.ts'
import { readSettings, type Settings } from '../settings.ts'
import { ArchiveProblem } from './archive-lines.ts'
import { restoreArchive } from './restore-archive.ts'
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

/** `restore` needs to know every migration, and what is destroyed again, which only the register does. */
export const backupCommands = (
  migrations: Migrations,
  purges: readonly PurgeAgain[],
): readonly CliCommand[] => [
  backupCommand,
  {
    name: 'restore',
    summary: 'バックアップのファイルから、データを元に戻す（SQLite と PostgreSQL のどちらへでも）',
    usage: 'FILE [--force] [--json]',
    help: [
      'データのある環境では --force が要る。いまのデータは別の名前で残る',
      '一度廃棄した個人の情報は戻らない。それより新しいバックアップを同じフォルダに置いておく',
    ],
    options: { force: { type: 'boolean' } },
    async run({ positionals, values, print, remark, now, folder }) {
      const [path] = positionals
      if (!path) throw new UnusableCall('バックアップのファイルを書いてください。')
      const { databaseUrl, schema } = readSettings(process.env)
      const place = { folder, databaseUrl, schema }
      try {
        const isForced = values['force'] === true
        const report = await restoreArchive(path, { place, migrations, purges, isForced, now, newId })
        if (values['json']) print(JSON.stringify(report))
        else
          print(`${report.createdAt} のバックアップを戻しました：行 ${report.rows}、ファイル ${report.files}`)
        if (report.purged > 0)
          remark(`廃棄したもの、期限の過ぎたものを${report.purged}件、もう一度廃棄しました。`)
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

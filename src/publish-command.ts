import { identityOf } from './features/identity.ts'
import { features } from './features/index.ts'
import { lintFacts } from './features/lint-facts.ts'
import { buildIfStale, readAssets, root } from './platform/assets.ts'
import { createAuth } from './platform/auth.ts'
import { type CliCommand, UnusableCall } from './platform/cli.ts'
import { type Context, publicActor } from './platform/context.ts'
import { silentLog } from './platform/log.ts'
import { CopyProblem, writeCopy } from './platform/publish/write-copy.ts'
import { readSecret } from './platform/secret.ts'
import { readSettings, type Settings } from './platform/settings.ts'
import { createSite } from './shell/create-site.tsx'

/** The public site as files: any web server can carry them. */
export const publishCommand: CliCommand = {
  name: 'publish',
  summary: '公開サイトの写しを、ファイルとして書き出す（どのウェブサーバーにも置ける）',
  usage: '--out DIR [--json]',
  help: ['書き終えてから入れ替えるので、途中で失敗しても前の写しは残る'],
  options: { out: { type: 'string' } },
  async run({ values, open, print, remark }) {
    const { out } = values
    if (typeof out !== 'string') throw new UnusableCall('--out で書き出すフォルダを書いてください。')
    await buildIfStale()
    const context = { ...(await open(['public'])), actor: publicActor }
    try {
      const report = await publishTo(out, context, readSettings(process.env))
      if (values['json']) print(JSON.stringify(report))
      else
        print(`${out}：${report.pages}ページ、${report.files}ファイル、${Math.round(report.bytes / 1024)} KB`)
      return 0
    } catch (error) {
      if (!(error instanceof CopyProblem)) throw error
      remark(error.message)
      return 1
    }
  },
}

/** Asks the site itself for every public address: the file is what a visitor gets. */
export async function publishTo(out: string, context: Context, settings: Settings) {
  const { db, newId } = context
  const app = createSite({
    db,
    newId,
    auth: createAuth(db, { baseUrl: settings.address, secret: readSecret(settings.folder) }),
    features,
    log: silentLog,
    clock: () => context.now,
    address: settings.address,
    folder: settings.folder,
    identityOf,
    lintFacts,
    ...readAssets(),
  })
  const paths: string[] = []
  for (const { publicPaths } of features) paths.push(...((await publicPaths?.(context)) ?? []))
  const answer = async (path: string) => app.request(settings.address + path)
  return writeCopy(out, { paths, answer, assets: `${root}build` })
}

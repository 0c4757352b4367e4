import { parseArgs } from 'node:util'
import { type CliCommand, type ExitCode, UnusableCall } from './platform/cli.ts'
import type { Context } from './platform/context.ts'
import { newId } from './platform/ids.ts'
import { readSettings } from './platform/settings.ts'
import { whyItCannotStart } from './platform/start-problems.ts'

/** Commands on files alone, by their first word: they load no page, which would take longer than their work. */
const onFiles: Readonly<Record<string, () => Promise<readonly CliCommand[]>>> = {
  project: async () => (await import('./features/planning-frame/work/commands.ts')).frameCommands,
  backtest: async () => (await import('./features/planning-frame/work/commands.ts')).frameCommands,
  cities: async () => (await import('./features/statistics/work/commands.ts')).statisticsCommands,
}

const commandsFor = async (first: string | undefined): Promise<readonly CliCommand[]> =>
  (await onFiles[first ?? '']?.()) ?? (await import('./all-commands.ts')).allCommands

const typed = process.argv.slice(2)
process.exitCode = await main(typed)

async function main(words: readonly string[]): Promise<ExitCode> {
  const [first] = words
  const all = await commandsFor(first)
  if (first === undefined || first === '--help' || first === 'help') {
    process.stdout.write(overview(all))
    return first === undefined ? 2 : 0
  }
  const command = all.find(({ name }) => `${words.join(' ')} `.startsWith(`${name} `))
  if (command) return run(command, words.slice(command.name.split(' ').length))
  const group = all.filter(({ name }) => name.startsWith(`${first} `))
  const text = group.length > 0 ? overview(group) : overview(all)
  if (group.length > 0 && words.includes('--help')) {
    process.stdout.write(text)
    return 0
  }
  process.stderr.write(`「${words.join(' ')}」という命令はありません。\n\n${text}`)
  return 2
}

async function run(command: CliCommand, words: readonly string[]): Promise<ExitCode> {
  if (words.includes('--help')) {
    process.stdout.write(helpOf(command))
    return 0
  }
  const open: Context[] = []
  try {
    const settings = readSettings(process.env)
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, ...command.options },
    })
    return await command.run({
      positionals,
      values: values as Record<string, string | boolean | undefined>,
      print: (text) => process.stdout.write(`${text}\n`),
      remark: (text) => process.stderr.write(`${text}\n`),
      now: new Date(),
      folder: settings.folder,
      open: async (roles) => {
        const { openInstallation } = await import('./platform/installation.ts')
        const { allMigrations } = await import('./features/migrations.ts')
        const { lintFacts } = await import('./features/lint-facts.ts')
        const db = await openInstallation(settings, allMigrations, (text) =>
          process.stderr.write(`${text}\n`),
        )
        const context: Context = {
          db,
          actor: { id: 'command-line', roles },
          now: new Date(),
          newId,
          source: `shirube ${command.name}`,
          lintFacts,
        }
        open.push(context)
        return context
      },
    })
  } catch (error) {
    return failed(command, error, words)
  } finally {
    for (const { db } of open) await db.destroy()
  }
}

/** An unusable call exits with 2 and shows the usage; what the operator must mend or a refusal exits with 1. */
function failed(command: CliCommand, error: unknown, words: readonly string[]): ExitCode {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof UnusableCall || code.startsWith('ERR_PARSE_ARGS')) {
    process.stderr.write(
      `${error instanceof UnusableCall ? error.message : '引数が分かりません。'}\n\n${helpOf(command)}`,
    )
    return 2
  }
  if (error instanceof Error && error.name === 'Refusal') {
    process.stderr.write(`${error.message}\n`)
    return 1
  }
  const problem = fileProblem(code, error, words)
  if (problem) {
    process.stderr.write(`${problem}\n`)
    return 2
  }
  const reason = whyItCannotStart(error)
  if (!reason) throw error
  process.stderr.write(`${reason}\n`)
  return 1
}

/** What is wrong with a file that was named in the call. */
function fileProblem(code: string, error: unknown, words: readonly string[]): string | undefined {
  const path = error instanceof Error && 'path' in error ? String(error.path) : undefined
  if (code === 'ENOENT' && path !== undefined) return `ファイル「${path}」がありません。`
  if (code === 'EISDIR') return `ファイルのところに、フォルダーが書かれています：${path ?? words.join(' ')}`
  const isNamed = path !== undefined && words.some((word) => word === path || word.endsWith(`=${path}`))
  if (isNamed && (code === 'EACCES' || code === 'EPERM'))
    return `ファイル「${path}」を開けません。権限を確かめてください。`
  return undefined
}

function overview(commands: readonly CliCommand[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  shirube ${name.padEnd(width)}  ${summary}`)
  return `標 Shirube の命令\n\n${lines.join('\n')}\n\nそれぞれの使い方：shirube 命令 --help\n終了コード：0 できた、1 指摘がある・受け付けなかった、2 使い方が違う\n`
}

function helpOf({ name, summary, usage, help = [] }: CliCommand): string {
  return `${summary}\n\n使い方：shirube ${name} ${usage}\n${help.map((line) => `  ${line}\n`).join('')}`
}

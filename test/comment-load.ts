import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openTown } from './town.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/** A folder with the sample town on the embedded database, and its call for comments that is open. */
export async function townFolder(): Promise<{ folder: string; caseId: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-comments-'))
  const town = await openTown({ environment: { SHIRUBE_DATA_DIR: folder, DATABASE_URL: '' } })
  const row = await town.db
    .selectFrom('commentCases')
    .select('id')
    .where('publishedAt', 'is', null)
    .where('openedAt', 'is not', null)
    .executeTakeFirstOrThrow()
  await town.close()
  return { folder, caseId: String(row['id']), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

type Writing = { folder: string; caseId: string; count: number; writers: number; round: string }

/**
 * Writers in a process of their own; `killAfter` ends it (SIGKILL) when so many were acknowledged. Gives their numbers, and
 * the milliseconds by the clock and of the processor.
 */
export function writeComments(
  { folder, caseId, count, writers, round }: Writing,
  killAfter = Number.POSITIVE_INFINITY,
): Promise<{ acknowledged: string[]; milliseconds: number; processor: number }> {
  const script = ['--import', './tools/tsx.ts', 'test/comment-writer.ts']
  const child = spawn(process.execPath, [...script, folder, caseId, String(count), String(writers), round], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let words = ''
  let first = 0
  const lines = () => words.split('\n').slice(0, -1)
  const numbers = () => lines().filter((line) => !line.startsWith('#'))
  const processor = () => Number(lines().at(-1)?.replace('# ', ''))
  child.stdout.on('data', (chunk) => {
    first ||= performance.now()
    words += chunk
    if (numbers().length >= killAfter) child.kill('SIGKILL')
  })
  return new Promise((resolve) =>
    child.once('close', () => {
      const milliseconds = performance.now() - first
      resolve({ acknowledged: numbers(), milliseconds, processor: processor() })
    }),
  )
}

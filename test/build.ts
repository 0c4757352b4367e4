import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildIfStale, root } from '#src/platform/assets.ts'
import { makeReadyTown } from './town.ts'

/** Before the first test: what the browser gets, the server in few files and a sample town, once, so that no test waits for them. */
export default async function build() {
  await buildIfStale()
  const run = fileURLToPath(new URL('../tools/run.mjs', import.meta.url))
  const { status } = spawnSync(process.execPath, [run, 'cli', '--help'], { cwd: root, stdio: 'ignore' })
  if (status !== 0) throw new Error('the server could not be built')
  if (process.env['TEST_DATABASE_URL']) return
  process.env['SHIRUBE_READY_TOWN'] = await makeReadyTown()
  return () => rmSync(process.env['SHIRUBE_READY_TOWN'] ?? '', { recursive: true, force: true })
}

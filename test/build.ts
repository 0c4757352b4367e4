import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildIfStale, root } from '#src/platform/assets.ts'

/** Before the first test: what the browser gets, and the server in few files, once, so that no test waits for them. */
export default async function build() {
  await buildIfStale()
  const run = fileURLToPath(new URL('../tools/run.mjs', import.meta.url))
  const { status } = spawnSync(process.execPath, [run, 'cli', '--help'], { cwd: root, stdio: 'ignore' })
  if (status !== 0) throw new Error('the server could not be built')
}

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const home = join(root, 'build-server')

/**
 * The folder with the server and the command line in a few files, made anew when a source or a package is another one.
 * Loading some thousand modules one by one takes most of a start, and twice the memory (docs/decisions/0017).
 */
export function builtServer() {
  const folder = join(home, stampOfSources())
  if (existsSync(folder)) return folder
  mkdirSync(home, { recursive: true })
  const unfinished = `${folder}.${process.pid}`
  // In a process of its own: a server would keep the builder's memory for good.
  const builder = [join(root, 'tools/bundle-server.mjs'), unfinished]
  const { status } = spawnSync(process.execPath, builder, { stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('the server could not be built')
  // Two starts at once build the same: the first one to finish counts.
  if (existsSync(folder)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, folder)
  forgetOldOnes(folder)
  return folder
}

/** Of names, sizes and times: nothing is read. */
function stampOfSources() {
  const hash = createHash('sha256')
  const sources = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((path) => !/\.test\.tsx?$/.test(path))
  for (const path of [...sources.sort(), 'package.json', 'tools/bundle-server.mjs']) {
    const { mtimeMs, size } = statSync(join(root, path))
    hash.update(`${path} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

/** A server may still run from an older one and load a part of it later. */
function forgetOldOnes(kept) {
  const before = Date.now() - 24 * 3_600_000
  for (const name of readdirSync(home)) {
    const folder = join(home, name)
    if (folder !== kept && statSync(folder).mtimeMs < before) rmSync(folder, { recursive: true, force: true })
  }
}

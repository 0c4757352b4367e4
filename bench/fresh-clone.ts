// From a fresh clone to the first page: git clone, npm install, npm start.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#test/town.ts'
import { untilAnswered } from './measure.ts'

const folder = mkdtempSync(join(tmpdir(), 'shirube-clone-'))
const began = performance.now()
const since = () => `${((performance.now() - began) / 1000).toFixed(1)} s`
spawnSync('git', ['clone', '--quiet', '.', folder])
spawnSync('npm', ['install'], { cwd: folder })
console.log(`cloned and installed after ${since()}`)
const port = await freePort()
const server = spawn('npm', ['start'], {
  cwd: folder,
  env: { ...process.env, PORT: String(port) },
  stdio: 'ignore',
  detached: true,
})
await untilAnswered(`http://127.0.0.1:${port}/plan`)
console.log(`first page after ${since()}`)
if (server.pid) process.kill(-server.pid)
rmSync(folder, { recursive: true, force: true })
process.exit(0)

// Cold boot, idle memory, and the public page of a measure against a bare node:http that answers "ok".
// Needs wrk (Debian package of that name). Server and load share the machine's cores.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#test/town.ts'
import { aim, untilAnswered } from './measure.ts'

const folder = mkdtempSync(join(tmpdir(), 'shirube-bench-'))
const port = await freePort()
const address = `http://127.0.0.1:${port}`
const children: ChildProcess[] = []

const first = await boot()
console.log(`first start (migrate, sample town) to the first page: ${first.milliseconds.toFixed(0)} ms`)
await stop(first.child)
const boots: number[] = []
for (let at = 0; at < 5; at++) {
  const { child, milliseconds } = await boot()
  boots.push(milliseconds)
  if (at < 4) await stop(child)
}
const cold = boots.sort((a, b) => a - b)[2] ?? Number.NaN
console.log(
  `cold boot with an existing database to the first page: ${cold.toFixed(0)} ms (aim ≤ 1000: ${aim(cold <= 1000)})`,
)

await pause(3000)
const idle = memoryOf(children.at(-1))
console.log(`memory when idle: ${idle} MB (aim ≤ 150: ${aim(idle <= 150)})`)

const html = await (await fetch(`${address}/plan`)).text()
const measure = /\/plan\/items\/me_\w+/.exec(html)?.[0] ?? ''
const etag = (await fetch(address + measure)).headers.get('etag') ?? ''
const bare = await bareServer()
const okRate = load(`http://127.0.0.1:${bare}/`)
const page = load(address + measure)
const unchanged = load(address + measure, ['-H', `If-None-Match: ${etag}`])
const health = load(`${address}/healthz`)
if (okRate && page) {
  const ratio = page.rate / okRate.rate
  console.log(`bare "ok": ${okRate.rate.toFixed(0)} requests/s, p99 ${okRate.p99}`)
  console.log(
    `measure page: ${page.rate.toFixed(0)} requests/s, p99 ${page.p99}, ratio ${ratio.toFixed(3)} (aim ≥ 0.05: ${aim(ratio >= 0.05)})`,
  )
  if (unchanged) {
    const kept = unchanged.rate / okRate.rate
    console.log(
      `unchanged page (304): ${unchanged.rate.toFixed(0)} requests/s, p99 ${unchanged.p99}, ratio ${kept.toFixed(2)} (aim ≥ 0.5: ${aim(kept >= 0.5)})`,
    )
  }
  if (health) console.log(`/healthz: ${health.rate.toFixed(0)} requests/s`)
  console.log(`memory under load: ${memoryOf(children[children.length - 2])} MB`)
}
for (const child of children) child.kill('SIGKILL')
rmSync(folder, { recursive: true, force: true })
process.exit(0)

async function boot() {
  const began = performance.now()
  const child = spawn(process.execPath, ['tools/run.mjs', 'start'], {
    env: { PATH: process.env['PATH'], SHIRUBE_DATA_DIR: folder, PORT: String(port) },
    stdio: 'ignore',
  })
  children.push(child)
  await untilAnswered(`${address}/plan`)
  return { child, milliseconds: performance.now() - began }
}

async function stop(child: ChildProcess) {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

function memoryOf(child: ChildProcess | undefined): number {
  const status = readFileSync(`/proc/${child?.pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

async function bareServer(): Promise<number> {
  const own = await freePort()
  const code = `require('node:http').createServer((_, answer) => answer.end('ok')).listen(${own}, '127.0.0.1')`
  children.push(spawn(process.execPath, ['-e', code], { stdio: 'ignore' }))
  await untilAnswered(`http://127.0.0.1:${own}/`)
  return own
}

function load(to: string, more: string[] = []) {
  const { stdout, error } = spawnSync('wrk', ['-t1', '-c16', '-d6s', '--latency', ...more, to])
  if (error) {
    console.log('wrk is not installed: the load is left out (apt-get install wrk)')
    return undefined
  }
  const text = stdout.toString()
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1]),
    p99: /99%\s+(\S+)/.exec(text)?.[1] ?? '',
  }
}

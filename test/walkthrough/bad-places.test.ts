import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '#test/town.ts'

/** The server in places where it cannot work: it says why in one sentence, and works again when the place is mended. */

const root = fileURLToPath(new URL('../../', import.meta.url))
const command = ['tools/run.mjs', 'start']
const folder = () => mkdtempSync(join(tmpdir(), 'shirube-place-'))
const environmentOf = (settings: Record<string, string>) => ({ PATH: process.env['PATH'], ...settings })

const running: { stop: () => void }[] = []
afterEach(() => {
  for (const one of running.splice(0)) one.stop()
})

/** Starts, and waits until it gives up. */
function startInVain(settings: Record<string, string>) {
  const { status, stderr, stdout } = spawnSync(process.execPath, command, {
    cwd: root,
    env: environmentOf(settings),
    timeout: 30_000,
  })
  return { status, words: `${stderr}${stdout}` }
}

test('a port in use is named, with what to do', async () => {
  const other = createServer()
  running.push({ stop: () => other.close() })
  const port = await freePort()
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  const { status, words } = startInVain({ PORT: String(port), SHIRUBE_DATA_DIR: folder() })
  expect(status).toBe(1)
  expect(words).toContain(`ポート ${port} はほかのプログラムが使っています`)
  expect(words).not.toContain('    at ')
})

test.runIf(process.platform === 'linux')('a data directory that cannot be written is named', () => {
  const { status, words } = startInVain({ SHIRUBE_DATA_DIR: '/sys/shirube' })
  expect(status).toBe(1)
  expect(words).toContain('データの置き場所「/sys/shirube」に書き込めません')
  expect(words).not.toContain('    at ')
})

test('a file where the data directory should be is named', () => {
  const path = join(folder(), 'data')
  writeFileSync(path, 'not a folder')
  const { status, words } = startInVain({ SHIRUBE_DATA_DIR: path })
  expect(status).toBe(1)
  expect(words).toContain('フォルダーではありません')
})

test('an unusable setting is named before anything starts', () => {
  const { status, words } = startInVain({ PORT: 'eighty', SHIRUBE_DATA_DIR: folder() })
  expect([status, words]).toEqual([1, expect.stringContaining('PORT「eighty」')])
})

test('a file that is no database is named and left as it was', () => {
  const place = folder()
  writeFileSync(join(place, 'shirube.sqlite'), 'these are not the pages of a database'.repeat(200))
  const { status, words } = startInVain({ SHIRUBE_DATA_DIR: place })
  expect(status).toBe(1)
  expect(words).toContain('データベースのファイルを開けません')
})

test('PostgreSQL away at start: it says so and waits', async () => {
  const url = `postgres://nobody@127.0.0.1:${await freePort()}/nowhere`
  const server = start({ DATABASE_URL: url, PORT: String(await freePort()) })
  await server.says('PostgreSQL につながりません')
  expect(server.words()).not.toContain('nobody')
})

const postgres = process.env['TEST_DATABASE_URL']

test.runIf(postgres)(
  'PostgreSQL comes late, goes away under the server and returns: 503 with a sentence, then everything again',
  async () => {
    const gate = await gateTo(new URL(postgres ?? ''))
    const url = new URL(postgres ?? '')
    url.hostname = '127.0.0.1'
    url.port = String(gate.port)
    const port = await freePort()
    const server = start({
      DATABASE_URL: url.href,
      SHIRUBE_SCHEMA: `place_${Date.now()}`,
      PORT: String(port),
    })
    await server.says('PostgreSQL につながりません')
    gate.open()
    await server.says('標 Shirube を始めました')
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
    expect((await ask('/healthz')).status).toBe(200)
    gate.close()
    expect((await ask('/healthz')).status).toBe(503)
    const page = await ask('/plan')
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('しばらく')])
    gate.open()
    expect(await becomes(200, async () => (await ask('/healthz')).status)).toBe(200)
    expect((await ask('/plan')).status).toBe(200)
  },
  120_000,
)

/** The server as a process of its own. */
function start(settings: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, command, {
    cwd: root,
    env: environmentOf({ SHIRUBE_DATA_DIR: folder(), ...settings }),
  })
  running.push({ stop: () => child.kill('SIGKILL') })
  let words = ''
  child.stdout?.on('data', (chunk) => (words += chunk))
  child.stderr?.on('data', (chunk) => (words += chunk))
  const says = (sentence: string) => becomes(true, async () => words.includes(sentence))
  return { says, words: () => words }
}

/** Asks until the answer is the one hoped for, a minute long: a first start loads the sample town. */
async function becomes<Answer>(wished: Answer, ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; tries < 600; tries++) {
    if ((await ask().catch(() => undefined)) === wished) return wished
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`never became ${wished}`)
}

/** A door before the database server that can be shut: what goes through is cut, what comes is refused. */
async function gateTo({ hostname, port: inside }: URL) {
  const port = await freePort()
  const through = new Set<Socket>()
  let door: Server | undefined
  const open = () => {
    door = createServer((near) => {
      const far = connect(Number(inside || 5432), hostname || '127.0.0.1')
      near.pipe(far).pipe(near)
      for (const socket of [near, far]) {
        through.add(socket)
        socket.on('error', () => socket.destroy()).on('close', () => through.delete(socket))
      }
    }).listen(port, '127.0.0.1')
  }
  const close = () => {
    door?.close()
    for (const socket of through) socket.destroy()
  }
  running.push({ stop: close })
  return { port, open, close }
}

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Visitor } from '#test/walkthrough/visitor.ts'
import { freePort } from './town.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const passphrase = '四つの川と橋の名前を並べる'

/** A server in a process of its own, on a folder that outlives it. */
export type Victim = {
  address: string
  environment: Record<string, string>
  start: () => Promise<string>
  /** SIGKILL: nothing is flushed, nothing is closed. */
  kill: () => Promise<void>
  remove: () => Promise<void>
}

/** `databaseUrl`: a PostgreSQL, where a schema of its own is made; otherwise the embedded database. `beside`: on its folder. */
export async function victim(databaseUrl?: string, beside?: Victim): Promise<Victim> {
  const folder = beside?.environment['SHIRUBE_DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'shirube-durable-'))
  const port = await freePort()
  const environment: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    SHIRUBE_DATA_DIR: folder,
    PORT: String(port),
    SHIRUBE_SHARED_ADDRESSES: '127.0.0.1',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl, SHIRUBE_SCHEMA: `durable_${port}_${process.pid}` } : {}),
  }
  const address = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let ended = Promise.resolve()
  const kill = async () => {
    child?.kill('SIGKILL')
    await ended
  }
  return {
    address,
    environment,
    kill,
    async start() {
      let words = ''
      const started = spawn(process.execPath, ['tools/run.mjs', 'start'], {
        cwd: root,
        env: environment,
      })
      child = started
      ended = new Promise((resolve) => started.once('exit', () => resolve()))
      started.stdout.on('data', (chunk) => (words += chunk))
      started.stderr.on('data', (chunk) => (words += chunk))
      await untilHealthy(
        address,
        () => started.exitCode,
        () => words,
      )
      return words
    },
    async remove() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilHealthy(address: string, exitCode: () => number | null, words: () => string) {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${address}/healthz`).catch(() => undefined)
    if (answer?.status === 200) return
    if (exitCode() !== null) throw new Error(`the server ended: ${words()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the server does not answer: ${words()}`)
}

/** Starts the server for the first time and makes the officer's account; `page` takes the writes. */
export async function settle(server: Victim): Promise<{ officer: Visitor; page: URL }> {
  const words = await server.start()
  const officer = new Visitor(server.address)
  await officer.open(new URL(/\/sign-in\/\S+/.exec(words)?.[0] ?? '', server.address).href)
  const typed = { 氏名: '企画 花子', メールアドレス: 'hanako@example.jp', パスワード: passphrase }
  await officer.press('アカウントをつくって、始める', typed)
  await officer.open('/staff/figures')
  const page = new URL(officer.path, server.address)
  return { officer, page }
}

export type Counted = { rounds: number; acknowledged: number; lost: string[]; doubled: string[] }

/**
 * Kills a server `rounds` times while four writers are at work, and counts what was acknowledged and is not there.
 *
 * A write that was sent and not acknowledged may or may not be there; one that was acknowledged must be, once.
 */
export async function killUnderLoad(
  server: Victim,
  rounds: number,
  delay: (round: number) => number,
): Promise<Counted> {
  const { officer, page } = await settle(server)
  const acknowledged: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    if (round > 0) await server.start()
    const writers = [1, 2, 3, 4].map((writer) =>
      write({ page, cookie: officer.cookie, name: `r${round}w${writer}`, acknowledged }),
    )
    await new Promise((resolve) => setTimeout(resolve, delay(round)))
    await server.kill()
    await Promise.all(writers)
  }
  await server.start()
  await officer.open(page.pathname)
  return { rounds, ...compared(acknowledged, officer.html) }
}

/** What of the acknowledged writes a page does not show, and what it shows twice. */
export function compared(acknowledged: readonly string[], html: string): Omit<Counted, 'rounds'> {
  const counts = new Map<string, number>()
  for (const [, label = ''] of html.matchAll(/>(r\d+w\d+n\d+)</g))
    counts.set(label, (counts.get(label) ?? 0) + 1)
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((label) => !counts.has(label)),
    doubled: [...counts].flatMap(([label, count]) => (count > 1 ? [label] : [])),
  }
}

type Writing = { page: URL; cookie: string; name: string; acknowledged: string[]; most?: number }

/** Sends one figure after the other until the connection breaks, or `most` are sent. */
export async function write({ page, cookie, name, acknowledged, most = Number.POSITIVE_INFINITY }: Writing) {
  for (let number = 0; number < most; number += 1) {
    const label = `${name}n${number}`
    const body = new URLSearchParams({ act: 'add', label, value: '1', unit: '', asOf: '2026', source: 'x' })
    const headers = { cookie, 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(page, { method: 'POST', body, headers, redirect: 'manual' }).catch(
      () => undefined,
    )
    if (!answer) return
    if (answer.status === 303) acknowledged.push(label)
  }
}

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '#src/platform/assets.ts'
import type { Log } from '#src/platform/log.ts'
import { silentLog } from '#src/platform/log.ts'
import { readSettings } from '#src/platform/settings.ts'
import { openServer, type Running } from '#src/server.ts'

export type Town = Running & {
  address: string
  folder: string
  /** For a command of `shirube` on the same installation. */
  environment: Record<string, string>
  close: () => Promise<void>
}

type Ways = { log?: Log; environment?: Record<string, string>; clock?: () => Date }

/**
 * A whole running installation with the sample town: a folder, a database and a port of its own. On the embedded database
 * and by the clock of the machine it begins as a copy of the one that was made before the first test.
 */
export async function openTown(ways: Ways = {}): Promise<Town> {
  const { log = silentLog, environment = {}, clock = () => new Date() } = ways
  await buildIfStale()
  const folder = mkdtempSync(join(tmpdir(), 'shirube-town-'))
  const isUsual = !process.env['TEST_DATABASE_URL'] && !ways.clock && !ways.environment?.['SHIRUBE_DATA_DIR']
  const ready = process.env['SHIRUBE_READY_TOWN']
  if (isUsual && ready) cpSync(ready, folder, { recursive: true })
  const own = {
    SHIRUBE_DATA_DIR: folder,
    PORT: String(await freePort()),
    ...databaseOf(folder),
    ...environment,
  }
  const settings = readSettings(own)
  const running = await openServer(settings, { log, says: () => undefined, clock })
  const close = async () => {
    await running.jobs.stop()
    await new Promise<void>((resolve) => {
      running.server.close(() => resolve())
      if ('closeAllConnections' in running.server) running.server.closeAllConnections()
    })
    await running.db.destroy()
    rmSync(folder, { recursive: true })
  }
  return { ...running, address: settings.address, folder, environment: own, close }
}

/** Makes the town that the others begin as, and gives its folder. */
export async function makeReadyTown(): Promise<string> {
  const { folder, jobs, server, db } = await openTown()
  await jobs.stop()
  await new Promise((resolve) => server.close(resolve))
  await db.destroy()
  return folder
}

/** PostgreSQL under a schema of its own where the pass asks for it. The schema stays behind: the server is a test's. */
function databaseOf(folder: string): Record<string, string> {
  const url = process.env['TEST_DATABASE_URL']
  const schema = folder.replace(/^.*-/, 'town_').toLowerCase()
  return url ? { DATABASE_URL: url, SHIRUBE_SCHEMA: schema } : {}
}

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

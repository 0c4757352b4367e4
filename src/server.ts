import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { firstSteps } from './features/first-steps.ts'
import { identityOf } from './features/identity.ts'
import { features } from './features/index.ts'
import { lintFacts } from './features/lint-facts.ts'
import { allMigrations } from './features/migrations.ts'
import { readAssets } from './platform/assets.ts'
import { createAuth } from './platform/auth.ts'
import { startDailyBackup } from './platform/backup/daily-backup.ts'
import type { Context, Database } from './platform/context.ts'
import { startDaily } from './platform/daily.ts'
import { newId } from './platform/ids.ts'
import { openInstallation } from './platform/installation.ts'
import { requeueCutOff, startJobs } from './platform/jobs/run-jobs.ts'
import type { Log } from './platform/log.ts'
import { startMails } from './platform/mail/send-mails.ts'
import { readSecret } from './platform/secret.ts'
import type { Settings } from './platform/settings.ts'
import { createSite } from './shell/create-site.tsx'
import { keepPages } from './shell/page-cache.ts'
import { reloadInDevelopment } from './shell/reload-in-development.ts'
import type { App } from './shell/site.ts'

export type Running = {
  app: App
  server: Server
  /** `stop` ends all that runs in the background. */
  jobs: ReturnType<typeof startJobs>
  /** Absent without a mail server. */
  mails: ReturnType<typeof startMails> | undefined
  daily: ReturnType<typeof startDaily>
  db: Database
  /** A context of the system itself, as background work has it. */
  contextNow: () => Context
  /** The one-time link for the first account; undefined once there is one. */
  link: string | undefined
}

type Ways = { log: Log; says: (sentence: string) => void; clock?: () => Date }

/**
 * Opens the database (migrated, with the sample town where nothing was set up), the queue of work and the site, and
 * listens. Throws what keeps it from starting: a port in use, a folder or a database it cannot open.
 */
export async function openServer(settings: Settings, { log, says, clock = () => new Date() }: Ways) {
  const db = await openInstallation(settings, allMigrations, says)
  try {
    return await listen(settings, { db, log, clock })
  } catch (error) {
    await db.destroy()
    throw error
  }
}

type Parts = { db: Database; log: Log; clock: () => Date }

async function listen(settings: Settings, { db, log, clock }: Parts): Promise<Running> {
  const auth = createAuth(db, { baseUrl: settings.address, secret: readSecret(settings.folder), clock })
  const contextNow = () => ({ db, actor: { id: 'system', roles: [] }, now: clock(), newId, source: 'system' })
  await requeueCutOff(contextNow())
  const link = await firstSteps(contextNow(), settings)
  const kinds = features.flatMap((feature) => feature.jobs ?? [])
  const background = startBackground(settings, { kinds, contextNow, log })
  const { jobs, mails } = background
  const site = {
    db,
    auth,
    features,
    newId,
    log,
    clock,
    address: settings.address,
    folder: settings.folder,
    identityOf,
    lintFacts,
    ...readAssets(),
    sharedAddresses: settings.sharedAddresses,
    wakeJobs: jobs.wake,
    hasMailServer: mails !== undefined,
    wakeMails: () => void mails?.wake(),
    ...(settings.isDevelopment ? { extraScript: '/dev/reload.js' } : {}),
  }
  const app = createSite(site)
  if (settings.isDevelopment) reloadInDevelopment(app)
  app.use('/assets/*', serveStatic({ root: 'build', onFound: keepForEver }))
  app.get('/mark-tile.svg', serveStatic({ path: 'build/mark-tile.svg' }))
  const server = await serveOn(keepPages(app, site), settings).catch(async (error) => {
    await jobs.stop()
    throw error
  })
  if (settings.backupFolder) {
    const { backupFolder: folder, backupHour: hour } = settings
    startDailyBackup({ folder, hour, clock, log }).look()
  }
  return { app, server, ...background, db, contextNow, link }
}

type Background = Pick<Parameters<typeof startJobs>[0], 'kinds' | 'contextNow' | 'log'>

/** The queue of work, the mails that wait, and what is done once a day. */
function startBackground({ folder, address, mailServer }: Settings, { kinds, ...parts }: Background) {
  const jobs = startJobs({ ...parts, kinds, folder })
  const mails = mailServer && startMails({ ...parts, server: mailServer, folder })
  const works = features.flatMap(({ id, daily }) => (daily ? [{ id, run: daily }] : []))
  const wake = () => void mails?.wake()
  const daily = startDaily({ ...parts, works, site: address, folder, wake })
  const stop = async () => {
    await daily.stop()
    await mails?.stop()
    await jobs.stop()
  }
  return { jobs: { ...jobs, stop }, mails, daily }
}

/** On the last evening of a survey many connections come at once: the system lets them wait instead of refusing them. */
const waitingConnections = 4096

const serveOn = ({ fetch, answerAtOnce }: ReturnType<typeof keepPages>, { port, host }: Settings) =>
  new Promise<Server>((resolve, reject) => {
    const listener = getRequestListener(fetch)
    const server = createServer((incoming, outgoing) => {
      if (!answerAtOnce(incoming, outgoing)) listener(incoming, outgoing)
    })
    server.once('error', reject)
    server.once('listening', () => {
      server.off('error', reject)
      resolve(server)
    })
    server.listen({ port, host, backlog: waitingConnections })
  })

/** Built files carry their content's hash in the name. */
function keepForEver(_path: string, call: { header: (name: string, value: string) => void }) {
  call.header('Cache-Control', 'public, max-age=31536000, immutable')
}

import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { firstSteps } from './features/first-steps.ts'
import { identityOf } from './features/identity.ts'
import { features } from './features/index.ts'
import { allMigrations } from './features/migrations.ts'
import { buildIfStale, readAssets } from './platform/assets.ts'
import { createAuth } from './platform/auth.ts'
import { newId } from './platform/ids.ts'
import { openInstallation } from './platform/installation.ts'
import { requeueCutOff, startJobs } from './platform/jobs/run-jobs.ts'
import { jsonLog } from './platform/log.ts'
import { readSecret } from './platform/secret.ts'
import { readSettings, warningsFor } from './platform/settings.ts'
import { whyItCannotStart } from './platform/start-problems.ts'
import { stopGracefully } from './platform/stop-gracefully.ts'
import { createSite } from './shell/create-site.tsx'
import { reloadInDevelopment } from './shell/reload-in-development.ts'

const began = performance.now()
try {
  await start()
} catch (error) {
  const reason = whyItCannotStart(error)
  if (!reason) throw error
  console.error(reason)
  process.exit(1)
}

async function start() {
  const settings = readSettings(process.env)
  await buildIfStale()
  const db = await openInstallation(settings, allMigrations, (waiting) => console.error(waiting))
  const auth = createAuth(db, {
    baseUrl: settings.address,
    secret: readSecret(settings.folder),
  })
  const contextNow = () => ({
    db,
    actor: { id: 'system', roles: [] },
    now: new Date(),
    newId,
    source: 'system',
  })
  await requeueCutOff(contextNow())
  const link = await firstSteps(contextNow(), settings)
  const log = jsonLog((line) => process.stdout.write(`${line}\n`))
  const kinds = features.flatMap((feature) => feature.jobs ?? [])
  const jobs = startJobs({ kinds, folder: settings.folder, contextNow, log })
  const app = createSite({
    db,
    auth,
    features,
    newId,
    log,
    clock: () => new Date(),
    address: settings.address,
    folder: settings.folder,
    identityOf,
    ...readAssets(),
    sharedAddresses: settings.sharedAddresses,
    wakeJobs: jobs.wake,
    ...(settings.isDevelopment ? { extraScript: '/dev/reload.js' } : {}),
  })
  if (settings.isDevelopment) reloadInDevelopment(app)
  app.use('/assets/*', serveStatic({ root: 'build', onFound: keepForEver }))
  app.get('/mark-tile.svg', serveStatic({ path: 'build/mark-tile.svg' }))
  const server = serve({ fetch: app.fetch, port: settings.port, hostname: settings.host })
  server.on('error', (error) => {
    console.error(whyItCannotStart(error) ?? String(error))
    process.exit(1)
  })
  server.on('listening', () => greet(settings, link))
  stopGracefully({ server, jobs, db })
}

function greet(settings: ReturnType<typeof readSettings>, link: string | undefined) {
  console.log(`標 Shirube を始めました（${Math.round(performance.now() - began)} ms）`)
  console.log(`  公開サイト　${settings.address}/`)
  console.log(`  業務の画面　${settings.address}/staff`)
  if (link) {
    console.log(`  はじめてのサインイン（一度だけ使えます）`)
    console.log(`  ${link}`)
  }
  for (const warning of warningsFor(settings)) console.error(`注意：${warning}`)
}

/** Built files carry their content's hash in the name. */
function keepForEver(_path: string, call: { header: (name: string, value: string) => void }) {
  call.header('Cache-Control', 'public, max-age=31536000, immutable')
}

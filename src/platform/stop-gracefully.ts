import type { Database } from './context.ts'

type Parts = {
  server: { close: (done: () => void) => unknown }
  jobs: { stop: () => Promise<void> }
  db: Database
}

const patienceMilliseconds = 10_000

/** Aborts when the server begins to stop: feeds that stay open end then. */
export const stopping = new AbortController()

/** On the first signal: no new requests, those running may finish, then the database closes. The second ends at once. */
export function stopGracefully({ server, jobs, db }: Parts) {
  let isStopping = false
  const stop = async () => {
    if (isStopping) process.exit(1)
    isStopping = true
    stopping.abort()
    const late = setTimeout(() => process.exit(1), patienceMilliseconds)
    late.unref()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    if ('closeIdleConnections' in server) (server.closeIdleConnections as () => void).call(server)
    await jobs.stop()
    await closed
    await db.destroy()
    process.exit(0)
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
}

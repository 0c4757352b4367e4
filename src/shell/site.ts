import type { Hono } from 'hono'
import type { Auth } from '#src/platform/auth.ts'
import type { Context, Database } from '#src/platform/context.ts'
import type { Log } from '#src/platform/log.ts'
import type { Frame, SiteIdentity } from './render.tsx'

export type Site = Frame & {
  db: Database
  auth: Auth
  newId: (kind: string) => string
  log: Log
  clock: () => Date
  /** The outside address, without a slash at its end. */
  address: string
  /** Where the installation keeps its files. */
  folder: string
  wakeJobs?: () => void
  hasMailServer?: boolean
  wakeMails?: () => void
  identityOf: (context: Context) => Promise<SiteIdentity>
  lintFacts: NonNullable<Context['lintFacts']>
  /** Addresses that many people share, such as the city hall's: they get ten times the room. */
  sharedAddresses?: readonly string[]
}

export type Variables = { Variables: { requestId: string; route?: string } }
export type App = Hono<Variables>

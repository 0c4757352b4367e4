import type { Kysely } from 'kysely'
import type { Role } from '#src/lib/permissions.ts'

/** Who asks. `name` is for the screen only and never reaches the audit log. */
export type Actor = {
  id: string
  roles: readonly Role[]
  name?: string
  unitId?: string
  /** The member of staff (職員) the account belongs to. */
  personId?: string
  /** Roles the account has, but not before it signs in in two steps. They give no rights. */
  withheldRoles?: readonly Role[]
}

// biome-ignore lint/suspicious/noExplicitAny: each store names its own tables through `tables(context)`.
export type Database = Kysely<any>

/** What a command leaves in the audit log besides its name: ids and hashes, never words (docs/security.md §4). */
export type AuditTrail = {
  objects: string[]
  version?: string
  beforeHash?: string
  afterHash?: string
  reason?: string
}

/** Everything a function needs from outside: where the data is, who asks, when, from where, and new ids. */
export type Context = {
  db: Database
  actor: Actor
  now: Date
  newId: (kind: string) => string
  /** The page, command or job that asks: no address, no words. */
  source: string
  /** What the rooms have to say of a plan to its lint; absent where there is no register (a store's own test). */
  lintFacts?: (context: Context, planId: string) => Promise<Record<string, unknown>>
  /** Present inside a command. */
  trail?: AuditTrail
}

/** The visitor who has not signed in. Public pages see every visitor as this one. */
export const publicActor: Actor = { id: 'public', roles: ['public'] }

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, describe } from 'vitest'
import { allMigrations } from '#src/features/migrations.ts'
import type { Role } from '#src/lib/permissions.ts'
import type { Context } from '#src/platform/context.ts'
import { openDatabase } from '#src/platform/database/open.ts'

const postgresUrl = process.env['TEST_DATABASE_URL']
const engine = postgresUrl ? 'postgres' : 'sqlite'

/** Runs the tests on the embedded database, and on PostgreSQL instead when TEST_DATABASE_URL is set. */
export function onEveryDatabase(tests: (contextAs: (...roles: Role[]) => Context) => void) {
  describe(`on ${engine}`, async () => {
    const { db, close } = postgresUrl ? await openScratchSchema(postgresUrl) : await openMemory()
    let count = 0
    const newId = (kind: string) => `${kind}_${String(++count).padStart(10, '0')}`
    tests((...roles) => ({
      db,
      actor: { id: roles[0] ?? 'secretariat', roles: roles.length > 0 ? roles : ['secretariat'] },
      source: 'test',
      now: new Date('2026-04-01T09:00:00+09:00'),
      newId,
    }))
    afterAll(close)
  })
}

/** Every test file gets a PostgreSQL schema of its own, so files may run at the same time. */
async function openScratchSchema(url: string) {
  const schema = `test_${randomUUID().replaceAll('-', '')}`
  const db = await openDatabase({ url, schema }, allMigrations)
  const close = async () => {
    await sql`drop schema ${sql.id(schema)} cascade`.execute(db)
    await db.destroy()
  }
  return { db, close }
}

async function openMemory() {
  const db = await openDatabase({ path: ':memory:' }, allMigrations)
  return { db, close: () => db.destroy() }
}

export const as = (role: Role, context: Context): Context => ({
  ...context,
  actor: { id: role, roles: [role] },
})

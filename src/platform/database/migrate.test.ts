import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { afterAll, describe, expect, test } from 'vitest'
import { openDatabase } from './open.ts'

const url = process.env['TEST_DATABASE_URL'] ?? ''
const [one, two] = [`migrate_${process.pid}_one`, `migrate_${process.pid}_two`]

const migrations: Record<string, Migration> = {
  '2026_first': { up: (db) => db.schema.createTable('measures').addColumn('id', 'text').execute() },
}

describe.runIf(url)('on one server of many municipalities', () => {
  afterAll(async () => {
    const db = await openDatabase({ url, schema: one }, migrations)
    for (const schema of [two, one]) await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(db)
    await db.destroy()
  })

  test('the migrations look at their own schema only: neighbours may come and go meanwhile', async () => {
    const neighbour = await openDatabase({ url, schema: one }, migrations)
    const db = await openDatabase({ url, schema: two }, migrations)
    const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
    expect(tables.map(({ schema, name }) => `${schema}.${name}`).sort()).toEqual([
      `${two}.kysely_migration`,
      `${two}.kysely_migration_lock`,
      `${two}.measures`,
    ])
    await neighbour.destroy()
    await db.destroy()
  })

  test('a second opening finds everything done', async () => {
    for (const schema of [one, two, one]) await (await openDatabase({ url, schema }, migrations)).destroy()
  })
})

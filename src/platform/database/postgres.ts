import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'

/** PostgreSQL gives 64-bit integers as text; ours are counts and fit a number. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** One PostgreSQL schema a municipality: the same tables, found through the search path. */
export async function openPostgres(url: string, schema: string) {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    options: `-c search_path=${schema}`,
    // Shows in pg_stat_activity whose connections these are.
    application_name: `shirube ${schema}`,
  })
  // A connection lost while idle is not the end of the process: the next query opens a new one, or says what is wrong.
  pool.on('error', () => undefined)
  // Neither is one lost in the middle of a transaction: the query under way is refused, and nothing of it is kept.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  await sql`create schema if not exists ${sql.id(schema)}`.execute(db)
  return db
}

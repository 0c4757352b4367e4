import { CamelCasePlugin, type DatabaseIntrospector, Kysely, PostgresDialect, sql } from 'kysely'
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
    dialect: new OneSchemaDialect({ pool }, schema),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  await sql`create schema if not exists ${sql.id(schema)}`.execute(db)
  return db
}

/**
 * Looks at the tables of its own schema only. Kysely's own introspection goes through every schema of the server, column by
 * column, and fails when another municipality's tables go away meanwhile.
 */
class OneSchemaDialect extends PostgresDialect {
  readonly #schema: string

  constructor(config: ConstructorParameters<typeof PostgresDialect>[0], schema: string) {
    super(config)
    this.#schema = schema
  }

  /** For the migrations, which ask whether a table is there: columns are not looked up. */
  override createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    const schema = this.#schema
    return {
      getSchemas: async () => [{ name: schema }],
      async getTables() {
        const { rows } = await sql<{ name: string }>`
          select tablename as name from pg_catalog.pg_tables where schemaname = ${schema}`.execute(db)
        return rows.map(({ name }) => ({ name, schema, columns: [], isView: false, isForeign: false }))
      },
    }
  }
}

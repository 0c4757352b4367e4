import type { Database } from '../context.ts'

/** Columns by name; a question mark after the type lets the cell be null. */
export type ColumnTypes = Readonly<Record<string, 'text' | 'text?' | 'integer' | 'integer?'>>

type NewTable = { name: string; columns: ColumnTypes; key?: readonly string[] }

/** Creates a table as migrations describe it; the key is `id` unless told. */
export async function createTable(db: Pick<Database, 'schema'>, { name, columns, key = ['id'] }: NewTable) {
  let table = db.schema.createTable(name)
  for (const [column, type] of Object.entries(columns)) {
    const isOptional = type.endsWith('?')
    const bare = isOptional ? (type.slice(0, -1) as 'text' | 'integer') : (type as 'text' | 'integer')
    table = table.addColumn(column, bare, (built) => (isOptional ? built : built.notNull()))
  }
  await table.addPrimaryKeyConstraint(`${name}PrimaryKey`, [...key] as never[]).execute()
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { DatabaseLocation } from '../database/open.ts'
import type { Cell, TableShape } from './archive-lines.ts'

/** The whole database as it was at one instant; writers go on meanwhile. */
export type Snapshot = {
  tables: TableShape[]
  migrations: string[]
  rows: (table: TableShape) => AsyncGenerator<Cell[]>
  close: () => Promise<void>
}

export const openSnapshot = (location: DatabaseLocation): Promise<Snapshot> =>
  'path' in location
    ? sqliteSnapshot(location.path)
    : postgresSnapshot(location.url, location.schema ?? 'shirube')

/** Kysely's own tables: the archive names the migrations instead. */
const isOurs = (name: string) => !name.startsWith('kysely_') && !name.startsWith('sqlite_')

async function copyOf(path: string, copyPath: string): Promise<DatabaseSync> {
  const live = new DatabaseSync(path, { readOnly: true, timeout: 5000 })
  try {
    await backup(live, copyPath, { rate: 1000 })
    return new DatabaseSync(copyPath, { readOnly: true })
  } finally {
    live.close()
  }
}

/** A copy made by SQLite itself while others write, read at leisure. */
async function sqliteSnapshot(path: string): Promise<Snapshot> {
  const folder = await mkdtemp(join(dirname(path), '.backup-')).catch(() =>
    mkdtemp(join(tmpdir(), 'shirube-')),
  )
  const copy = await copyOf(path, join(folder, 'copy.sqlite')).catch(async (error) => {
    await rm(folder, { recursive: true, force: true })
    throw error
  })
  const column = (text: string, ...values: string[]) =>
    copy
      .prepare(text)
      .all(...values)
      .map((row) => String(Object.values(row)[0]))
  const names = column(`select name from sqlite_master where type = 'table' order by name`).filter(isOurs)
  const needs = new Map(
    names.map((name) => [name, column('select "table" from pragma_foreign_key_list(?)', name)]),
  )
  return {
    migrations: column('select name from kysely_migration order by name'),
    tables: parentsFirst(needs).map((name) => ({
      name,
      columns: column('select name from pragma_table_info(?) order by cid', name),
    })),
    async *rows({ name, columns }) {
      const statement = copy.prepare(`select ${quoted(columns)} from "${name}" order by rowid`)
      for (const row of statement.iterate()) yield Object.values(row) as Cell[]
    },
    async close() {
      copy.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** One read-only transaction that sees the database as it was at its start. */
async function postgresSnapshot(url: string, schema: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` })
  await client.connect()
  await client.query('begin isolation level repeatable read read only')
  const column = async (text: string, ...values: string[]) => {
    const { rows } = await client.query({ text, values, rowMode: 'array' })
    return rows.map(([first]) => String(first))
  }
  const names = (
    await column('select tablename from pg_tables where schemaname = $1 order by 1', schema)
  ).filter(isOurs)
  const needs = new Map<string, string[]>()
  const tables: TableShape[] = []
  for (const name of names) needs.set(name, await column(parentsOfTable, schema, name))
  for (const name of parentsFirst(needs))
    tables.push({ name, columns: await column(columnsOfTable, schema, name) })
  return {
    migrations: await column('select name from kysely_migration order by name'),
    tables,
    async *rows({ name, columns }) {
      await client.query(`declare reading no scroll cursor for select ${quoted(columns)} from "${name}"`)
      for (;;) {
        const { rows } = await client.query({ text: 'fetch 200 from reading', rowMode: 'array' })
        yield* rows as Cell[][]
        if (rows.length === 0) break
      }
      await client.query('close reading')
    },
    async close() {
      await client.query('rollback')
      await client.end()
    },
  }
}

const quoted = (columns: readonly string[]) => columns.map((name) => `"${name}"`).join(', ')

const columnsOfTable =
  'select column_name from information_schema.columns where table_schema = $1 and table_name = $2 order by ordinal_position'
const parentsOfTable = `select parent.relname from pg_constraint
  join pg_class child on child.oid = conrelid join pg_class parent on parent.oid = confrelid
  join pg_namespace on pg_namespace.oid = child.relnamespace
  where contype = 'f' and nspname = $1 and child.relname = $2`

/** Tables in an order in which their rows can be put back: what is referred to comes first. */
export function parentsFirst(needs: ReadonlyMap<string, readonly string[]>): string[] {
  const ordered: string[] = []
  const visit = (name: string) => {
    if (ordered.includes(name)) return
    for (const parent of needs.get(name) ?? []) if (parent !== name) visit(parent)
    ordered.push(name)
  }
  for (const name of needs.keys()) visit(name)
  return ordered
}

import { sql } from 'kysely'
import type { Database } from '../context.ts'
import { createTable } from './create-table.ts'
import type { Migrations } from './migrate.ts'
import { isPostgres } from './transaction.ts'

export const platformMigrations: Migrations = {
  '20261124-0001-create-audit-entries': {
    async up(db) {
      let table = db.schema
        .createTable('auditEntries')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('result', 'text', (column) => column.notNull())
      for (const name of [
        'at',
        'actor',
        'role',
        'action',
        'object',
        'version',
        'beforeHash',
        'afterHash',
        'source',
        'reason',
        'prevHash',
        'hash',
      ]) {
        table = table.addColumn(name, 'text', (column) => column.notNull())
      }
      await table.execute()
      await refuseChanges(db)
    },
  },
  '20261124-0003-create-jobs-and-files': {
    async up(db) {
      await db.schema
        .createTable('files')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('sha256', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('contentType', 'text', (column) => column.notNull())
        .addColumn('size', 'integer', (column) => column.notNull())
        .addColumn('createdAt', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('jobs')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('input', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('percent', 'integer', (column) => column.notNull())
        .addColumn('step', 'text', (column) => column.notNull())
        .addColumn('remarks', 'text', (column) => column.notNull())
        .addColumn('fileId', 'text', (column) => column.references('files.id'))
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('createdAt', 'text', (column) => column.notNull())
        .addColumn('startedAt', 'text')
        .addColumn('finishedAt', 'text')
        .execute()
      await db.schema.createIndex('jobsState').on('jobs').columns(['state', 'createdAt']).execute()
    },
  },
  '20261128-0001-create-outbox': {
    async up(db) {
      await createTable(db, {
        name: 'outboxMails',
        columns: {
          id: 'text',
          recipient: 'text',
          subject: 'text',
          sealed: 'text',
          keeping: 'text',
          state: 'text',
          tries: 'integer',
          problem: 'text',
          createdAt: 'text',
          nextTryAt: 'text',
          sentAt: 'text?',
        },
      })
      await db.schema.createIndex('outboxState').on('outboxMails').columns(['state', 'nextTryAt']).execute()
      await createTable(db, { name: 'dailyWorks', columns: { id: 'text', day: 'text' } })
    },
  },
  '20261128-0140-create-purge-marks': {
    async up(db) {
      await createTable(db, {
        name: 'purgeMarks',
        columns: { mark: 'text', purgedAt: 'text' },
        key: ['mark'],
      })
    },
  },
}

/** The audit log can be added to, never changed: the engine itself refuses. `audit verify` does not rely on it. */
async function refuseChanges(db: Database) {
  if (isPostgres(db)) {
    await sql`create function audit_is_append_only() returns trigger language plpgsql
      as 'begin raise exception ''audit entries are never changed''; end'`.execute(db)
    await sql`create trigger audit_no_change before update or delete or truncate on audit_entries
      for each statement execute function audit_is_append_only()`.execute(db)
    return
  }
  for (const act of ['update', 'delete']) {
    await sql`create trigger ${sql.ref(`audit_no_${act}`)} before ${sql.raw(act)} on audit_entries
      begin select raise(abort, 'audit entries are never changed'); end`.execute(db)
  }
}

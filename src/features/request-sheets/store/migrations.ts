import type { Migrations } from '#src/platform/database/migrate.ts'

export const migrations: Migrations = {
  '20261127-0303-create-request-sheets': {
    async up(db) {
      await db.schema
        .createTable('requestRounds')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('sheetType', 'text', (column) => column.notNull())
        .addColumn('usedFor', 'text', (column) => column.notNull())
        .addColumn('fields', 'text', (column) => column.notNull())
        .addColumn('dueOn', 'text', (column) => column.notNull())
        .addColumn('sentAt', 'text')
        .addColumn('createdAt', 'text', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('requestSheets')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('roundId', 'text', (column) => column.notNull().references('requestRounds.id'))
        .addColumn('unitId', 'text', (column) => column.notNull())
        .addColumn('subjectId', 'text')
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('answers', 'text', (column) => column.notNull())
        .addColumn('remarks', 'text', (column) => column.notNull())
        .addColumn('dueOn', 'text', (column) => column.notNull())
        .addColumn('order', 'integer', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('requestSheetsRound').on('requestSheets').column('roundId').execute()
      await db.schema
        .createTable('sheetSubmissions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('sheetId', 'text', (column) => column.notNull().references('requestSheets.id'))
        .addColumn('number', 'integer', (column) => column.notNull())
        .addColumn('answers', 'text', (column) => column.notNull())
        .addColumn('approvedById', 'text', (column) => column.notNull())
        .addColumn('approvedAt', 'text', (column) => column.notNull())
        .addUniqueConstraint('sheetSubmissionsNumber', ['sheetId', 'number'])
        .execute()
    },
  },
}

import type { Migrations } from '#src/platform/database/migrate.ts'

export const migrations: Migrations = {
  '20261127-0401-create-planning-frame': {
    async up(db) {
      await db.schema
        .createTable('frameScenarios')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('note', 'text', (column) => column.notNull())
        .addColumn('origin', 'text', (column) => column.notNull())
        .addColumn('inputs', 'text', (column) => column.notNull())
        .addColumn('assumptions', 'text', (column) => column.notNull())
        .addColumn('seed', 'integer', (column) => column.notNull())
        .addColumn('order', 'integer', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('updatedAt', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('frameCounts')
        .addColumn('year', 'integer', (column) => column.primaryKey())
        .addColumn('persons', 'integer', (column) => column.notNull())
        .addColumn('ages', 'text')
        .addColumn('source', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('adoptedFrames')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('scenarioId', 'text', (column) => column.notNull().references('frameScenarios.id'))
        .addColumn('scenarioName', 'text', (column) => column.notNull())
        .addColumn('origin', 'text', (column) => column.notNull())
        .addColumn('year', 'integer', (column) => column.notNull())
        .addColumn('persons', 'integer', (column) => column.notNull())
        .addColumn('exactPersons', 'integer', (column) => column.notNull())
        .addColumn('roundedTo', 'integer', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('alternatives', 'text', (column) => column.notNull())
        .addColumn('meeting', 'text', (column) => column.notNull())
        .addColumn('decidedOn', 'text', (column) => column.notNull())
        .addColumn('inputs', 'text', (column) => column.notNull())
        .addColumn('assumptions', 'text', (column) => column.notNull())
        .addColumn('seed', 'integer', (column) => column.notNull())
        .addColumn('inputsHash', 'text', (column) => column.notNull())
        .addColumn('adoptedAt', 'text', (column) => column.notNull())
        .addColumn('withdrawnAt', 'text')
        .execute()
      await db.schema.createIndex('adoptedFramesScenario').on('adoptedFrames').column('scenarioId').execute()
    },
  },
  '20261127-0402-create-frame-districts': {
    async up(db) {
      await db.schema
        .createTable('frameDistricts')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('updatedAt', 'text', (column) => column.notNull())
        .execute()
    },
  },
  '20261128-0401-frame-meeting': {
    async up(db) {
      await db.schema.alterTable('adoptedFrames').addColumn('meetingId', 'text').execute()
    },
  },
}

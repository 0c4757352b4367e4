import type { Migrations } from '#src/platform/database/migrate.ts'

export const migrations: Migrations = {
  '20261127-0301-create-planning-process': {
    async up(db) {
      await db.schema
        .createTable('planningProcesses')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('lead', 'text', (column) => column.notNull())
        .addColumn('startsOn', 'text', (column) => column.notNull())
        .addColumn('openedAt', 'text')
        .addColumn('order', 'integer', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('processPhases')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('processId', 'text', (column) => column.notNull().references('planningProcesses.id'))
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('fiscalYear', 'integer', (column) => column.notNull())
        .addColumn('order', 'integer', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('processTasks')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('processId', 'text', (column) => column.notNull().references('planningProcesses.id'))
        .addColumn('phaseId', 'text', (column) => column.notNull().references('processPhases.id'))
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('requirement', 'text', (column) => column.notNull())
        .addColumn('gate', 'text')
        .addColumn('ownerUnitId', 'text')
        .addColumn('predecessors', 'text', (column) => column.notNull())
        .addColumn('plannedStart', 'text', (column) => column.notNull())
        .addColumn('plannedEnd', 'text', (column) => column.notNull())
        .addColumn('actualStart', 'text')
        .addColumn('actualEnd', 'text')
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('stateReason', 'text', (column) => column.notNull())
        .addColumn('output', 'text', (column) => column.notNull())
        .addColumn('takePart', 'text', (column) => column.notNull())
        .addColumn('audience', 'text', (column) => column.notNull())
        .addColumn('order', 'integer', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('processTasksProcess').on('processTasks').column('processId').execute()
      await db.schema
        .createTable('scheduleChanges')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('processId', 'text', (column) => column.notNull().references('planningProcesses.id'))
        .addColumn('taskId', 'text', (column) => column.notNull().references('processTasks.id'))
        .addColumn('fromStart', 'text', (column) => column.notNull())
        .addColumn('fromEnd', 'text', (column) => column.notNull())
        .addColumn('toStart', 'text', (column) => column.notNull())
        .addColumn('toEnd', 'text', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('changedOn', 'text', (column) => column.notNull())
        .addColumn('authorId', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createIndex('scheduleChangesProcess')
        .on('scheduleChanges')
        .column('processId')
        .execute()
      await db.schema
        .createTable('calendarFeeds')
        .addColumn('accountId', 'text', (column) => column.primaryKey())
        .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
        .addColumn('createdAt', 'text', (column) => column.notNull())
        .execute()
    },
  },
  '20261128-0301-add-reminder-days': {
    async up(db) {
      await db.schema
        .alterTable('planningProcesses')
        .addColumn('reminderDays', 'text', (column) => column.notNull().defaultTo('7,1,-1'))
        .execute()
    },
  },
  '20261128-0302-tasks-of-decisions': {
    async up(db) {
      await db.schema.alterTable('processTasks').addColumn('decisionId', 'text').execute()
    },
  },
  '20261128-0303-tasks-of-homework': {
    async up(db) {
      await db.schema.alterTable('processTasks').addColumn('homeworkSheetId', 'text').execute()
      await db.schema.alterTable('processTasks').addColumn('homeworkRow', 'integer').execute()
    },
  },
}

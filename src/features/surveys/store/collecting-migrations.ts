import type { Migrations } from '#src/platform/database/migrate.ts'

/** Tables of the collection beside answers and invitations: sheets keyed in twice, and profiles of files. */
export const collectingMigrations: Migrations = {
  '20261127-1801-create-survey-sheets': {
    async up(db) {
      await db.schema
        .createTable('surveyEntries')
        .addColumn('surveyId', 'text', (column) => column.primaryKey().references('surveys.id'))
        .addColumn('way', 'text', (column) => column.notNull())
        .addColumn('counts', 'text', (column) => column.notNull())
        .addColumn('doneNumbers', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('surveySheets')
        .addColumn('surveyId', 'text', (column) => column.notNull().references('surveys.id'))
        .addColumn('number', 'text', (column) => column.notNull())
        .addColumn('sealed', 'text', (column) => column.notNull())
        .addColumn('firstBy', 'text', (column) => column.notNull())
        .addColumn('secondBy', 'text')
        .addPrimaryKeyConstraint('surveySheetsPrimaryKey', ['surveyId', 'number'])
        .execute()
    },
  },
  '20261127-1802-create-survey-import-profiles': {
    async up(db) {
      await db.schema
        .createTable('surveyImportProfiles')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('surveyImportedIds')
        .addColumn('surveyId', 'text', (column) => column.notNull().references('surveys.id'))
        .addColumn('idHash', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('surveyImportedIdsPrimaryKey', ['surveyId', 'idHash'])
        .execute()
    },
  },
  /** Lists of surveys from before have no day: a person deletes them, as it was. */
  '20261127-2130-add-survey-purge-day': {
    async up(db) {
      await db.schema.alterTable('surveys').addColumn('purgeOn', 'text').execute()
      await db.schema
        .alterTable('surveys')
        .addColumn('listGround', 'text', (column) => column.notNull().defaultTo(''))
        .execute()
    },
  },
}

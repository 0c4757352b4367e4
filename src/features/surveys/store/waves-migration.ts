import type { Migrations } from '#src/platform/database/migrate.ts'

/** 経年比較: which earlier survey a survey is compared with, and what was judged of the items. */
export const wavesMigration: Migrations = {
  '20261127-1840-create-survey-waves': {
    async up(db) {
      await db.schema
        .createTable('surveyWaves')
        .addColumn('surveyId', 'text', (column) => column.primaryKey().references('surveys.id'))
        .addColumn('earlierId', 'text', (column) => column.notNull().references('surveys.id'))
        .addColumn('judgements', 'text', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .execute()
    },
  },
}

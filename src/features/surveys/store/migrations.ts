import type { Migrations } from '#src/platform/database/migrate.ts'
import { collectingMigrations } from './collecting-migrations.ts'
import { wavesMigration } from './waves-migration.ts'

export const migrations: Migrations = {
  ...collectingMigrations,
  ...wavesMigration,
  '20261127-1101-create-surveys': {
    async up(db) {
      await db.schema
        .createTable('surveys')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('introduction', 'text', (column) => column.notNull())
        .addColumn('universe', 'text', (column) => column.notNull())
        .addColumn('startsOn', 'text', (column) => column.notNull())
        .addColumn('endsOn', 'text', (column) => column.notNull())
        .addColumn('closesAt', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('designKind', 'text', (column) => column.notNull())
        .addColumn('strata', 'text', (column) => column.notNull())
        .addColumn('sampling', 'text')
        .addColumn('purgedAt', 'text')
        .addColumn('publishedAt', 'text')
        .addColumn('publication', 'text')
        .addColumn('revision', 'integer', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('surveyQuestionnaires')
        .addColumn('surveyId', 'text', (column) => column.notNull().references('surveys.id'))
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('publishedAt', 'text')
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('surveyQuestionnairesPrimaryKey', ['surveyId', 'version'])
        .execute()
      await db.schema
        .createTable('surveyInvitations')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('surveyId', 'text', (column) => column.notNull().references('surveys.id'))
        .addColumn('codeHash', 'text', (column) => column.notNull().unique())
        .addColumn('addresseeNumber', 'text', (column) => column.notNull())
        .addColumn('stratum', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createIndex('surveyInvitationsSurvey')
        .on('surveyInvitations')
        .column('surveyId')
        .execute()
      await db.schema
        .createTable('surveyDrafts')
        .addColumn('place', 'text', (column) => column.primaryKey())
        .addColumn('surveyId', 'text', (column) => column.notNull().references('surveys.id'))
        .addColumn('sealed', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('surveyInbox')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('surveyId', 'text', (column) => column.notNull().references('surveys.id'))
        .addColumn('stratum', 'text', (column) => column.notNull())
        .addColumn('sealed', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createIndex('surveyInboxStratum')
        .on('surveyInbox')
        .columns(['surveyId', 'stratum'])
        .execute()
      await db.schema
        .createTable('surveyAnswers')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('surveyId', 'text', (column) => column.notNull().references('surveys.id'))
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('mode', 'text', (column) => column.notNull())
        .addColumn('stratum', 'text', (column) => column.notNull())
        .addColumn('receivedOn', 'text', (column) => column.notNull())
        .addColumn('cells', 'text', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('surveyAnswersSurvey').on('surveyAnswers').column('surveyId').execute()
      await db.schema
        .createTable('surveyTexts')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('surveyId', 'text', (column) => column.notNull().references('surveys.id'))
        .addColumn('column', 'text', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('stratum', 'text', (column) => column.notNull())
        .addColumn('receivedOn', 'text', (column) => column.notNull())
        .addColumn('receipt', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('surveyTallies')
        .addColumn('surveyId', 'text', (column) => column.notNull().references('surveys.id'))
        .addColumn('receivedOn', 'text', (column) => column.notNull())
        .addColumn('mode', 'text', (column) => column.notNull())
        .addColumn('stratum', 'text', (column) => column.notNull())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('surveyTalliesPrimaryKey', ['surveyId', 'receivedOn', 'mode', 'stratum'])
        .execute()
      await db.schema
        .createTable('surveyImports')
        .addColumn('surveyId', 'text', (column) => column.notNull().references('surveys.id'))
        .addColumn('fileHash', 'text', (column) => column.notNull())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addColumn('importedAt', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('surveyImportsPrimaryKey', ['surveyId', 'fileHash'])
        .execute()
    },
  },
}

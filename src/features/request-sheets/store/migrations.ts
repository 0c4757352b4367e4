import { createTable } from '#src/platform/database/create-table.ts'
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
  '20261127-0701-add-sheet-templates-and-history': {
    async up(db) {
      await createTable(db, {
        name: 'sheetAnswerEntries',
        columns: {
          id: 'text',
          sheetId: 'text',
          fieldId: 'text',
          number: 'integer',
          value: 'text',
          way: 'text',
          writtenBy: 'text',
          role: 'text',
          writtenAt: 'text',
        },
      })
      await db.schema
        .createIndex('sheetAnswerEntriesSheet')
        .on('sheetAnswerEntries')
        .columns(['sheetId', 'fieldId', 'number'])
        .unique()
        .execute()
      await createTable(db, {
        name: 'sheetTemplates',
        columns: {
          id: 'text',
          title: 'text',
          sheetType: 'text',
          askedOf: 'text',
          fields: 'text',
          createdAt: 'text',
          retiredAt: 'text?',
          revision: 'integer',
        },
      })
      await createTable(db, {
        name: 'sheetComments',
        columns: {
          id: 'text',
          sheetId: 'text',
          fieldId: 'text',
          kind: 'text',
          text: 'text',
          body: 'text',
          writtenBy: 'text',
          writtenAt: 'text',
          outcome: 'text?',
          note: 'text',
          closedBy: 'text?',
          closedAt: 'text?',
        },
      })
      await db.schema.createIndex('sheetCommentsSheet').on('sheetComments').column('sheetId').execute()
      await createTable(db, {
        name: 'sheetDecisions',
        columns: {
          id: 'text',
          sheetId: 'text',
          kind: 'text',
          body: 'text',
          decidedOn: 'text',
          reason: 'text',
          changes: 'text',
          recordedBy: 'text',
          recordedAt: 'text',
        },
      })
      await db.schema.createIndex('sheetDecisionsSheet').on('sheetDecisions').column('sheetId').execute()
    },
  },
  '20261127-0702-add-hearing-slots': {
    async up(db) {
      await createTable(db, {
        name: 'hearingSlots',
        columns: {
          id: 'text',
          roundId: 'text',
          heldOn: 'text',
          startsAt: 'text',
          endsAt: 'text',
          place: 'text',
          sheetId: 'text?',
          revision: 'integer',
        },
      })
      await createTable(db, {
        name: 'sheetUploads',
        columns: {
          id: 'text',
          roundId: 'text',
          files: 'text',
          jobId: 'text',
          uploadedBy: 'text',
          uploadedAt: 'text',
        },
      })
      await createTable(db, {
        name: 'sheetCompilations',
        columns: {
          id: 'text',
          roundId: 'text',
          planId: 'text',
          sheetIds: 'text',
          summary: 'text',
          before: 'text',
          after: 'text',
          appliedBy: 'text',
          appliedAt: 'text',
          undoneBy: 'text?',
          undoneAt: 'text?',
        },
      })
      await db.schema.createIndex('requestSheetsUnit').on('requestSheets').column('unitId').execute()
    },
  },
  '20261128-0510-bodies-of-comments': {
    async up(db) {
      await db.schema.alterTable('sheetComments').addColumn('bodyId', 'text').execute()
    },
  },
  '20261128-0511-drafts-and-extensions': {
    async up(db) {
      await createTable(db, {
        name: 'sheetDrafts',
        columns: { sheetId: 'text', actor: 'text', entered: 'text', revision: 'integer', savedAt: 'text' },
        key: ['sheetId', 'actor'],
      })
      await createTable(db, {
        name: 'sheetExtensions',
        columns: {
          id: 'text',
          roundId: 'text',
          unitId: 'text',
          askedDueOn: 'text',
          reason: 'text',
          askedBy: 'text',
          askedAt: 'text',
          state: 'text',
          grantedDueOn: 'text?',
          answer: 'text',
          answeredBy: 'text?',
          answeredAt: 'text?',
        },
      })
    },
  },
  '20261128-0512-evidence-of-compilations': {
    async up(db) {
      await db.schema
        .alterTable('sheetCompilations')
        .addColumn('evidenceIds', 'text', (column) => column.notNull().defaultTo('[]'))
        .execute()
    },
  },
  '20261128-0530-related-units-comment': {
    async up(db) {
      await db.schema.alterTable('sheetComments').addColumn('unitId', 'text').execute()
    },
  },
}

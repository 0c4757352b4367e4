import { createTable } from '#src/platform/database/create-table.ts'
import type { Migrations } from '#src/platform/database/migrate.ts'

/** What is put right after it was laid, said or announced. */
export const recordMigrations: Migrations = {
  '20261128-0310-papers-replaced-and-live': {
    async up(db) {
      await db.schema.alterTable('meetingPapers').addColumn('laidOn', 'text').execute()
      await db.schema.alterTable('meetingPapers').addColumn('replacesId', 'text').execute()
      for (const name of ['replaceReason', 'source', 'erasedSha256'])
        await db.schema
          .alterTable('meetingPapers')
          .addColumn(name, 'text', (column) => column.notNull().defaultTo(''))
          .execute()
    },
  },
  '20261128-0311-errata-of-minutes': {
    async up(db) {
      await createTable(db, {
        name: 'minutesErrata',
        columns: {
          id: 'text',
          meetingId: 'text',
          agendaItemId: 'text',
          oldWords: 'text',
          newWords: 'text',
          reason: 'text',
          correctedOn: 'text',
          recordedAt: 'text',
        },
      })
      await db.schema
        .createIndex('minutesErrataByMeetingId')
        .on('minutesErrata')
        .column('meetingId')
        .execute()
    },
  },
  '20261128-0312-online-link': {
    async up(db) {
      for (const name of ['onlineUrl', 'onlineReplaceReason'])
        await db.schema
          .alterTable('meetings')
          .addColumn(name, 'text', (column) => column.notNull().defaultTo(''))
          .execute()
      await db.schema.alterTable('meetings').addColumn('onlineOpensBefore', 'integer').execute()
      await db.schema.alterTable('meetings').addColumn('onlineReplacedOn', 'text').execute()
    },
  },
  '20261128-0313-bodies-that-end': {
    async up(db) {
      await db.schema.alterTable('deliberationBodies').addColumn('endedOn', 'text').execute()
      await db.schema
        .alterTable('deliberationBodies')
        .addColumn('endReason', 'text', (column) => column.notNull().defaultTo(''))
        .execute()
    },
  },
  '20261128-0314-sessions-of-an-assembly': {
    async up(db) {
      await createTable(db, {
        name: 'assemblySessions',
        columns: {
          id: 'text',
          bodyId: 'text',
          kind: 'text',
          name: 'text',
          startsOn: 'text',
          endsOn: 'text',
          revision: 'integer',
        },
      })
    },
  },
  '20261128-0315-inquiries-issued-and-put-right': {
    async up(db) {
      await db.schema.alterTable('inquiries').addColumn('issuedOn', 'text').execute()
      await db.schema
        .alterTable('inquiries')
        .addColumn('errata', 'text', (column) => column.notNull().defaultTo('[]'))
        .execute()
      await db
        .updateTable('inquiries')
        .set(({ ref }) => ({ issuedOn: ref('askedOn') }))
        .execute()
    },
  },
  '20261128-0316-articles-of-rules-and-who-appoints': {
    async up(db) {
      for (const name of ['quorumArticle', 'decisionArticle', 'opennessArticle', 'term', 'termArticle'])
        await db.schema
          .alterTable('deliberationBodies')
          .addColumn(name, 'text', (column) => column.notNull().defaultTo(''))
          .execute()
      await db.schema
        .alterTable('memberships')
        .addColumn('appointedBy', 'text', (column) => column.notNull().defaultTo(''))
        .execute()
    },
  },
}

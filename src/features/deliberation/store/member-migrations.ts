import { createTable } from '#src/platform/database/create-table.ts'
import type { Migrations } from '#src/platform/database/migrate.ts'

/** What members are told and given. */
export const memberMigrations: Migrations = {
  '20261128-0306-notices-of-meetings': {
    async up(db) {
      await createTable(db, {
        name: 'memberAddresses',
        columns: { membershipId: 'text', sealed: 'text' },
        key: ['membershipId'],
      })
      await createTable(db, {
        name: 'meetingNotices',
        columns: {
          id: 'text',
          meetingId: 'text',
          membershipId: 'text',
          way: 'text',
          told: 'text',
          mailId: 'text?',
          givenOn: 'text',
          recordedAt: 'text',
        },
      })
      await db.schema
        .createIndex('meetingNoticesByMeetingId')
        .on('meetingNotices')
        .column('meetingId')
        .execute()
    },
  },
  '20261128-0307-sheets-laid-before-bodies': {
    async up(db) {
      await createTable(db, {
        name: 'laidSheets',
        columns: {
          id: 'text',
          bodyId: 'text',
          sheetId: 'text',
          sheetRevision: 'integer',
          answers: 'text',
          laidAt: 'text',
          commentUntil: 'text?',
        },
      })
      await db.schema.createIndex('laidSheetsByBodyId').on('laidSheets').column('bodyId').execute()
    },
  },
  '20261128-0308-presence-and-written-meetings': {
    async up(db) {
      await db.schema
        .alterTable('meetings')
        .addColumn('gathering', 'text', (column) => column.notNull().defaultTo('gathered'))
        .execute()
      await createTable(db, {
        name: 'presenceChanges',
        columns: {
          id: 'text',
          meetingId: 'text',
          membershipId: 'text',
          kind: 'text',
          agendaItemId: 'text',
          note: 'text',
        },
      })
      await createTable(db, {
        name: 'writtenAnswers',
        columns: {
          meetingId: 'text',
          membershipId: 'text',
          agendaItemId: 'text',
          vote: 'text',
          words: 'text',
          takenDownBy: 'text?',
          answeredAt: 'text',
        },
        key: ['meetingId', 'membershipId', 'agendaItemId'],
      })
    },
  },
  '20261128-0309-casting-vote-of-the-chair': {
    async up(db) {
      await db.schema.alterTable('meetingDecisions').addColumn('chairCasts', 'text').execute()
    },
  },
}

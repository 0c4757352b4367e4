import { createTable } from '#src/platform/database/create-table.ts'
import type { Migrations } from '#src/platform/database/migrate.ts'
import { memberMigrations } from './member-migrations.ts'
import { recordMigrations } from './record-migrations.ts'

export const migrations: Migrations = {
  '20261127-0302-create-deliberation': {
    async up(db) {
      await db.schema
        .createTable('deliberationBodies')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('legalBasis', 'text', (column) => column.notNull())
        .addColumn('quorum', 'text', (column) => column.notNull())
        .addColumn('decisionRule', 'text', (column) => column.notNull())
        .addColumn('minutesStyle', 'text', (column) => column.notNull())
        .addColumn('openness', 'text', (column) => column.notNull())
        .addColumn('seats', 'text', (column) => column.notNull())
        .addColumn('order', 'integer', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('memberships')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('bodyId', 'text', (column) => column.notNull().references('deliberationBodies.id'))
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('affiliation', 'text', (column) => column.notNull())
        .addColumn('category', 'text', (column) => column.notNull())
        .addColumn('office', 'text', (column) => column.notNull())
        .addColumn('validFrom', 'text', (column) => column.notNull())
        .addColumn('validTo', 'text')
        .addColumn('leavingReason', 'text', (column) => column.notNull())
        .addColumn('order', 'integer', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('meetings')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('bodyId', 'text', (column) => column.notNull().references('deliberationBodies.id'))
        .addColumn('number', 'integer', (column) => column.notNull())
        .addColumn('heldOn', 'text', (column) => column.notNull())
        .addColumn('startsAt', 'text', (column) => column.notNull())
        .addColumn('endsAt', 'text', (column) => column.notNull())
        .addColumn('place', 'text', (column) => column.notNull())
        .addColumn('observerSeats', 'integer')
        .addColumn('observerCount', 'integer')
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('calledOn', 'text')
        .addColumn('shortNoticeReason', 'text', (column) => column.notNull())
        .addColumn('cancelReason', 'text', (column) => column.notNull())
        .addColumn('confirmedBy', 'text', (column) => column.notNull())
        .addColumn('confirmedById', 'text', (column) => column.notNull())
        .addColumn('confirmedOn', 'text')
        .addColumn('publishedAt', 'text')
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addUniqueConstraint('meetingsNumber', ['bodyId', 'number'])
        .execute()
      await db.schema
        .createTable('agendaItems')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('meetingId', 'text', (column) => column.notNull().references('meetings.id'))
        .addColumn('order', 'integer', (column) => column.notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('openness', 'text', (column) => column.notNull())
        .addColumn('closedGround', 'text', (column) => column.notNull())
        .addColumn('closedDecision', 'text', (column) => column.notNull())
        .addColumn('minutes', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('meetingPapers')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('meetingId', 'text', (column) => column.notNull().references('meetings.id'))
        .addColumn('agendaItemId', 'text', (column) => column.references('agendaItems.id'))
        .addColumn('label', 'text', (column) => column.notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('fileId', 'text', (column) => column.notNull())
        .addColumn('openness', 'text', (column) => column.notNull())
        .addColumn('withdrawnReason', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('attendances')
        .addColumn('meetingId', 'text', (column) => column.notNull().references('meetings.id'))
        .addColumn('membershipId', 'text', (column) => column.notNull().references('memberships.id'))
        .addColumn('way', 'text', (column) => column.notNull())
        .addColumn('note', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('attendancesPrimaryKey', ['meetingId', 'membershipId'])
        .execute()
      await db.schema
        .createTable('meetingDecisions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('meetingId', 'text', (column) => column.notNull().references('meetings.id'))
        .addColumn('agendaItemId', 'text', (column) => column.references('agendaItems.id'))
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('votesFor', 'integer')
        .addColumn('votesAgainst', 'integer')
        .addColumn('subjects', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('inquiries')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('bodyId', 'text', (column) => column.notNull().references('deliberationBodies.id'))
        .addColumn('number', 'text', (column) => column.notNull())
        .addColumn('askedOn', 'text', (column) => column.notNull())
        .addColumn('sender', 'text', (column) => column.notNull())
        .addColumn('addressee', 'text', (column) => column.notNull())
        .addColumn('ground', 'text', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('question', 'text', (column) => column.notNull())
        .addColumn('versionId', 'text')
        .addColumn('dueOn', 'text')
        .addColumn('reportNumber', 'text', (column) => column.notNull())
        .addColumn('reportedOn', 'text')
        .addColumn('conclusion', 'text', (column) => column.notNull())
        .addColumn('views', 'text', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('membershipsByBodyId').on('memberships').column('bodyId').execute()
      await db.schema.createIndex('agendaItemsByMeetingId').on('agendaItems').column('meetingId').execute()
      await db.schema
        .createIndex('meetingPapersByMeetingId')
        .on('meetingPapers')
        .column('meetingId')
        .execute()
      await db.schema
        .createIndex('meetingDecisionsByMeetingId')
        .on('meetingDecisions')
        .column('meetingId')
        .execute()
    },
  },
  '20261128-0302-letters-and-sessions': {
    async up(db) {
      await db.schema
        .alterTable('inquiries')
        .addColumn('sealing', 'text', (column) => column.notNull().defaultTo('seal'))
        .execute()
      await db.schema.alterTable('agendaItems').addColumn('inquiryId', 'text').execute()
    },
  },
  '20261128-0303-access-of-members': {
    async up(db) {
      await db.schema.alterTable('meetings').addColumn('checkUntil', 'text').execute()
      await createTable(db, {
        name: 'memberAccess',
        columns: {
          id: 'text',
          membershipId: 'text',
          way: 'text',
          linkHash: 'text',
          sealedAddress: 'text',
          appSecret: 'text',
          appStep: 'integer',
          codeMarks: 'text',
          mailMark: 'text',
          mailUntil: 'text?',
          madeAt: 'text',
        },
      })
      await createTable(db, {
        name: 'memberSessions',
        columns: { tokenHash: 'text', accessId: 'text', createdAt: 'text', updatedAt: 'text' },
        key: ['tokenHash'],
      })
      await createTable(db, {
        name: 'minutesChecks',
        columns: {
          meetingId: 'text',
          membershipId: 'text',
          outcome: 'text',
          words: 'text',
          checkedAt: 'text',
        },
        key: ['meetingId', 'membershipId'],
      })
      await createTable(db, {
        name: 'laidDrafts',
        columns: { id: 'text', bodyId: 'text', versionId: 'text', laidOn: 'text', commentUntil: 'text?' },
      })
      await createTable(db, {
        name: 'draftComments',
        columns: {
          id: 'text',
          draftId: 'text',
          bodyId: 'text',
          membershipId: 'text',
          itemId: 'text',
          anchor: 'text',
          words: 'text',
          writtenAt: 'text',
          resolution: 'text',
          note: 'text',
          resolvedAt: 'text?',
          revision: 'integer',
        },
      })
      await db.schema.createIndex('draftCommentsByBodyId').on('draftComments').column('bodyId').execute()
      await db.schema.createIndex('memberAccessByLink').on('memberAccess').column('linkHash').execute()
    },
  },
  '20261128-0304-body-above': {
    async up(db) {
      await db.schema.alterTable('deliberationBodies').addColumn('parentId', 'text').execute()
    },
  },
  '20261128-0305-create-bills': {
    async up(db) {
      await createTable(db, {
        name: 'bills',
        columns: {
          id: 'text',
          bodyId: 'text',
          number: 'text',
          title: 'text',
          submittedOn: 'text',
          versionId: 'text',
          committee: 'text',
          outcome: 'text',
          resolvedOn: 'text?',
          votesFor: 'integer?',
          votesAgainst: 'integer?',
          revision: 'integer',
        },
      })
      await createTable(db, {
        name: 'billAmendments',
        columns: {
          id: 'text',
          billId: 'text',
          proposer: 'text',
          proposedOn: 'text',
          words: 'text',
          outcome: 'text',
          versionId: 'text?',
        },
      })
    },
  },
  ...memberMigrations,
  ...recordMigrations,
}

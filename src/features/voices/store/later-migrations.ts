import { createTable } from '#src/platform/database/create-table.ts'
import type { Migrations } from '#src/platform/database/migrate.ts'

const sessions = {
  id: 'text',
  kind: 'text',
  title: 'text',
  purpose: 'text',
  heldOn: 'text',
  startsAt: 'text',
  endsAt: 'text',
  place: 'text',
  district: 'text',
  groupName: 'text',
  howTo: 'text',
  contact: 'text',
  frame: 'text',
  consent: 'text',
  versionId: 'text',
  participants: 'integer?',
  participantsNote: 'text',
  confirmation: 'text',
  nextSteps: 'text',
  announcedAt: 'text?',
  cancelledAt: 'text?',
  reportedAt: 'text?',
  boardSeq: 'integer',
  revision: 'integer',
} as const

const steps = {
  id: 'text',
  sessionId: 'text',
  kind: 'text',
  text: 'text',
  minutes: 'integer',
  hint: 'text',
  order: 'integer',
  revision: 'integer',
} as const

const sessionTables = {
  id: 'text',
  sessionId: 'text',
  number: 'integer',
  name: 'text',
  host: 'text',
} as const

const notes = {
  id: 'text',
  sessionId: 'text',
  stepId: 'text',
  tableId: 'text',
  number: 'integer',
  text: 'text',
  speaker: 'text',
  heading: 'text',
  votes: 'integer',
  district: 'text',
  ageBand: 'text',
  consent: 'text',
  submissionId: 'text?',
  enteredBy: 'text',
  enteredAt: 'text',
  revision: 'integer',
} as const

const followUps = {
  submissionId: 'text',
  unitId: 'text',
  dueOn: 'text',
  outcome: 'text',
  reply: 'text',
  timing: 'text',
  continues: 'text',
  repliedOn: 'text?',
  writtenBy: 'text',
  approvedBy: 'text?',
  revision: 'integer',
} as const

const trials = { id: 'text', title: 'text', drawn: 'text', startedAt: 'text' } as const
const trialCodings = { trialId: 'text', opinionId: 'text', coder: 'text', codes: 'text' } as const
const reports = {
  id: 'text',
  content: 'text',
  publishedAt: 'text',
  publishedBy: 'text',
  withdrawnAt: 'text?',
} as const
const purgeOrders = {
  id: 'text',
  subject: 'text',
  orderedBy: 'text',
  orderedAt: 'text',
  agreedBy: 'text?',
  agreedAt: 'text?',
  endedBy: 'text?',
  endedAt: 'text?',
} as const
const seatings = {
  sessionId: 'text',
  guests: 'text',
  seats: 'text',
  tables: 'integer',
  oneStays: 'integer',
  draw: 'integer',
  revision: 'integer',
} as const
const scans = {
  id: 'text',
  submissionId: 'text',
  name: 'text',
  contentType: 'text',
  size: 'integer',
  sealed: 'text',
  purgeAfter: 'text?',
  addedBy: 'text',
  addedAt: 'text',
} as const
const retention = { channel: 'text', years: 'integer' } as const

export const laterMigrations: Migrations = {
  '20261128-0401-create-voice-sessions': {
    async up(db) {
      await createTable(db, { name: 'voiceSessions', columns: sessions })
      await createTable(db, { name: 'voiceSessionSteps', columns: steps })
      await createTable(db, { name: 'voiceSessionTables', columns: sessionTables })
      await createTable(db, { name: 'voiceNotes', columns: notes })
      await createTable(db, { name: 'voiceFollowUps', columns: followUps, key: ['submissionId'] })
      for (const table of ['voiceSessionSteps', 'voiceSessionTables', 'voiceNotes']) {
        await db.schema.createIndex(`${table}BySession`).on(table).column('sessionId').execute()
      }
    },
  },
  '20261128-0402-add-retention-of-voices': {
    async up(db) {
      await createTable(db, { name: 'voiceRetention', columns: retention, key: ['channel'] })
      await db.schema.alterTable('voiceSubmissions').addColumn('textPurgedAt', 'text').execute()
      await db.schema
        .alterTable('voicePurges')
        .addColumn('subject', 'text', (column) => column.notNull().defaultTo('contacts'))
        .execute()
    },
  },
  '20261128-0403-add-rules-and-double-coding': {
    async up(db) {
      await db.schema
        .alterTable('voiceCodes')
        .addColumn('rule', 'text', (column) => column.notNull().defaultTo(''))
        .execute()
      await createTable(db, { name: 'voiceTrials', columns: trials })
      await createTable(db, {
        name: 'voiceTrialCodings',
        columns: trialCodings,
        key: ['trialId', 'opinionId', 'coder'],
      })
    },
  },
  '20261128-0404-create-voice-reports': {
    async up(db) {
      await createTable(db, { name: 'voiceReports', columns: reports })
    },
  },
  '20261128-0405-create-voice-purge-orders': {
    async up(db) {
      await createTable(db, { name: 'voicePurgeOrders', columns: purgeOrders })
      await db.schema.alterTable('voicePurges').addColumn('orderId', 'text').execute()
    },
  },
  '20261128-0406-create-voice-seatings': {
    async up(db) {
      await createTable(db, { name: 'voiceSeatings', columns: seatings, key: ['sessionId'] })
    },
  },
  '20261128-0407-add-what-remains-to-purges': {
    async up(db) {
      await db.schema.alterTable('voicePurges').addColumn('remainsHash', 'text').execute()
    },
  },
  '20261128-0408-keep-scans-and-check-transcripts': {
    async up(db) {
      await createTable(db, { name: 'voiceScans', columns: scans })
      await db.schema.createIndex('voiceScansBySubmission').on('voiceScans').column('submissionId').execute()
      for (const column of ['checkedBy', 'contactsUntil'])
        await db.schema.alterTable('voiceSubmissions').addColumn(column, 'text').execute()
    },
  },
  '20261128-0409-let-more-people-code-a-trial': {
    async up(db) {
      await db.schema
        .alterTable('voiceTrials')
        .addColumn('coderCount', 'integer', (column) => column.notNull().defaultTo(2))
        .execute()
      await db.schema.alterTable('voiceTrials').addColumn('endedAt', 'text').execute()
    },
  },
}

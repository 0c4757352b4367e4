import { createTable } from '#src/platform/database/create-table.ts'
import type { Migrations } from '#src/platform/database/migrate.ts'
import { laterMigrations } from './later-migrations.ts'
import { readingMigrations } from './reading-migrations.ts'

const submissions = {
  id: 'text',
  receiptNumber: 'text',
  channel: 'text',
  sessionRef: 'text',
  sessionLabel: 'text',
  receivedOn: 'text',
  receivedAt: 'text',
  method: 'text',
  original: 'text',
  personId: 'text?',
  district: 'text',
  ageBand: 'text',
  groupName: 'text',
  frame: 'text',
  consent: 'text',
  lateReason: 'text',
  heldReason: 'text',
  withdrawnAt: 'text?',
  enteredBy: 'text',
  revision: 'integer',
} as const

const opinions = {
  id: 'text',
  submissionId: 'text',
  number: 'integer',
  start: 'integer',
  end: 'integer',
  verbatim: 'text',
  searchForm: 'text',
  summary: 'text',
  kind: 'text',
  kindReason: 'text',
  aboutRef: 'text',
  redacted: 'text?',
  redactedBy: 'text?',
  disclosure: 'text',
  disclosureReason: 'text',
  releasedBy: 'text?',
  wordingId: 'text?',
  topicId: 'text?',
  endedAt: 'text?',
  endedInto: 'text?',
  revision: 'integer',
} as const

const people = { id: 'text', sealed: 'text', createdAt: 'text', purgeAfter: 'text?' } as const
const purges = {
  id: 'text',
  dueOn: 'text',
  proposedBy: 'text',
  proposedAt: 'text',
  confirmedBy: 'text?',
  confirmedAt: 'text?',
  countBefore: 'integer?',
  countPurged: 'integer?',
  countAfter: 'integer?',
  hash: 'text?',
} as const
const codes = {
  id: 'text',
  label: 'text',
  planItemId: 'text',
  order: 'integer',
  retiredAt: 'text?',
  revision: 'integer',
} as const
const givenCodes = { opinionId: 'text', codeId: 'text', coder: 'text', at: 'text' } as const
const history = {
  id: 'text',
  submissionId: 'text',
  opinionId: 'text',
  at: 'text',
  actor: 'text',
  what: 'text',
  before: 'text',
} as const
const groups = {
  id: 'text',
  kind: 'text',
  label: 'text',
  reason: 'text',
  confirmedBy: 'text',
  confirmedAt: 'text',
} as const
const issues = {
  id: 'text',
  title: 'text',
  text: 'text',
  planItemId: 'text',
  order: 'integer',
  revision: 'integer',
} as const
const issueOpinions = { issueId: 'text', opinionId: 'text' } as const

export const migrations: Migrations = {
  ...laterMigrations,
  ...readingMigrations,
  '20261127-0401-create-voices': {
    async up(db) {
      await createTable(db, { name: 'voiceSubmissions', columns: submissions })
      await createTable(db, { name: 'voiceOpinions', columns: opinions })
      await createTable(db, { name: 'voicePeople', columns: people })
      await createTable(db, { name: 'voicePurges', columns: purges })
      await createTable(db, { name: 'voiceCodes', columns: codes })
      await createTable(db, { name: 'voiceGivenCodes', columns: givenCodes, key: ['opinionId', 'codeId'] })
      await createTable(db, { name: 'voiceHistory', columns: history })
      await createTable(db, { name: 'voiceGroups', columns: groups })
      await createTable(db, { name: 'voiceIssues', columns: issues })
      await createTable(db, {
        name: 'voiceIssueOpinions',
        columns: issueOpinions,
        key: ['issueId', 'opinionId'],
      })
      const unique = db.schema.createIndex('voiceSubmissionsReceipt').on('voiceSubmissions')
      await unique.column('receiptNumber').unique().execute()
      for (const [table, column] of [
        ['voiceSubmissions', 'sessionRef'],
        ['voiceOpinions', 'submissionId'],
        ['voiceHistory', 'submissionId'],
        ['voiceGivenCodes', 'codeId'],
      ] as const) {
        await db.schema.createIndex(`${table}By${column}`).on(table).column(column).execute()
      }
    },
  },
}

import { createTable } from '#src/platform/database/create-table.ts'
import type { Migrations } from '#src/platform/database/migrate.ts'

const statements = {
  id: 'text',
  sessionId: 'text',
  number: 'integer',
  text: 'text',
  revision: 'integer',
} as const
const voteSheets = {
  sessionId: 'text',
  turn: 'integer',
  ballots: 'text',
  enteredBy: 'text',
  enteredAt: 'text',
  revision: 'integer',
} as const
/** Places, votes, participants and own words. */
export const readingMigrations: Migrations = {
  '20261128-0410-create-voice-places': {
    async up(db) {
      const columns = { opinionId: 'text', district: 'text', town: 'text' } as const
      await createTable(db, { name: 'voicePlaces', columns, key: ['opinionId'] })
      for (const column of ['latitude', 'longitude'])
        await db.schema.alterTable('voicePlaces').addColumn(column, 'double precision').execute()
    },
  },
  '20261128-0411-create-votes-on-statements': {
    async up(db) {
      await createTable(db, { name: 'voiceStatements', columns: statements })
      await db.schema
        .createIndex('voiceStatementsBySession')
        .on('voiceStatements')
        .column('sessionId')
        .execute()
      await createTable(db, { name: 'voiceVoteSheets', columns: voteSheets, key: ['sessionId', 'turn'] })
    },
  },
  '20261128-0412-count-participants-by-way': {
    async up(db) {
      for (const column of ['cameOnline', 'cameInWriting', 'spoke'])
        await db.schema.alterTable('voiceSessions').addColumn(column, 'integer').execute()
    },
  },
  '20261128-0413-create-voice-word-lists': {
    async up(db) {
      const columns = {
        kind: 'text',
        words: 'text',
        changedBy: 'text',
        changedAt: 'text',
        revision: 'integer',
      } as const
      await createTable(db, { name: 'voiceWordLists', columns, key: ['kind'] })
    },
  },
}

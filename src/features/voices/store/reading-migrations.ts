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
/** What was not counted when the versions began; written out, since a migration must not change with the product. */
const wordsOfThatDay = {
  cut: '',
  stop: [
    'する ある いる なる できる 出来る 思う おもう 感じる 考える 言う いう 行う おこなう やる くれる もらう いただく',
    '下さる くださる しまう おる くる 来る みる 見る 見える 使う とる 取る 出る 出す 入る 持つ つく つける よる 対する 関する',
    'ない 無い よい 良い いい 多い 少ない 欲しい ほしい 大きい 小さい',
    'こと もの ため よう とき 時 ところ 所 方 ほう 人 今 今後 現在 以上 以下 程度 場合 必要 希望 要望 意見 お願い 願い',
    'もっと とても すごい かなり 特に まだ もう よく 少し ぜひ 是非 たくさん いろいろ 色々 ちょっと',
  ].join('\n'),
  formal:
    'わけ はず つもり まま うち ほど ほか 他 など 等 ずつ 点 面 中 上 下 前 後 間 的 さん 私 自分 皆 みんな 何 どこ 誰 いつ',
}

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
  '20261128-0520-keep-versions-of-voice-words': {
    async up(db) {
      const columns = {
        revision: 'integer',
        words: 'text',
        cut: 'text',
        stop: 'text',
        formal: 'text',
        changedBy: 'text',
        changedAt: 'text',
      } as const
      await createTable(db, { name: 'voiceWordVersions', columns, key: ['revision'] })
      const lists = await db.selectFrom('voiceWordLists').selectAll().where('kind', '=', 'whole').execute()
      for (const { words, changedBy, changedAt, revision } of lists)
        await db
          .insertInto('voiceWordVersions')
          .values({ revision, words, changedBy, changedAt, ...wordsOfThatDay })
          .execute()
      await db.schema.dropTable('voiceWordLists').execute()
    },
  },
  '20261128-0521-keep-representatives-of-topics': {
    async up(db) {
      await db.schema.alterTable('voiceGroups').addColumn('representatives', 'text').execute()
    },
  },
  '20261128-0522-keep-photos-of-sessions': {
    async up(db) {
      const columns = {
        id: 'text',
        sessionId: 'text',
        name: 'text',
        contentType: 'text',
        size: 'integer',
        sealed: 'text',
        addedBy: 'text',
        addedAt: 'text',
      } as const
      await createTable(db, { name: 'voiceSessionPhotos', columns })
      const index = db.schema.createIndex('voiceSessionPhotosBySession').on('voiceSessionPhotos')
      await index.column('sessionId').execute()
    },
  },
  '20261128-0523-add-ways-of-requests-and-directions-of-records': {
    async up(db) {
      await db.schema.alterTable('voiceSubmissions').addColumn('requestPath', 'text').execute()
      await db.schema
        .alterTable('voiceSessions')
        .addColumn('directions', 'text', (column) => column.notNull().defaultTo(''))
        .execute()
    },
  },
}

import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { createTable } from '#src/platform/database/create-table.ts'
import type { Migrations } from '#src/platform/database/migrate.ts'
import { contactsKeptUntil } from '../core/case.ts'

const cases = {
  id: 'text',
  sheet: 'text',
  editedBy: 'text',
  openedAt: 'text?',
  openedBy: 'text?',
  result: 'text?',
  resultHash: 'text?',
  publishedAt: 'text?',
  publishedBy: 'text?',
  revision: 'integer',
  createdAt: 'text',
} as const

const replies = {
  id: 'text',
  caseId: 'text',
  classKey: 'text',
  text: 'text',
  reason: 'text',
  planRef: 'text',
  before: 'text',
  after: 'text',
  draftedBy: 'text',
  draftedAt: 'text',
  approvedBy: 'text?',
  approvedAt: 'text?',
  returnReason: 'text',
  revision: 'integer',
} as const

export const migrations: Migrations = {
  '20261127-0501-create-public-comment': {
    async up(db) {
      await createTable(db, { name: 'commentCases', columns: cases })
      await createTable(db, { name: 'commentReplies', columns: replies })
      const answered = { opinionId: 'text', replyId: 'text' } as const
      await createTable(db, { name: 'commentReplyOpinions', columns: answered, key: ['opinionId'] })
      await db.schema.createIndex('commentRepliesByCase').on('commentReplies').column('caseId').execute()
    },
  },
  '20261127-0502-create-comment-anchors': {
    async up(db) {
      const anchor = {
        submissionId: 'text',
        paragraphId: 'text',
        quote: 'text',
        before: 'text',
        after: 'text',
      } as const
      await createTable(db, { name: 'commentAnchors', columns: anchor, key: ['submissionId'] })
    },
  },
  '20261127-0504-create-comment-materials': {
    async up(db) {
      const material = { caseId: 'text', kind: 'text', jobId: 'text' } as const
      await createTable(db, { name: 'commentMaterials', columns: material, key: ['caseId', 'kind'] })
    },
  },
  '20261127-0503-route-and-check-comments': {
    async up(db) {
      const route = { opinionId: 'text', caseId: 'text', unitId: 'text', dueOn: 'text' } as const
      await createTable(db, { name: 'commentRoutes', columns: route, key: ['opinionId'] })
      await db.schema.createIndex('commentRoutesByCase').on('commentRoutes').column('caseId').execute()
      for (const column of ['checkedBy', 'checkedAt'])
        await db.schema.alterTable('commentReplies').addColumn(column, 'text').execute()
      // What was approved before answers were looked over had been looked over by whoever approved it.
      await db
        .updateTable('commentReplies')
        .set(({ ref }) => ({ checkedBy: ref('draftedBy'), checkedAt: ref('draftedAt') }))
        .where('approvedBy', 'is not', null)
        .execute()
    },
  },
  '20261128-0501-date-contacts-of-cases': {
    /** Contact data that came before every case had a rule get the day of the default rule. */
    async up(db) {
      const cases = await db.selectFrom('commentCases').select(['id', 'sheet', 'publishedAt']).execute()
      for (const { id, sheet, publishedAt } of cases) {
        const { closesOn } = JSON.parse(sheet) as { closesOn: string }
        const publishedOn = publishedAt === null ? undefined : tokyoDay(new Date(publishedAt))
        const day = contactsKeptUntil({ sheet: { closesOn, contactYears: '1' }, publishedOn })
        const own = db.selectFrom('voiceSubmissions').select('personId').where('sessionRef', '=', id)
        await db
          .updateTable('voiceSubmissions')
          .set({ contactsUntil: day })
          .where('sessionRef', '=', id)
          .execute()
        await db
          .updateTable('voicePeople')
          .set({ purgeAfter: day })
          .where('purgeAfter', 'is', null)
          .where('id', 'in', own)
          .execute()
      }
    },
  },
  '20261128-0502-create-class-lists': {
    async up(db) {
      const columns = { key: 'text', label: 'text', classes: 'text', revision: 'integer' } as const
      await createTable(db, { name: 'commentClassLists', columns, key: ['key'] })
    },
  },
  '20261128-0503-create-reply-links': {
    async up(db) {
      const columns = { replyId: 'text', ref: 'text' } as const
      await createTable(db, { name: 'commentReplyLinks', columns, key: ['replyId', 'ref'] })
    },
  },
  '20261128-0504-let-a-reply-change-many-places': {
    async up(db) {
      const columns = {
        replyId: 'text',
        order: 'integer',
        planRef: 'text',
        before: 'text',
        after: 'text',
      } as const
      await createTable(db, { name: 'commentReplyChanges', columns, key: ['replyId', 'order'] })
      const replies = await db
        .selectFrom('commentReplies')
        .select(['id', 'planRef', 'before', 'after'])
        .execute()
      for (const { id, ...change } of replies) {
        if (change['planRef'] === '' && change['after'] === '') continue
        await db
          .insertInto('commentReplyChanges')
          .values({ replyId: id, order: 0, ...change })
          .execute()
      }
      for (const column of ['planRef', 'before', 'after'])
        await db.schema.alterTable('commentReplies').dropColumn(column).execute()
    },
  },
  '20261128-0505-approve-in-steps': {
    async up(db) {
      const columns = {
        replyId: 'text',
        step: 'integer',
        label: 'text',
        approvedBy: 'text',
        approvedAt: 'text',
      } as const
      await createTable(db, { name: 'commentReplyApprovals', columns, key: ['replyId', 'step'] })
      const approved = await db
        .selectFrom('commentReplies')
        .select(['id', 'approvedBy', 'approvedAt'])
        .where('approvedBy', 'is not', null)
        .where('approvedAt', 'is not', null)
        .execute()
      for (const { id, ...approval } of approved)
        await db
          .insertInto('commentReplyApprovals')
          .values({ replyId: id, step: 0, label: '承認', ...approval })
          .execute()
    },
  },
}

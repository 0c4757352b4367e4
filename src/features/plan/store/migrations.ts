import type { Database } from '#src/platform/context.ts'
import type { Migrations } from '#src/platform/database/migrate.ts'

export const migrations: Migrations = {
  '20261124-0301-create-plans': {
    async up(db) {
      await db.schema
        .createTable('plans')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('head', 'text', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('changeCount', 'integer', (column) => column.notNull())
        .addColumn('primarySince', 'text')
        .addColumn('createdAt', 'text', (column) => column.notNull())
        .addColumn('updatedAt', 'text', (column) => column.notNull())
        .execute()
      await createItems(db)
      await createIndicators(db)
      await createParts(db)
      await createVersions(db)
    },
  },
  '20261128-0310-decisions-of-versions': {
    async up(db) {
      for (const column of ['decisionTitle', 'decidedOn', 'decisionRef'])
        await db.schema.alterTable('planVersions').addColumn(column, 'text').execute()
      await copyDecisions(db)
    },
  },
}

/** What a version was decided by stood in its document only; the words stay as they are there. */
async function copyDecisions(db: Database) {
  const rows = await db.selectFrom('planVersions').select('id').execute()
  for (const { id } of rows) {
    const row = await db
      .selectFrom('planVersions')
      .select('document')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const { version, decisions = [] } = JSON.parse(String(row['document']))
    const decision = decisions.find((one: { id: string }) => one.id === version.decisionId)
    if (!decision) continue
    await db
      .updateTable('planVersions')
      .set({ decisionTitle: decision.title, decidedOn: decision.date })
      .where('id', '=', id)
      .execute()
  }
}

async function createItems(db: Database) {
  await db.schema
    .createTable('planItems')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('planId', 'text', (column) => column.notNull().references('plans.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('parentId', 'text')
    .addColumn('order', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('lastParagraph', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .addColumn('updatedBy', 'text', (column) => column.notNull())
    .addColumn('deletedAt', 'text')
    .addColumn('deletedWith', 'text')
    .execute()
  await db.schema.createIndex('planItemsPlan').on('planItems').columns(['planId', 'parentId']).execute()
}

async function createIndicators(db: Database) {
  await db.schema
    .createTable('planIndicators')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('planId', 'text', (column) => column.notNull().references('plans.id'))
    .addColumn('itemId', 'text', (column) => column.notNull())
    .addColumn('order', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .addColumn('updatedBy', 'text', (column) => column.notNull())
    .addColumn('deletedAt', 'text')
    .addColumn('deletedWith', 'text')
    .execute()
  await db.schema
    .createIndex('planIndicatorsPlan')
    .on('planIndicators')
    .columns(['planId', 'itemId'])
    .execute()
}

async function createParts(db: Database) {
  await db.schema
    .createTable('planParts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('planId', 'text', (column) => column.notNull().references('plans.id'))
    .addColumn('list', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('planPartsPlan').on('planParts').columns(['planId', 'list']).execute()
}

async function createVersions(db: Database) {
  await db.schema
    .createTable('planVersions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('planId', 'text', (column) => column.notNull().references('plans.id'))
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('publicNote', 'text', (column) => column.notNull())
    .addColumn('frozenAt', 'text', (column) => column.notNull())
    .addColumn('frozenBy', 'text', (column) => column.notNull())
    .addColumn('publishedAt', 'text')
    .addColumn('publishedBy', 'text')
    .execute()
  await db.schema
    .createIndex('planVersionsNumber')
    .on('planVersions')
    .columns(['planId', 'stage', 'number'])
    .unique()
    .execute()
  await db.schema
    .createTable('planDrafts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('entered', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('savedAt', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('planDraftsForm').on('planDrafts').columns(['actor', 'form']).unique().execute()
}

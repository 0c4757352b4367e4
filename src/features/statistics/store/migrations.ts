import type { Database } from '#src/platform/context.ts'
import type { Migrations } from '#src/platform/database/migrate.ts'

export const migrations: Migrations = {
  '20261127-0401-create-statistics': {
    async up(db) {
      await createDatasets(db)
      await createImports(db)
      await createFigures(db)
      await createChoices(db)
    },
  },
}

async function createDatasets(db: Database) {
  await db.schema
    .createTable('statisticsDatasets')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull().unique())
    .addColumn('publisher', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('licence', 'text', (column) => column.notNull())
    .addColumn('credit', 'text', (column) => column.notNull())
    .addColumn('lastImport', 'integer', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('statisticsItems')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('datasetId', 'text', (column) => column.notNull().references('statisticsDatasets.id'))
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('order', 'integer', (column) => column.notNull())
    .addUniqueConstraint('statisticsItemsCode', ['datasetId', 'code'])
    .execute()
}

async function createImports(db: Database) {
  await db.schema
    .createTable('statisticsImports')
    .addColumn('datasetId', 'text', (column) => column.notNull().references('statisticsDatasets.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('edition', 'text', (column) => column.notNull())
    .addColumn('fileName', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('recognised', 'text', (column) => column.notNull())
    .addColumn('addedCount', 'integer', (column) => column.notNull())
    .addColumn('changedCount', 'integer', (column) => column.notNull())
    .addColumn('sameCount', 'integer', (column) => column.notNull())
    .addColumn('importedAt', 'text', (column) => column.notNull())
    .addColumn('importedBy', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('statisticsImportsKey', ['datasetId', 'number'])
    .execute()
}

async function createFigures(db: Database) {
  await db.schema
    .createTable('statisticsAreas')
    .addColumn('areaCode', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('prefecture', 'text', (column) => column.notNull())
    .addColumn('residents', 'integer')
    .addColumn('residentsTime', 'text')
    .execute()
  await db.schema
    .createTable('statisticsFigures')
    .addColumn('datasetId', 'text', (column) => column.notNull().references('statisticsDatasets.id'))
    .addColumn('areaCode', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('cells', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('statisticsFiguresKey', ['datasetId', 'areaCode', 'time'])
    .execute()
  await db.schema
    .createIndex('statisticsFiguresArea')
    .on('statisticsFigures')
    .columns(['areaCode', 'datasetId'])
    .execute()
}

async function createChoices(db: Database) {
  await db.schema
    .createTable('statisticsPeerGroups')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('codes', 'text', (column) => column.notNull())
    .addColumn('decidedOn', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('statisticsMappings')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('mapping', 'text', (column) => column.notNull())
    .addColumn('savedAt', 'text', (column) => column.notNull())
    .execute()
}

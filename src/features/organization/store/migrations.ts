import type { Migrations } from '#src/platform/database/migrate.ts'

export const migrations: Migrations = {
  '20261124-0201-create-organization': {
    async up(db) {
      await db.schema
        .createTable('municipality')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('code', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('kana', 'text', (column) => column.notNull())
        .addColumn('districts', 'text', (column) => column.notNull())
        .addColumn('contactOffice', 'text', (column) => column.notNull())
        .addColumn('contactLines', 'text', (column) => column.notNull())
        .addColumn('sampleSince', 'text')
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('updatedAt', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('organizationUnits')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('parentId', 'text')
        .addColumn('order', 'integer', (column) => column.notNull())
        .addColumn('validFrom', 'text', (column) => column.notNull())
        .addColumn('validTo', 'text')
        .addColumn('successors', 'text', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('people')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('kana', 'text', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('posts')
        .addColumn('personId', 'text', (column) => column.notNull().references('people.id'))
        .addColumn('order', 'integer', (column) => column.notNull())
        .addColumn('unitId', 'text', (column) => column.references('organizationUnits.id'))
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('validFrom', 'text', (column) => column.notNull())
        .addColumn('validTo', 'text')
        .addPrimaryKeyConstraint('postsPrimaryKey', ['personId', 'order'])
        .execute()
      await db.schema.createIndex('postsUnit').on('posts').column('unitId').execute()
    },
  },
  '20261128-0201-create-subcommittee-assignments': {
    async up(db) {
      await db.schema
        .createTable('subcommitteeAssignments')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('bodyId', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('subjectId', 'text', (column) => column.notNull())
        .addColumn('validFrom', 'text', (column) => column.notNull())
        .addColumn('validTo', 'text')
        .addColumn('revision', 'integer', (column) => column.notNull())
        .execute()
    },
  },
}

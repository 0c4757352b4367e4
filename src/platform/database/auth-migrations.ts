import type { Migrations } from './migrate.ts'

/**
 * Accounts, sessions and passwords as better-auth expects them (its names, our column types), one-time links and the
 * count of tries. Tables and columns the library has for what we do not use (other providers, verification by mail,
 * pictures, addresses of visitors) are left out.
 */
export const authMigrations: Migrations = {
  '20261124-0002-create-sign-in': {
    async up(db) {
      await db.schema
        .createTable('user')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('email', 'text', (column) => column.notNull().unique())
        .addColumn('emailVerified', 'integer', (column) => column.notNull())
        .addColumn('roles', 'text', (column) => column.notNull())
        .addColumn('personId', 'text')
        .addColumn('unitId', 'text')
        .addColumn('disabledAt', 'text')
        .addColumn('lastSignInAt', 'text')
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('createdAt', 'text', (column) => column.notNull())
        .addColumn('updatedAt', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('session')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
        .addColumn('token', 'text', (column) => column.notNull().unique())
        .addColumn('expiresAt', 'text', (column) => column.notNull())
        .addColumn('ipAddress', 'text')
        .addColumn('userAgent', 'text')
        .addColumn('createdAt', 'text', (column) => column.notNull())
        .addColumn('updatedAt', 'text', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('sessionUser').on('session').column('userId').execute()
      await db.schema
        .createTable('account')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('userId', 'text', (column) =>
          column.notNull().unique().references('user.id').onDelete('cascade'),
        )
        .addColumn('accountId', 'text', (column) => column.notNull())
        .addColumn('providerId', 'text', (column) => column.notNull())
        .addColumn('password', 'text', (column) => column.notNull())
        .addColumn('createdAt', 'text', (column) => column.notNull())
        .addColumn('updatedAt', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('signInLinks')
        .addColumn('tokenHash', 'text', (column) => column.primaryKey())
        .addColumn('accountId', 'text', (column) => column.references('user.id').onDelete('cascade'))
        .addColumn('purpose', 'text', (column) => column.notNull())
        .addColumn('expiresAt', 'text')
        .addColumn('usedAt', 'text')
        .execute()
      await db.schema
        .createTable('signInTries')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addColumn('until', 'text', (column) => column.notNull())
        .execute()
    },
  },
  '20261127-0001-add-second-factor': {
    async up(db) {
      const withAccount = (name: string) =>
        db.schema
          .createTable(name)
          .addColumn('accountId', 'text', (column) =>
            column.notNull().references('user.id').onDelete('cascade'),
          )
      await withAccount('secondFactors')
        .addColumn('secret', 'text', (column) => column.notNull())
        .addColumn('begunAt', 'text', (column) => column.notNull())
        .addColumn('confirmedAt', 'text')
        .addColumn('lastStep', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('secondFactorsPrimaryKey', ['accountId'])
        .execute()
      await withAccount('recoveryCodes')
        .addColumn('codeHash', 'text', (column) => column.notNull())
        .addColumn('usedAt', 'text')
        .addPrimaryKeyConstraint('recoveryCodesPrimaryKey', ['accountId', 'codeHash'])
        .execute()
      await withAccount('waitingSignIns')
        .addColumn('tokenHash', 'text', (column) => column.primaryKey())
        .addColumn('expiresAt', 'text', (column) => column.notNull())
        .execute()
    },
  },
}

import { authMigrations } from '#src/platform/database/auth-migrations.ts'
import type { Migrations } from '#src/platform/database/migrate.ts'
import { platformMigrations } from '#src/platform/database/platform-migrations.ts'
import { migrations as deliberationMigrations } from './deliberation/store/migrations.ts'
import { migrations as organizationMigrations } from './organization/store/migrations.ts'
import { migrations as planMigrations } from './plan/store/migrations.ts'
import { migrations as frameMigrations } from './planning-frame/store/migrations.ts'
import { migrations as processMigrations } from './planning-process/store/migrations.ts'
import { migrations as commentMigrations } from './public-comment/store/migrations.ts'
import { migrations as sheetMigrations } from './request-sheets/store/migrations.ts'
import { migrations as statisticsMigrations } from './statistics/store/migrations.ts'
import { migrations as surveyMigrations } from './surveys/store/migrations.ts'
import { migrations as voiceMigrations } from './voices/store/migrations.ts'

/** All migrations by name. Apart from the register, so that a test of a store loads no pages. */
export const allMigrations: Migrations = {
  ...platformMigrations,
  ...authMigrations,
  ...organizationMigrations,
  ...statisticsMigrations,
  ...planMigrations,
  ...frameMigrations,
  ...processMigrations,
  ...deliberationMigrations,
  ...sheetMigrations,
  ...voiceMigrations,
  ...commentMigrations,
  ...surveyMigrations,
}

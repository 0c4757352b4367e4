import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './context.ts'
import type { Migrations } from './database/migrate.ts'
import { openDatabase } from './database/open.ts'
import type { Settings } from './settings.ts'

const tries = 12
const pauseMilliseconds = 5000

/**
 * Opens the installation's folder and database.
 *
 * A PostgreSQL server that starts later than we do is waited for, one minute; `says` tells the operator meanwhile.
 */
export async function openInstallation(
  { folder, databaseUrl, schema }: Pick<Settings, 'folder' | 'databaseUrl' | 'schema'>,
  migrations: Migrations,
  says: (sentence: string) => void,
): Promise<Database> {
  mkdirSync(folder, { recursive: true })
  accessSync(folder, constants.W_OK)
  if (!databaseUrl) return openDatabase({ path: join(folder, 'shirube.sqlite') }, migrations)
  for (let attempt = 1; ; attempt++) {
    try {
      return await openDatabase({ url: databaseUrl, schema }, migrations)
    } catch (error) {
      if (attempt >= tries || !isAway(error)) throw error
      says(
        `PostgreSQL につながりません。${pauseMilliseconds / 1000}秒後にもう一度試します（${attempt}回目）。`,
      )
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds))
    }
  }
}

const awayCodes = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', '57P03']

/** Whether the server was not there, as opposed to refusing us. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isAway)
  const code = 'code' in error ? String(error.code) : ''
  return awayCodes.includes(code) || /timeout|terminated/i.test(error.message)
}

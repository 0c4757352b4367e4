import type { Permissions } from '#src/lib/permissions.ts'
import type { CliCommand } from './cli.ts'
import type { Context } from './context.ts'
import type { DailyWork } from './daily.ts'
import type { Migrations } from './database/migrate.ts'
import type { JobKind } from './jobs/job-kind.ts'
import type { MountedPage } from './page.ts'
import type { PurgeAgain } from './purges/purge-marks.ts'

/** The steps of the planning process, as the staff menu groups them. */
export const staffGroups = {
  making: '策定の進行',
  basics: '基礎調査',
  participation: '参加',
  plan: '計画',
  publication: '公表',
  progress: '進行管理',
  system: '管理',
} as const
export type StaffGroup = keyof typeof staffGroups

export type PublicEntry = { label: string; href: string }
export type StaffEntry = {
  group: StaffGroup
  label: string
  href: string
  /** Where the other pages of the entry begin, besides its own address. */
  covers?: readonly string[]
  /** Who sees the entry: those who may do one of these actions of the feature. */
  action: string
  /** Work waiting, never a total. */
  count?: (context: Context) => Promise<number>
}

/** One capability of the system, as the shell, the database and the command line see it. */
export type Feature = {
  id: string
  /** 画面に出る名前 */
  label: string
  permissions: Permissions
  /** What each action is called in the permission matrix. */
  actionLabels: Record<string, string>
  pages: readonly MountedPage[]
  publicMenu?: readonly PublicEntry[]
  /** Links at the foot of every public page. */
  publicFooter?: readonly PublicEntry[]
  staffMenu?: readonly StaffEntry[]
  commands?: readonly CliCommand[]
  jobs?: readonly JobKind[]
  /** Done once a day, from the morning on. */
  daily?: DailyWork
  /** Done to data that come back from a backup, before anybody sees them. */
  purgeAgain?: PurgeAgain
  migrations: Migrations
  /** Every concrete public address, for static publication. */
  publicPaths?: (context: Context) => Promise<string[]>
  /** The sample town's rows, and its files in the folder of the installation. */
  sample?: (context: Context, folder: string) => Promise<void>
  /** The feature's part of what the lint of a plan may look at. Only counts and names: whoever may read the plan reads it. */
  lintContext?: (context: Context, planId: string) => Promise<Record<string, unknown>>
}

import { features } from './features/index.ts'
import { allMigrations } from './features/migrations.ts'
import { commands } from './platform/audit/verify-command.ts'
import { backupCommands } from './platform/backup/backup-commands.ts'
import type { CliCommand } from './platform/cli.ts'
import { publishCommand } from './publish-command.ts'

/** Every command of `shirube`, by name. */
export const allCommands: readonly CliCommand[] = [
  ...features.flatMap((feature) => feature.commands ?? []),
  ...commands,
  ...backupCommands(
    allMigrations,
    features.flatMap(({ purgeAgain }) => purgeAgain ?? []),
  ),
  publishCommand,
].sort((a, b) => (a.name < b.name ? -1 : 1))

import type { CliCommand } from '#src/platform/cli.ts'
import { compareCommand } from './compare-command.ts'

/** `shirube cities compare` on files, without a database. */
export const statisticsCommands: readonly CliCommand[] = [compareCommand]

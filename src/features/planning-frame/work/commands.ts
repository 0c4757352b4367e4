import type { CliCommand } from '#src/platform/cli.ts'
import { backtestCommand } from './backtest-command.ts'
import { projectCommand } from './project-command.ts'

/** `shirube project` and `shirube backtest` on files, without a database. */
export const frameCommands: readonly CliCommand[] = [projectCommand, backtestCommand]

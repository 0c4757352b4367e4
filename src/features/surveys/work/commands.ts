import type { CliCommand } from '#src/platform/cli.ts'
import { estimateCommand } from './estimate-command.ts'
import { exportCommand } from './export-command.ts'
import { crossCommand, tabulateCommand } from './table-commands.ts'
import { rakeCommand } from './weight-commands.ts'

/** `shirube survey …` on files, without a database. */
export const surveyCommands: readonly CliCommand[] = [
  tabulateCommand,
  crossCommand,
  estimateCommand,
  rakeCommand,
  exportCommand,
]

import type { CliCommand } from '#src/platform/cli.ts'
import { projectCommand } from './project-command.ts'

/** `shirube project` on files, without a database. */
export const frameCommands: readonly CliCommand[] = [projectCommand]

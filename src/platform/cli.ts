import type { ParseArgsOptionsConfig } from 'node:util'
import type { Role } from '#src/lib/permissions.ts'
import type { Context } from './context.ts'

/** 0 done, 1 findings or refused input, 2 unusable call. */
export type ExitCode = 0 | 1 | 2

/** One call of a command: what was typed, where to write, and the database for those that need it. */
export type CliCall = {
  positionals: readonly string[]
  values: Readonly<Record<string, string | boolean | undefined>>
  /** Result: to standard output. */
  print: (text: string) => void
  /** Remarks for the person: to standard error. */
  remark: (text: string) => void
  now: Date
  /** Opens the installation's database (settings from the environment) and brings it up to date. */
  open: (roles: readonly Role[]) => Promise<Context>
  /** Where the installation keeps its files. */
  folder: string
}

/** `shirube …`: one command of the command line, registered by its feature. */
export type CliCommand = {
  /** 'plan lint' */
  name: string
  summary: string
  /** 'FILE [--gate G3] [--json]' */
  usage: string
  /** More lines of help, in the order of the options. */
  help?: readonly string[]
  options?: ParseArgsOptionsConfig
  run: (call: CliCall) => Promise<ExitCode>
}

/** The call cannot be understood: the command line prints the sentence with the usage and exits with 2. */
export class UnusableCall extends Error {
  override name = 'UnusableCall'
}

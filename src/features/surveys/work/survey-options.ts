import { type CliCall, type CliCommand, type ExitCode, UnusableCall } from '#src/platform/cli.ts'
import { type LoadedSurvey, loadSurvey } from './load-survey.ts'

/** The survey a command names first. */
export function surveyFrom({ positionals: [path], values }: CliCall): Promise<LoadedSurvey> {
  if (!path) throw new UnusableCall('ファイルの名前を書いてください。')
  return loadSurvey(path, typeof values['data'] === 'string' ? values['data'] : undefined)
}

/** What does not fit together is a sentence for the person and exit code 1, not a fault of the program. */
export function telling(run: CliCommand['run']): CliCommand['run'] {
  return async (call): Promise<ExitCode> => {
    try {
      return await run(call)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      call.remark(error.message)
      return 1
    }
  }
}

/** `--banner district,age` as names. */
export function namesIn(value: string | boolean | undefined, option: string): string[] {
  if (typeof value !== 'string' || value === '')
    throw new UnusableCall(`--${option} で列の名前を書いてください。`)
  return value.split(',').map((name) => name.trim())
}

/** Codes of the ways a projection can be impossible; each has its sentence in the error. */
export type ProblemCode =
  | 'E-NEG'
  | 'E-AGE'
  | 'E-OPEN'
  | 'E-UNK'
  | 'E-BASIS'
  | 'E-BOUND'
  | 'E-NAN'
  | 'E-RANGE'
  | 'E-POOL'
  | 'E-DEV'
  | 'E-CTRL'
  | 'E-TIME'
  | 'E-FORM'

/** What is wrong, where (`periods.2.survival.F.4`), and in one sentence for the planner. */
export type Problem = { code: ProblemCode; path: string; message: string }

/** Something the planner should know about a result that was computed all the same. */
export type Flag = { code: string; path: string; message: string }

/** The inputs cannot be projected. `problems` holds every reason found, the message the first ones. */
export class ProjectionError extends RangeError {
  override name = 'ProjectionError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const most = 5
    const shown = problems.slice(0, most).map(({ code, message }) => `${code}：${message}`)
    const rest = problems.length > most ? [`ほか${problems.length - most}件`] : []
    super([...shown, ...rest].join('\n'))
    this.problems = problems
  }
}

/** Throws with one problem. */
export function refuse(code: ProblemCode, path: string, message: string): never {
  throw new ProjectionError([{ code, path, message }])
}

import type { Flag, Problem } from './projection-error.ts'
import type { ProjectionInputs } from './projection-inputs.ts'

export type InputReport = { problems: Problem[]; warnings: Flag[] }

/** Where a period is checked and what is found there. */
export type CheckedPeriod = { inputs: ProjectionInputs; at: number; report: InputReport }

/** How the sexes are called in sentences. */
export const sexWords = { M: '男', F: '女' } as const

export type LengthToCheck = { path: string; expected: number; report: InputReport; last: string }

/** E-AGE with the number of values found and expected, and the last group they should reach. */
export function checkLength(
  values: readonly number[],
  { path, expected, report, last }: LengthToCheck,
): boolean {
  if (values.length === expected) return true
  const message = `${path}の値が${values.length}個あります。最後が${last}なら${expected}個のはずです`
  report.problems.push({ code: 'E-AGE', path, message })
  return false
}

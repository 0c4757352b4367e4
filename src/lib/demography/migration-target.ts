import { groupCount } from './age-groups.ts'
import { projectByCohortComponent } from './cohort-component.ts'
import type { Addition, AgeValues, ProjectionInputs } from './projection-inputs.ts'
import { solveForTarget } from './solve-target.ts'

export type MigrationTarget = {
  year: number
  persons: number
  /**
   * Who comes: persons by sex and age of one newcomer (Σ = 1), length n. Families, or young people, or all
   * alike.
   */
  profile: AgeValues
  /** Most newcomers a year, in or out, that are tried. */
  mostPerYear: number
}

/** Newcomers a year on top of the case (negative: fewer), from its start to the year of the target. */
export type MigrationAnswer = { isReached: boolean; personsPerYear: number; total: number }

/**
 * “Which migration gives 50,000 in 2040?”: how many more people must come each year, of a given profile, for
 * the total of a year to be met. They live, bear and die like the others. Solved by bisection to a hundredth
 * of a person.
 */
export function migrationForTarget(inputs: ProjectionInputs, target: MigrationTarget): MigrationAnswer {
  const until = inputs.periods.filter(({ from }) => from < target.year)
  if (until.at(-1)?.to !== target.year) {
    throw new RangeError(`${target.year}年は、推計の時点ではありません`)
  }
  refuseUnevenProfile(target.profile, groupCount(inputs.ages))
  const totalWith = (personsPerYear: number) => {
    const addition = newcomers(target.profile, personsPerYear * inputs.step)
    const periods = until.map((period) => ({ ...period, additions: [...(period.additions ?? []), addition] }))
    const { population } = projectByCohortComponent({ ...inputs, periods }, { floor: true })
    const { M, F } = population[target.year] as { M: number[]; F: number[] }
    return [...M, ...F].reduce((sum, persons) => sum + persons, 0)
  }
  const answer = solveForTarget({
    valueAt: totalWith,
    target: target.persons,
    low: -target.mostPerYear,
    high: target.mostPerYear,
  })
  const personsPerYear = answer.isReached ? answer.x : answer.nearest
  return { isReached: answer.isReached, personsPerYear, total: answer.value }
}

function refuseUnevenProfile({ M, F }: AgeValues, groups: number) {
  const sum = [...M, ...F].reduce((total, share) => total + share, 0)
  if (M.length === groups && F.length === groups && Math.abs(sum - 1) < 1e-9) return
  throw new RangeError(
    `転入者の年齢構成は、男女${groups}区分ずつ、合計が1になるようにしてください（いま${sum}）`,
  )
}

function newcomers({ M, F }: AgeValues, persons: number): Addition {
  const times = (values: readonly number[]) => values.map((share) => share * persons)
  return { id: 'target', timing: 'half', M: times(M), F: times(F) }
}

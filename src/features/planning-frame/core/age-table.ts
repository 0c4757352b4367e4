import type { ProjectionResult, StateBySex } from '#src/lib/demography/cohort-component.ts'
import { householdsBySize } from '#src/lib/demography/households.ts'
import { roundForPrint } from '#src/lib/demography/print-rounding.ts'
import type { AgeGroups, AgeValues } from '#src/lib/demography/projection-inputs.ts'
import { ageBands, personsIn } from '#src/lib/demography/weighted-sum.ts'
import type { Assumptions } from './assumptions.ts'

/** One year of a scenario in whole persons: the three classes add up to the total. */
export type AgeRow = {
  year: number
  total: number
  child: number
  workingAge: number
  elderly: number
  /** Unknown where the open age group begins earlier. */
  lateElderly: number | undefined
  women20to39: number
  households: number | undefined
  workers: number | undefined
}

/** The years of a result as planners read them: 年少・生産年齢・老年人口, 75歳以上, 20～39歳の女性. */
export function ageRows(
  result: Pick<ProjectionResult, 'years' | 'population' | 'ages'>,
  assumptions?: Assumptions,
): AgeRow[] {
  const [first = 0] = result.years
  return result.years.map((year) => ageRow(stateIn(result, year), { ...result, year, first, assumptions }))
}

type RowRequest = { ages: AgeGroups; year: number; first: number; assumptions: Assumptions | undefined }

function ageRow(state: AgeValues, { ages, year, first, assumptions }: RowRequest): AgeRow {
  const { total, classes } = roundForPrint(state, ages)
  const persons = [...state.M, ...state.F].reduce((sum, count) => sum + count, 0)
  const size = assumptions?.households
  const grown = persons - personsIn(state, ageBands.child, ages)
  return {
    year,
    total,
    ...classes,
    lateElderly: ages.openFrom >= 75 ? Math.round(personsIn(state, ageBands.lateElderly, ages)) : undefined,
    women20to39: Math.round(personsIn(state, ageBands.women20to39, ages)),
    households: size && Math.round(householdsBySize(persons, { ...size, years: year - first })),
    workers: assumptions?.workers && Math.round(grown * assumptions.workers.share),
  }
}

/** The residents of one year of a result. RangeError when the result has no such year. */
export function stateIn({ population }: Pick<ProjectionResult, 'population'>, year: number): StateBySex {
  const state = population[year]
  if (!state) throw new RangeError(`${year}年は、推計の時点ではありません`)
  return state
}

/** Persons of any year within the result: in between, along the straight line from one state to the next. */
export function personsInYear(
  result: Pick<ProjectionResult, 'years' | 'population'>,
  year: number,
): number | undefined {
  const after = result.years.find((one) => one >= year)
  const before = result.years.findLast((one) => one <= year)
  if (after === undefined || before === undefined) return undefined
  const total = (one: number) => {
    const { M, F } = stateIn(result, one)
    return [...M, ...F].reduce((sum, persons) => sum + persons, 0)
  }
  if (after === before) return total(after)
  return total(before) + ((total(after) - total(before)) * (year - before)) / (after - before)
}

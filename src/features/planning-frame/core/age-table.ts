import type { ProjectionResult, StateBySex } from '#src/lib/demography/cohort-component.ts'
import { roundForPrint } from '#src/lib/demography/print-rounding.ts'
import type { AgeGroups, AgeValues } from '#src/lib/demography/projection-inputs.ts'
import { type AgeBand, ageBands, personsIn } from '#src/lib/demography/weighted-sum.ts'

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
}

/** The years of a result as planners read them: 年少・生産年齢・老年人口, 75歳以上, 20～39歳の女性. */
export const ageRows = (result: Pick<ProjectionResult, 'years' | 'population' | 'ages'>): AgeRow[] =>
  result.years.map((year) => ageRow(stateIn(result, year), { ages: result.ages, year }))

function ageRow(state: AgeValues, { ages, year }: { ages: AgeGroups; year: number }): AgeRow {
  const { total, classes } = roundForPrint(state, ages)
  return {
    year,
    total,
    ...classes,
    lateElderly: bandPersons(state, { band: ageBands.lateElderly, ages }),
    women20to39: Math.round(personsIn(state, ageBands.women20to39, ages)),
  }
}

/** Persons of a band in whole persons; unknown where the open age group begins earlier. */
const bandPersons = (state: AgeValues, { band, ages }: { band: AgeBand; ages: AgeGroups }) =>
  ages.openFrom >= Math.max(band.from, band.to ?? 0) ? Math.round(personsIn(state, band, ages)) : undefined

/** The ages that schools and care are planned for (就学・介護の年齢). */
export const careBands = [
  { key: 'preschool', label: '0～5歳（就学前）', band: ageBands.preschool },
  { key: 'primarySchool', label: '6～11歳（小学生）', band: ageBands.primarySchool },
  { key: 'juniorHighSchool', label: '12～14歳（中学生）', band: ageBands.juniorHighSchool },
  { key: 'lateElderly', label: '75歳以上', band: ageBands.lateElderly },
  { key: 'careAge', label: '85歳以上', band: ageBands.careAge },
] as const

/** One year by those ages; in five-year groups the school ages are estimates, for they cut the groups. */
export type CareRow = { year: number; persons: (number | undefined)[] }

export const careRows = (result: Pick<ProjectionResult, 'years' | 'population' | 'ages'>): CareRow[] =>
  result.years.map((year) => ({
    year,
    persons: careBands.map(({ band }) => bandPersons(stateIn(result, year), { band, ages: result.ages })),
  }))

/** The residents of one year of a result. RangeError when the result has no such year. */
export function stateIn({ population }: Pick<ProjectionResult, 'population'>, year: number): StateBySex {
  const state = population[year]
  if (!state) throw new RangeError(`${year}年は、推計の時点ではありません`)
  return state
}

/** The residents of any year within a result: in between, on the straight line from one state to the next. */
export function stateInYear(
  result: Pick<ProjectionResult, 'years' | 'population'>,
  year: number,
): StateBySex | undefined {
  const after = result.years.find((one) => one >= year)
  const before = result.years.findLast((one) => one <= year)
  if (after === undefined || before === undefined) return undefined
  const [from, to] = [stateIn(result, before), stateIn(result, after)]
  const part = after > before ? (year - before) / (after - before) : 0
  const between = (sex: 'M' | 'F') =>
    from[sex].map((persons, group) => persons + part * ((to[sex][group] as number) - persons))
  return { M: between('M'), F: between('F') }
}

/** Persons of any year within the result. */
export function personsInYear(
  result: Pick<ProjectionResult, 'years' | 'population'>,
  year: number,
): number | undefined {
  const state = stateInYear(result, year)
  return state && [...state.M, ...state.F].reduce((sum, persons) => sum + persons, 0)
}

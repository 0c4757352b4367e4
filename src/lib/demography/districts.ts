import { checkedFlags, type StateBySex, startingStates, stateOf } from './cohort-component.ts'
import { type ChangeRatios, changeInputs } from './hamilton-perry.ts'
import { refuse } from './projection-error.ts'
import type { Addition, AgeGroups, AgeValues, Area, Basis } from './projection-inputs.ts'
import { rake } from './rake.ts'
import { type StepPlan, stepForward } from './step-plan.ts'
import { planOf } from './write-step.ts'

/**
 * A district (地区・小学校区) with its counted residents, its own ratios and what is built in it, a list a period.
 */
export type District = {
  area: Area
  base: AgeValues
  ratios: Pick<ChangeRatios, 'M' | 'F' | 'cwr' | 'sexRatio04'>
  additions?: readonly (readonly Addition[])[]
}

/** The city the districts have to add up to: its states by year, on the same ages and basis. */
export type CityToMeet = {
  ages: AgeGroups
  basis: Basis
  baseDate: string
  years: readonly number[]
  population: Readonly<Record<string, AgeValues>>
}

/** Residents by district, in the order given, by year: sex and age add up to the city's in every year. */
export type DistrictStates = { area: Area; population: Record<string, StateBySex> }[]

/**
 * Projects districts by their cohort change ratios and fits them, in each year, to the city's sex and age
 * (columns) and to the districts' own totals, scaled to the city's (rows), by raking. Fitted states are where
 * the next step begins. E-CTRL where the city has residents of an age that no district has.
 */
export function projectDistricts(districts: readonly District[], city: CityToMeet): DistrictStates {
  const { ages, basis, baseDate, years } = city
  const until = years.at(-1) as number
  const runs = districts.map(({ area, base, ratios, additions = [] }) => {
    const plain = changeInputs({ area, basis, baseDate, ages, base, ratios, until })
    const periods = plain.periods.map((period, at) => ({ ...period, additions: additions[at] ?? [] }))
    const inputs = { ...plain, periods }
    checkedFlags(inputs)
    const plan = planOf(inputs)
    return { area, plan, states: startingStates(inputs, plan) }
  })
  for (const [step, year] of years.entries()) {
    if (step > 0) for (const { plan, states } of runs) stepForward(plan, step - 1, states)
    fit(runs, { step, goal: cityState(city, year) })
  }
  return runs.map(({ area, states, plan: { groups } }) => ({
    area,
    population: Object.fromEntries(
      years.map((year, step) => {
        const state = stateOf(states, step, groups)
        return [year, { M: [...state.subarray(0, groups)], F: [...state.subarray(groups)] }]
      }),
    ),
  }))
}

function cityState({ population }: CityToMeet, year: number): number[] {
  const state = population[year]
  return state
    ? [...state.M, ...state.F]
    : refuse('E-CTRL', `city.${year}`, `市の${year}年の人口がありません`)
}

type DistrictRun = { plan: StepPlan; states: Float64Array }

function fit(runs: readonly DistrictRun[], { step, goal }: { step: number; goal: readonly number[] }) {
  const width = goal.length
  const cells = new Float64Array(runs.length * width)
  const views = runs.map(({ states, plan }) => stateOf(states, step, plan.groups))
  for (const [row, state] of views.entries()) cells.set(state, row * width)
  const sums = views.map((state) => state.reduce((sum, persons) => sum + persons, 0))
  const all = sums.reduce((sum, persons) => sum + persons, 0)
  const wanted = goal.reduce((sum, persons) => sum + persons, 0)
  rake({ cells, rows: sums.map((persons) => (persons * wanted) / all), columns: goal })
  for (const [row, state] of views.entries()) state.set(cells.subarray(row * width, (row + 1) * width))
}

/**
 * What may be printed of a district: nothing by age under 1,000 but three classes; no cell under 20 persons.
 */
export const districtPrintRules = { fewestForAges: 1000, fewestForCell: 20 } as const

import type { ProjectionResult, StateBySex } from '#src/lib/demography/cohort-component.ts'
import {
  calibrated,
  type HeadshipRates,
  householdsByHeadship,
  householdsBySize,
  householdTypes,
} from '#src/lib/demography/households.ts'
import { roundToSum } from '#src/lib/demography/print-rounding.ts'
import type { AgeGroups, AgeValues } from '#src/lib/demography/projection-inputs.ts'
import { ratesInYear } from '#src/lib/demography/rate-table.ts'
import { ageBands, bandWeights, weightedSum } from '#src/lib/demography/weighted-sum.ts'
import { stateIn, stateInYear } from './age-table.ts'
import type { Assumptions } from './assumptions.ts'
import type { Fit, HeadshipAssumption } from './rate-assumptions.ts'

export type HouseholdType = (typeof householdTypes)[number]
export const householdTypeLabels: Record<HouseholdType, string> = {
  single: '単独',
  couple: '夫婦のみ',
  'couple-with-children': '夫婦と子',
  'one-parent': 'ひとり親と子',
  other: 'その他',
}

/** Households (一般世帯) of one year in whole numbers: the types add up to the total. */
export type HouseholdRow = {
  year: number
  total: number
  /** Residents in private households per household. */
  size: number
  /** Absent where households are had from their size alone (簡易). */
  types?: Record<HouseholdType, number>
  /** One person of 65 or older, alone. */
  elderlySingle?: number
}

type Result = Pick<ProjectionResult, 'years' | 'population' | 'ages'>

/** The households of every year of a result, by headship rates or by size; none where nothing is assumed. */
export function householdRows(result: Result, { headship, households }: Assumptions): HouseholdRow[] {
  if (headship) {
    const factor = headshipFactor(result, headship)
    return result.years.map((year) => rowByHeadship(result, { headship, year, factor }))
  }
  if (!households) return []
  const [first = 0] = result.years
  return result.years.map((year) => {
    const persons = sumOf(stateIn(result, year))
    const total = Math.round(householdsBySize(persons, { ...households, years: year - first }))
    return { year, total, size: total > 0 ? persons / total : 0 }
  })
}

const sumOf = ({ M, F }: AgeValues) => [...M, ...F].reduce((sum, persons) => sum + persons, 0)

type Given = { headship: HeadshipAssumption; year: number; factor: number }

function rowByHeadship(result: Result, { headship, year, factor }: Given): HouseholdRow {
  const { ages } = result
  const state = stateIn(result, year)
  const { rates, institutional } = ratesOf(headship, { ages, year, factor })
  const counted = householdsByHeadship(state, { rates, institutional })
  const total = Math.round(counted.total)
  const whole = roundToSum(
    householdTypes.map((type) => counted[type]),
    total,
  )
  const old = bandWeights(ageBands.elderly, ages)
  const alone = householdsByHeadship(only(state, old), { rates: { single: rates.single }, institutional })
  return {
    year,
    total,
    size: total > 0 ? atHome(state, institutional) / counted.total : 0,
    types: Object.fromEntries(householdTypes.map((type, at) => [type, whole[at] ?? 0])) as Record<
      HouseholdType,
      number
    >,
    elderlySingle: Math.round(alone.total),
  }
}

const only = (state: AgeValues, weights: AgeValues): AgeValues => ({
  M: state.M.map((persons, group) => persons * (weights.M[group] as number)),
  F: state.F.map((persons, group) => persons * (weights.F[group] as number)),
})

/** Residents who are not in institutions. */
const atHome = (state: StateBySex, institutional: AgeValues) =>
  sumOf(state) - weightedSum(state, institutional)

function ratesOf(
  { rows }: HeadshipAssumption,
  { ages, year, factor }: { ages: AgeGroups; year: number; factor: number },
) {
  const column = (at: number) => ratesInYear(rows, { ages, year, column: at })
  const rates = Object.fromEntries(
    householdTypes.map((type, at): [HouseholdType, AgeValues] => {
      const { M, F } = column(at)
      return [type, { M: M.map((rate) => rate * factor), F: F.map((rate) => rate * factor) }]
    }),
  ) as unknown as HeadshipRates<HouseholdType>
  return { rates, institutional: column(householdTypes.length) }
}

/** What the rates are multiplied by, so that there are as many households per resident as were counted. */
export function headshipFactor(result: Result, headship: HeadshipAssumption): number {
  const { fit } = headship
  if (!fit) return 1
  const { year } = fit
  const { rates, institutional } = ratesOf(headship, { ages: result.ages, year, factor: 1 })
  const state = fitState(result, fit)
  const goal = (fit.counted / fit.among) * atHome(state, institutional)
  const living = only(state, shareAtHome(institutional))
  return calibrated(rates, { state: living, counted: goal }).factor
}

const shareAtHome = ({ M, F }: AgeValues): AgeValues => ({
  M: M.map((share) => 1 - share),
  F: F.map((share) => 1 - share),
})

/** The residents of the year rates are fitted in. RangeError outside the projection: the form refuses it before. */
export function fitState(result: Result, { year }: Pick<Fit, 'year'>): StateBySex {
  const state = stateInYear(result, year)
  if (!state) throw new RangeError(`${year}年は、推計の期間の外です`)
  return state
}

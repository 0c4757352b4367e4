import type { ProjectionResult } from '#src/lib/demography/cohort-component.ts'
import { roundToSum } from '#src/lib/demography/print-rounding.ts'
import { ratesInYear, yearsOf } from '#src/lib/demography/rate-table.ts'
import { bandWeights, weightedSum } from '#src/lib/demography/weighted-sum.ts'
import { type IndustryShares, workersByParticipation } from '#src/lib/demography/workers.ts'
import { stateIn } from './age-table.ts'
import type { Assumptions } from './assumptions.ts'
import { fitState } from './households.ts'
import type { IndustryRow, ParticipationAssumption } from './rate-assumptions.ts'

export const industryLabels = {
  primary: '第1次産業',
  secondary: '第2次産業',
  tertiary: '第3次産業',
  unclassified: '分類不能',
} as const satisfies Record<keyof IndustryShares, string>
export type Industry = keyof typeof industryLabels
export const industries = Object.keys(industryLabels) as Industry[]

/** Workers (就業者) of one year in whole numbers: the industries add up to the total. */
export type WorkerRow = { year: number; total: number; industries?: Record<Industry, number> }

type Result = Pick<ProjectionResult, 'years' | 'population' | 'ages'>

const grown = { from: 15 } as const

/** The workers of every year of a result, by participation or by one share; none where nothing is assumed. */
export function workerRows(result: Result, { participation, workers }: Assumptions): WorkerRow[] {
  const { years, ages } = result
  if (participation) {
    const factor = participationFactor(result, participation)
    return years.map((year) => rowByParticipation(result, { participation, year, factor }))
  }
  if (!workers) return []
  return years.map((year) => ({
    year,
    total: Math.round(weightedSum(stateIn(result, year), bandWeights(grown, ages)) * workers.share),
  }))
}

type Given = { participation: ParticipationAssumption; year: number; factor: number }

function rowByParticipation(result: Result, { participation, year, factor }: Given): WorkerRow {
  const { M, F } = ratesInYear(participation.rows, { ages: result.ages, year, column: 0 })
  const times = (values: readonly number[]) => values.map((value) => value * factor)
  const shares = sharesIn(participation.industries, year)
  const counted = workersByParticipation(stateIn(result, year), {
    participation: { M: times(M), F: times(F) },
    shares: shares ?? { primary: 0, secondary: 0, tertiary: 0, unclassified: 1 },
  })
  const total = Math.round(counted.total)
  if (!shares) return { year, total }
  const whole = roundToSum(
    industries.map((industry) => counted[industry]),
    total,
  )
  const byIndustry = Object.fromEntries(industries.map((industry, at) => [industry, whole[at] ?? 0]))
  return { year, total, industries: byIndustry as Record<Industry, number> }
}

/** Shares of a year on the straight line between the years of the table; nothing without a table. */
function sharesIn(rows: readonly IndustryRow[], year: number): IndustryShares | undefined {
  const years = yearsOf(rows)
  const at = (one: number | undefined) => rows.find((row) => row.year === one)
  const before = at(years.findLast((one) => one <= year) ?? years[0])
  const after = at(years.find((one) => one >= year) ?? years.at(-1))
  if (!before || !after) return undefined
  const part = after.year > before.year ? (year - before.year) / (after.year - before.year) : 0
  const between = (industry: Industry) => before[industry] + part * (after[industry] - before[industry])
  const [primary, secondary, tertiary] = [between('primary'), between('secondary'), between('tertiary')]
  return { primary, secondary, tertiary, unclassified: Math.max(0, 1 - primary - secondary - tertiary) }
}

/** What the rates are multiplied by, so that there are as many workers per grown resident as were counted. */
export function participationFactor(result: Result, { rows, fit }: ParticipationAssumption): number {
  if (!fit) return 1
  const state = fitState(result, fit)
  const working = weightedSum(state, ratesInYear(rows, { ages: result.ages, year: fit.year, column: 0 }))
  if (!(working > 0)) throw new RangeError('就業率がすべて0なので、実数に合わせられません')
  const people = weightedSum(state, bandWeights(grown, result.ages))
  return ((fit.counted / fit.among) * people) / working
}

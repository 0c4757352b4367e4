import { fertileGroups } from '#src/lib/demography/age-groups.ts'
import { changeRatios } from '#src/lib/demography/hamilton-perry.ts'
import { ProjectionError } from '#src/lib/demography/projection-error.ts'
import type { Area, PeriodInputs, ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { type Count, tableAges } from './count-table.ts'
import { nationalSurvival, survivalSource } from './national-survival.ts'
import type { PublishedProjection } from './published-projections.ts'
import type { ResidentCount } from './scenario.ts'

export type MadeInputs =
  | { inputs: ProjectionInputs; problem?: undefined }
  | { inputs?: undefined; problem: string }

const step = 5

/** Counts by age that lie five years apart, the newest pair first: what a case of cohort change can be made of. */
export function changePairs(
  counts: readonly ResidentCount[],
): { earlier: ResidentCount; later: ResidentCount }[] {
  const known = new Map(counts.filter(({ ages }) => ages).map((count) => [count.year, count]))
  return [...known.values()]
    .flatMap((later) => {
      const earlier = known.get(later.year - step)
      return earlier ? [{ earlier, later }] : []
    })
    .sort((a, b) => b.later.year - a.later.year)
}

type FromChange = { area: Area; earlier: ResidentCount; later: ResidentCount; until: number }

/**
 * コーホート変化率のケース: the change between two counts goes on until a year. What the nation's survival does not
 * explain of it is net migration, so that births, deaths and moves can be changed one by one.
 */
export function inputsFromChange({ area, earlier, later, until }: FromChange): MadeInputs {
  const [first, second] = [earlier.ages, later.ages]
  if (!first || !second) return { problem: '男女・年齢別の実績が2回分要ります' }
  const ratios = ratiosOf(first, second)
  if ('problem' in ratios) return ratios
  const periods = Array.from({ length: Math.ceil((until - later.year) / step) }, (_, at) =>
    periodOf(later.year + at * step, ratios),
  )
  return {
    inputs: {
      ...frame(area, later.year, second),
      periods,
      source: [
        {
          table: `実績の人口（${earlier.year}年・${later.year}年）`,
          edition: later.source,
          note: '2つの年の間の変化率が、この先も続くとしています。変化率から全国の生残率を引いたものを、純移動率としています。',
        },
        survivalSource,
      ],
    },
  }
}

/** The years a published projection has in five-year steps by sex and age; fewer than two give no case. */
export const publishedYears = ({ byYear }: PublishedProjection): number[] => {
  const years = [...byYear].flatMap(([year, { ages }]) => (ages ? [year] : [])).sort((a, b) => a - b)
  const [first = 0] = years
  return years.filter((year, at) => year === first + at * step)
}

/**
 * 公表された推計に準拠したケース: every step goes from one published state to the next. The ratios are worked out of the
 * results; they are not the assumptions of those who projected.
 */
export function inputsFromPublished(area: Area, projection: PublishedProjection): MadeInputs {
  const years = publishedYears(projection)
  const states = years.map((year) => projection.byYear.get(year)?.ages)
  const periods: PeriodInputs[] = []
  for (const [at, from] of years.slice(0, -1).entries()) {
    const [before, after] = [states[at], states[at + 1]]
    const ratios = before && after ? ratiosOf(before, after) : { problem: '年齢別の値がありません' }
    if ('problem' in ratios) return ratios
    periods.push(periodOf(from, ratios))
  }
  const [base] = states
  if (!base || periods.length === 0) return { problem: '5年おきの、男女・5歳階級別の値が2回分以上要ります' }
  return {
    inputs: {
      ...frame(area, years[0] ?? 0, base),
      periods,
      source: [
        {
          table: projection.title,
          note: '純移動率と子ども女性比は、公表された結果から逆に求めた値で、公表した機関の仮定値そのものではありません。',
        },
        survivalSource,
      ],
    },
  }
}

const frame = (area: Area, year: number, base: Count) => ({
  schema: 'shirube-projection/1' as const,
  area,
  basis: 'census-adjusted' as const,
  baseDate: `${year}-10-01`,
  step: 5 as const,
  ages: tableAges,
  base,
})

type Ratios = { M: number[]; F: number[]; cwr: number; sexRatio04: number }

/** Change ratios between two states; a cell where nobody was is a problem that names it. */
function ratiosOf(earlier: Count, later: Count): Ratios | { problem: string } {
  try {
    const { M, F } = changeRatios([{ earlier, later }], tableAges)
    const { first, last } = fertileGroups(tableAges)
    const women = later.F.slice(first, last + 1).reduce((sum, persons) => sum + persons, 0)
    const [boys = 0, girls = 0] = [later.M[0], later.F[0]]
    if (!(women > 0 && girls > 0)) return { problem: '15～49歳の女性か、0～4歳の子どもが0人です' }
    return { M, F, cwr: (boys + girls) / women, sexRatio04: boys / girls }
  } catch (error) {
    if (!(error instanceof ProjectionError)) throw error
    return { problem: error.problems.map(({ message }) => message).join('。') }
  }
}

function periodOf(from: number, { M, F, cwr, sexRatio04 }: Ratios): PeriodInputs {
  const to = from + step
  const survival = nationalSurvival({ from, to })
  const moves = (sex: 'M' | 'F', ratios: readonly number[]) =>
    ratios.map((ratio, at) => (at === 0 ? 0 : ratio - (survival[sex][at] ?? 0)))
  return {
    from,
    to,
    openGroup: 'pooled',
    survival,
    migration: { kind: 'net-rate', M: moves('M', M), F: moves('F', F) },
    fertility: { kind: 'cwr', cwr, women: [15, 49], sexRatio04 },
  }
}

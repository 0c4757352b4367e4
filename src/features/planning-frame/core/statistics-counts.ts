import { ageOfCode } from '#src/features/statistics/core/readers/age-items.ts'
import type { AreaSeries } from '#src/features/statistics/core/series.ts'
import { ageLabels } from '#src/lib/demography/age-groups.ts'
import { distributeUnknown } from '#src/lib/demography/unknown-age.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { tableAges, totalOf } from './count-table.ts'
import type { ResidentCount } from './scenario.ts'

/**
 * The censuses among the statistics of a city, by sex and five-year age with unknown ages distributed. Years without
 * every group up to 90歳以上 are left out; register and projection are other bases and never read here.
 */
export function countsFromStatistics(
  { series }: Pick<AreaSeries, 'series'>,
  credits: ReadonlyMap<string, string>,
): ResidentCount[] {
  const census = series.filter(({ item }) => item.basis === 'census' && ageOfCode(item.code))
  const years = new Set(census.flatMap(({ points }) => points.map(({ time }) => time)))
  return [...years].sort().flatMap((time): ResidentCount[] => {
    const value = (code: string) => {
      const point = census
        .find(({ item }) => item.code === code)
        ?.points.find((one) => one.time === time && typeof one.value === 'number')
      return typeof point?.value === 'number' ? point.value : undefined
    }
    const of = (sex: 'M' | 'F') => ageLabels(tableAges).map((label) => value(`K-${sex}-${label}`))
    const [M, F] = [of('M'), of('F')]
    if (!/^\d{4}$/.test(time) || !isWhole(M) || !isWhole(F) || isEmpty(M) || isEmpty(F)) return []
    const unknown = { M: value('K-M-unknown') ?? 0, F: value('K-F-unknown') ?? 0 }
    const { base, unknownPersons } = distributeUnknown({ M, F }, unknown)
    const source = credits.get(census[0]?.datasetId ?? '') ?? '国勢調査'
    const told = unknownPersons > 0 ? `（年齢不詳${groupedNumber(unknownPersons, 0)}人を按分）` : ''
    return [{ year: Number(time), persons: totalOf(base), ages: base, source: `${source}${told}` }]
  })
}

const isWhole = (values: readonly (number | undefined)[]): values is number[] => !values.includes(undefined)

/** An evacuated town has nobody of known age. */
const isEmpty = (values: readonly number[]) => values.every((persons) => persons === 0)

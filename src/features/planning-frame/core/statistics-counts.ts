import { ageOfCode } from '#src/features/statistics/core/readers/age-items.ts'
import type { AreaSeries, Series } from '#src/features/statistics/core/series.ts'
import { distributeUnknown } from '#src/lib/demography/unknown-age.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { totalOf } from './count-table.ts'
import { fiveYearAges } from './open-group.ts'
import type { ResidentCount } from './scenario.ts'

/**
 * The censuses among the statistics of a city, by sex and five-year age with unknown ages distributed, each year from
 * whichever data set has it. Years without every group up to 90歳以上 are left out; register and projection are other
 * bases and never read here.
 */
export function countsFromStatistics(
  { series }: Pick<AreaSeries, 'series'>,
  credits: ReadonlyMap<string, string>,
): ResidentCount[] {
  const census = series.filter(({ item }) => item.basis === 'census' && ageOfCode(item.code))
  const years = new Set(census.flatMap(({ points }) => points.map(({ time }) => time)))
  return [...years].sort().flatMap((time): ResidentCount[] => {
    if (!/^\d{4}$/.test(time)) return []
    return [...Map.groupBy(census, ({ datasetId }) => datasetId)]
      .flatMap(([datasetId, own]) => countIn(own, { time, source: credits.get(datasetId) ?? '国勢調査' }))
      .slice(0, 1)
  })
}

function countIn(
  series: readonly Series[],
  { time, source }: { time: string; source: string },
): ResidentCount[] {
  const values = new Map(
    series.map(({ item, points }) => [item.code, points.find((point) => point.time === time)?.value]),
  )
  const [men, women] = [sexIn(values, 'M'), sexIn(values, 'F')]
  if (!men || !women || isEmpty(men.ages) || isEmpty(women.ages)) return []
  const unknown = { M: men.unknown, F: women.unknown }
  const { base, unknownPersons } = distributeUnknown({ M: men.ages, F: women.ages }, unknown)
  const told = unknownPersons > 0 ? `（年齢不詳${groupedNumber(unknownPersons, 0)}人を按分）` : ''
  return [{ year: Number(time), persons: totalOf(base), ages: base, source: `${source}${told}` }]
}

type Values = ReadonlyMap<string, Series['points'][number]['value'] | undefined>

/** One sex. A census writes 「-」 where nobody is: that is 0 only where the other groups add up to the total of the table. */
function sexIn(values: Values, sex: 'M' | 'F'): { ages: number[]; unknown: number } | undefined {
  const numberOf = (age: string) => {
    const value = values.get(`K-${sex}-${age}`)
    return typeof value === 'number' ? value : undefined
  }
  const unknown = numberOf('unknown') ?? 0
  const known = fiveYearAges(numberOf)
  if (known) return { ages: known, unknown }
  const withNobody = fiveYearAges((age) =>
    values.get(`K-${sex}-${age}`) === 'not-applicable' ? 0 : numberOf(age),
  )
  const sum = withNobody?.reduce((total, persons) => total + persons, unknown)
  return withNobody && sum === numberOf('total') ? { ages: withNobody, unknown } : undefined
}

/** An evacuated town has nobody of known age. */
const isEmpty = (values: readonly number[]) => values.every((persons) => persons === 0)

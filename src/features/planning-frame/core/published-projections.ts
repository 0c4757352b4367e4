import type { AreaSeries, Series } from '#src/features/statistics/core/series.ts'
import { ageLabels } from '#src/lib/demography/age-groups.ts'
import { type Count, tableAges, totalOf } from './count-table.ts'

/** A published projection of the city as the statistics keep it: persons by year, by age where the file had ages. */
export type PublishedProjection = {
  title: string
  from: number
  byYear: Map<number, { persons: number; ages?: Count }>
}

/** The projections among the statistics of a city, a data set each. */
export function publishedProjections(
  { series }: Pick<AreaSeries, 'series'>,
  titles: ReadonlyMap<string, string>,
): PublishedProjection[] {
  const projected = series.filter(({ item }) => item.basis === 'projection')
  return [...Map.groupBy(projected, ({ datasetId }) => datasetId)].flatMap(([datasetId, own]) => {
    const byYear = yearsOf(own)
    const [from] = [...byYear.keys()].sort((a, b) => a - b)
    return from === undefined ? [] : [{ title: titles.get(datasetId) ?? '公表された推計', from, byYear }]
  })
}

function yearsOf(own: readonly Series[]): PublishedProjection['byYear'] {
  const years = new Set(own.flatMap(({ points }) => points.map(({ time }) => time)))
  const entries = [...years].flatMap((time): [number, { persons: number; ages?: Count }][] => {
    const value = (code: string) => {
      const found = own.find(({ item }) => item.code === code)?.points.find((point) => point.time === time)
      return typeof found?.value === 'number' ? found.value : undefined
    }
    const ages = agesIn(value)
    const persons = ages ? totalOf(ages) : value('S-T-total')
    return persons === undefined ? [] : [[Number(time.slice(0, 4)), { persons, ...(ages ? { ages } : {}) }]]
  })
  return new Map(entries)
}

/** Both sexes by five-year age up to 90歳以上; older groups of a newer projection are summed into it. */
function agesIn(value: (code: string) => number | undefined): Count | undefined {
  const of = (sex: 'M' | 'F') =>
    ageLabels(tableAges).map((label) => {
      const own = value(`S-${sex}-${label}`)
      if (own !== undefined || !label.endsWith('+')) return own
      const [middle, open] = [value(`S-${sex}-90-94`), value(`S-${sex}-95+`)]
      return middle === undefined || open === undefined ? undefined : middle + open
    })
  const [M, F] = [of('M'), of('F')]
  const isWhole = (values: readonly (number | undefined)[]): values is number[] => !values.includes(undefined)
  return isWhole(M) && isWhole(F) ? { M, F } : undefined
}

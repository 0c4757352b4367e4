import type { AreaSeries, Series } from '#src/features/statistics/core/series.ts'
import { type Count, totalOf } from './count-table.ts'
import { fiveYearAges } from './open-group.ts'

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

function agesIn(value: (code: string) => number | undefined): Count | undefined {
  const [M, F] = [fiveYearAges((age) => value(`S-M-${age}`)), fiveYearAges((age) => value(`S-F-${age}`))]
  return M && F ? { M, F } : undefined
}

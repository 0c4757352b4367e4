import type { Dataset } from '../../core/dataset-form.ts'
import { type Known, latestOf, type Series } from '../../core/series.ts'
import type { ImportEntry } from '../../store/queries.ts'

export type LatestCited = { point: Known; datasetTitle: string; edition: string }

type Source = { series: Series; imports: readonly ImportEntry[]; datasets: readonly Dataset[] }

/** The latest figure with the data set and the edition it came from. */
export function latestCited({ series, imports, datasets }: Source): LatestCited | undefined {
  const point = latestOf(series)
  if (!point) return undefined
  const { importNumber } = series.points.findLast(({ time }) => time === point.time) ?? { importNumber: 0 }
  return {
    point,
    datasetTitle: datasets.find(({ id }) => id === series.datasetId)?.title ?? '',
    edition: imports.find(({ number }) => number === importNumber)?.edition ?? '',
  }
}

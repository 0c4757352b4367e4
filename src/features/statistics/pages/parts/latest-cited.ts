import type { Dataset } from '../../core/dataset-form.ts'
import { type Known, knownPoints, latestOf, type Series } from '../../core/series.ts'
import type { ImportEntry } from '../../store/queries.ts'

export type LatestCited = { point: Known; datasetTitle: string; edition: string }

type Source = { series: Series; imports: readonly ImportEntry[]; datasets: readonly Dataset[] }

/** The latest figure with the data set and the edition it came from. */
export const latestCited = (source: Source): LatestCited | undefined =>
  citedAt(source, latestOf(source.series)?.time)

/** The same of the figure of a time; undefined where there is no number. */
export function citedAt(
  { series, imports, datasets }: Source,
  time: string | undefined,
): LatestCited | undefined {
  const point = knownPoints(series).find((one) => one.time === time)
  if (!point) return undefined
  const { importNumber } = series.points.findLast((one) => one.time === time) ?? { importNumber: 0 }
  return {
    point,
    datasetTitle: datasets.find(({ id }) => id === series.datasetId)?.title ?? '',
    edition: imports.find(({ number }) => number === importNumber)?.edition ?? '',
  }
}

/** One recorded or wished value. */
export type ChartPoint = { fiscalYear: number; value: number }

/** What a chart of an indicator shows, as plain values. */
export type IndicatorSeries = {
  name: string
  unit: string
  decimals: number
  /** By year. */
  actuals: readonly ChartPoint[]
  baseline: ChartPoint | undefined
  /** By year. */
  interim: readonly ChartPoint[]
  target: ChartPoint | undefined
  /** A range to stay in, in the target year. */
  range: { fiscalYear: number; low: number; high: number } | undefined
  /** First and last fiscal year of the plan. */
  period: readonly [number, number]
}

/** All values the chart shows, of a range its two ends. */
export function drawnPoints(series: IndicatorSeries): ChartPoint[] {
  const { actuals, baseline, interim, target, range } = series
  const ends = range ? [range.low, range.high].map((value) => ({ fiscalYear: range.fiscalYear, value })) : []
  return [...actuals, ...(baseline ? [baseline] : []), ...interim, ...(target ? [target] : []), ...ends]
}

/**
 * From the baseline (or else the latest actual) over the interim values to the target, or to the nearer end of the
 * range. What lies before the start is no way to go.
 */
export function wayToTarget({ actuals, baseline, interim, target, range }: IndicatorSeries): ChartPoint[] {
  const start = baseline ?? actuals.at(-1)
  if (!start) return []
  const ahead = [...interim, ...(target ? [target] : [])].filter(
    ({ fiscalYear }) => fiscalYear > start.fiscalYear,
  )
  const way = [start, ...ahead]
  if (!range || range.fiscalYear <= start.fiscalYear) return way
  const from = way.at(-1)?.value ?? start.value
  return [...way, { fiscalYear: range.fiscalYear, value: Math.min(range.high, Math.max(range.low, from)) }]
}

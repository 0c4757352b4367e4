import type { Entered, Problems } from '#src/platform/form.ts'
import type { AreaSeries, Series } from '../../core/series.ts'
import type { FigureUse } from '../../core/updates.ts'
import type { ImportEntry } from '../../store/queries.ts'
import type { Divided } from './division.tsx'

/** The places a person may tie a figure to, and what was typed. */
export type Citing = {
  subjects: readonly { value: string; label: string }[]
  problems: Problems
  entered: Entered
}

/** What the page of a series shows. */
export type SeriesGiven = Divided & {
  city: AreaSeries
  series: Series
  imports: readonly ImportEntry[]
  citing: Citing
  /** Where the plan that is worked on uses it, and its public page where the published one does. */
  uses: readonly FigureUse[]
  publicHref: string | undefined
}

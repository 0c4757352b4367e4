import type { Dataset } from './dataset-form.ts'
import type { FigureReference } from './figure-reference.ts'
import type { Known } from './series.ts'
import type { SourceKind } from './source-kinds.ts'
import { positionOf, readTime, yearOf } from './times.ts'

/** A place of the plan that uses a figure, with the value it has there where it is known. */
export type FigureUse = FigureReference & { label: string; href: string; value?: number | undefined }

/** 更新できます: a figure in the plan whose source says something newer, or has corrected it. */
export type UpdateLine = { use: FigureUse; now: Known; isCorrection: boolean }

/** The figures of the plan that could be brought up to date; they are never changed by themselves. */
export function updatesOf(
  uses: readonly FigureUse[],
  known: (use: FigureUse) => readonly Known[] | undefined,
): UpdateLine[] {
  return uses.flatMap((use): UpdateLine[] => {
    const points = known(use) ?? []
    const latest = points.at(-1)
    if (latest && positionOf(latest.time) > positionOf(use.time)) {
      return [{ use, now: latest, isCorrection: false }]
    }
    const same = points.find(({ time }) => time === use.time)
    const isChanged = same !== undefined && use.value !== undefined && same.value !== use.value
    return isChanged ? [{ use, now: same, isCorrection: true }] : []
  })
}

/** A data set with a newer file probably out, and why. */
export type AgedDataset = { dataset: Dataset; edition: string; words: string }

/** What is known of a data set: its latest edition, when that was taken in, and the newest time with a value. */
export type DatasetState = {
  kind: SourceKind
  edition: string
  importedOn: string
  latestTime: string | undefined
}

/**
 * Why a newer file of a data set is probably out by a day, in a sentence; nothing when it is not. A guess from how often
 * such files are published: somebody has to look.
 */
export function newerFileWords({ kind, edition, importedOn, latestTime }: DatasetState, today: string) {
  const year = Number(today.slice(0, 4))
  if (kind === 'ssdse-a') {
    const have = Number(/(20\d\d)/.exec(edition)?.[1] ?? importedOn.slice(0, 4))
    // The edition of a year is out by its summer.
    const newest = today.slice(5) >= '08-01' ? year : year - 1
    return have < newest
      ? `毎年の資料です。いまの版は${have}年、${newest}年版が出ているころです。`
      : undefined
  }
  if (kind === 'census-age' && latestTime) {
    const next = yearOf(latestTime) + 5
    // Counts by age follow the census of 1 October by the end of November of the next year.
    return today >= `${next + 1}-12-01`
      ? `5年ごとの資料です。いまは${yearOf(latestTime)}年まで、${next}年の結果が出ているころです。`
      : undefined
  }
  if (kind === 'projection-age') {
    const words = /(20\d\d)年?|(?:平成|令和)\d{1,2}年/.exec(edition)?.[0] ?? importedOn.slice(0, 4)
    const since = yearOf(readTime(words) ?? importedOn)
    return year - since >= 5 ? `およそ5年ごとの資料です。いまの版は${since}年のものです。` : undefined
  }
  if (!latestTime || year - yearOf(latestTime) < 2) return undefined
  return `いちばん新しい値が${yearOf(latestTime)}年です。毎年の資料なら、新しい値が出ているころです。`
}

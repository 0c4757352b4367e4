import { z } from 'zod'
import { hashOf } from '#src/formats/canonical-json.ts'
import { correspondenceMap } from '#src/lib/text/correspondence/correspondence.ts'
import {
  type ValuedUnit,
  type WordChoice,
  wordsByValue,
} from '#src/lib/text/correspondence/words-by-value.ts'
import { cutWith, type Made } from './made.ts'

/** 声の何で分けて、語の地図をつくるか */
export const mapAttributes = { district: '地区', ageBand: '年代', channel: '経路' } as const
export type MapAttribute = keyof typeof mapAttributes

const point = { texts: z.number(), x: z.number(), y: z.number() }

/**
 * 語と属性の地図: words and values in the plane of the two strongest axes. `counts` are voices by value, in the order of
 * `values`; `most` is the value in which the word stands most often for what is said there.
 */
export const wordMap = z.object({
  by: z.string(),
  voices: z.number(),
  fewestTexts: z.number(),
  /** Values of too few voices to be placed. */
  leftOut: z.array(z.string()),
  words: z.array(z.object({ ...point, word: z.string(), counts: z.array(z.number()), most: z.string() })),
  values: z.array(z.object({ ...point, value: z.string() })),
  axes: z.array(z.object({ inertia: z.number(), share: z.number() })),
  inertia: z.number(),
  tokeniser: z.string(),
  hash: z.string(),
})
export type WordMap = z.infer<typeof wordMap>

export type WordMapReport = { schema: 'shirube-voice-map/1'; made: Made } & WordMap

/**
 * Which words are said in which district, age band or channel more than elsewhere (対応分析). Voices without a value
 * are left out. The same voices in any order give the same map.
 */
export function wordMapReport(
  units: readonly ValuedUnit[],
  made: Made,
  { by, ...choice }: WordChoice & { by: string },
): WordMapReport {
  const known = units.filter(({ value }) => value !== '')
  const table = wordsByValue(known, choice)
  const map = correspondenceMap(table)
  const placeOf = (points: readonly { label: string; coordinates: number[] }[], label: string) => {
    const [x = 0, y = 0] = points.find((one) => one.label === label)?.coordinates ?? []
    return { x, y }
  }
  const report = {
    schema: 'shirube-voice-map/1' as const,
    made,
    by,
    voices: known.filter(({ value }) => !table.leftOut.includes(value)).length,
    fewestTexts: table.fewestTexts,
    leftOut: table.leftOut,
    words: table.rows.map((word, at) => ({
      word,
      texts: table.wordTexts[at] ?? 0,
      counts: [...(table.counts[at] ?? [])],
      most: mostAt(table, at),
      ...placeOf(map.rows, word),
    })),
    values: table.columns.map((value, at) => ({
      value,
      texts: table.valueTexts[at] ?? 0,
      ...placeOf(map.columns, value),
    })),
    axes: map.axes,
    inertia: map.total,
    tokeniser: cutWith(made),
  }
  return { ...report, hash: hashOf(report) }
}

/** The value with the largest share of its voices that hold the word; the first of equals. */
function mostAt({ columns, counts, valueTexts }: ReturnType<typeof wordsByValue>, row: number): string {
  const shares = columns.map((_, at) => (counts[row]?.[at] ?? 0) / Math.max(1, valueTexts[at] ?? 0))
  return columns[shares.indexOf(Math.max(...shares))] ?? ''
}

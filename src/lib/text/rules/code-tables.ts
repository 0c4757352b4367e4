import { byCodeUnit } from '../order.ts'
import type { CodeResult } from './apply-coding-rules.ts'

/** How alike two codes are by the voices that got them: |A ∩ B| / |A ∪ B|, 0 when nobody got either. */
export type CodePair = { codes: [string, string]; both: number; jaccard: number }

export function codePairs(results: readonly CodeResult[]): CodePair[] {
  const sets = results.map(({ code, matches }) => ({ code, ids: new Set(matches.map(({ id }) => id)) }))
  return sets.flatMap((a, at) =>
    sets.slice(at + 1).map((b): CodePair => {
      const both = [...a.ids].filter((id) => b.ids.has(id)).length
      const either = a.ids.size + b.ids.size - both
      return { codes: [a.code, b.code], both, jaccard: either === 0 ? 0 : both / either }
    }),
  )
}

/**
 * A code by an attribute: of `voices` with a value, how many got the code. χ² is Pearson's without correction
 * over the table code given or not × value; undefined when a margin is 0. `leastExpected` below 5 makes χ²
 * unreliable.
 */
export type CodeByAttribute = {
  code: string
  values: { value: string; voices: number; coded: number; share: number }[]
  chiSquare?: number
  degreesOfFreedom: number
  cramersV?: number
  leastExpected: number
}

/** Voices whose value is unknown are left out. Values in order of code units. */
export function codeByAttribute(
  { code, matches, others }: CodeResult,
  valueFor: (id: string) => string | undefined,
): CodeByAttribute {
  const counts = new Map<string, { voices: number; coded: number }>()
  const count = (id: string, coded: number) => {
    const value = valueFor(id)
    if (value === undefined) return
    const known = counts.get(value) ?? { voices: 0, coded: 0 }
    counts.set(value, { voices: known.voices + 1, coded: known.coded + coded })
  }
  for (const { id } of matches) count(id, 1)
  for (const id of others) count(id, 0)
  const values = [...counts]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([value, { voices, coded }]) => ({ value, voices, coded, share: coded / voices }))
  return { code, values, ...chiSquareOf(values) }
}

function chiSquareOf(values: readonly { voices: number; coded: number }[]) {
  const all = values.reduce((sum, { voices }) => sum + voices, 0)
  const coded = values.reduce((sum, value) => sum + value.coded, 0)
  const cells = values.flatMap((value) => [
    { observed: value.coded, expected: (value.voices * coded) / all },
    { observed: value.voices - value.coded, expected: (value.voices * (all - coded)) / all },
  ])
  const degreesOfFreedom = Math.max(0, values.length - 1)
  const leastExpected = cells.length > 0 ? Math.min(...cells.map(({ expected }) => expected)) : 0
  if (degreesOfFreedom === 0 || leastExpected === 0) return { degreesOfFreedom, leastExpected }
  const chiSquare = cells.reduce(
    (sum, { observed, expected }) => sum + (observed - expected) ** 2 / expected,
    0,
  )
  return { chiSquare, degreesOfFreedom, cramersV: Math.sqrt(chiSquare / all), leastExpected }
}

/**
 * One opinion (意見) as grouping takes it. `words` are its content words, repeated as often as they occur.
 * `submission` and `submitter` are keys that say what came together and from whom; without them each unit is
 * its own.
 */
export type TextUnit = {
  id: string
  text: string
  words: readonly string[]
  submission?: string
  submitter?: string
}

/** Three numbers that are never mixed (提出者数・提出件数・意見数). Submitters are unknown when one unit names none. */
export type SourceCounts = { opinions: number; submissions: number; submitters: number | null }

/** Counts what lies behind some units. */
export function countSources(units: readonly TextUnit[]): SourceCounts {
  const submitters = units.map(({ submitter }) => submitter)
  return {
    opinions: units.length,
    submissions: new Set(units.map(({ submission, id }) => submission ?? `\n${id}`)).size,
    submitters: submitters.includes(undefined) ? null : new Set(submitters).size,
  }
}

import { z } from 'zod'
import { middleReplaced, type Run, shortestEdit } from '#src/features/plan/core/diff/shortest-edit.ts'
import { type LetterSpan, trimmedSpan } from './spans.ts'
import { letterField } from './submission.ts'

/** 書き起こしの訂正: the letter as it really stands on the paper, and why it was not written so. */
export const correctionForm = z.object({
  original: letterField('原文'),
  reason: z
    .string()
    .trim()
    .min(1, '直す理由を書いてください')
    .max(200, '理由は200字以内で書いてください')
    .default(''),
})

/** More differences than this are taken for one: a letter written anew. */
const mostEdits = 2000

/**
 * Where the opinions of a letter stand after its transcription was corrected: an opinion keeps what is unchanged and takes
 * over what replaces its words. What is put in between two opinions belongs to none and is shown as a gap. Undefined
 * where nothing is left.
 */
export function carrySpans(
  before: string,
  after: string,
  spans: readonly LetterSpan[],
): (LetterSpan | undefined)[] {
  const [old, corrected] = [[...before], [...after]]
  const runs = shortestEdit(old, corrected, mostEdits) ?? middleReplaced(old, corrected)
  const [from, to] = [offsetsOf(old), offsetsOf(corrected)]
  const places = new Map(from.map((offset, place) => [offset, place]))
  return spans.map(({ start, end }) => {
    const first = startAfter(runs, places.get(start) ?? 0, corrected.length)
    const last = endAfter(runs, places.get(end) ?? old.length)
    return last > first ? trimmedSpan(after, { start: to[first] ?? 0, end: to[last] ?? 0 }) : undefined
  })
}

/** Why a correction cannot be: an opinion would have no words left. Undefined when it can. */
export function lostOpinionWords(
  { before, after }: { before: string; after: string },
  opinions: readonly (LetterSpan & { number: number })[],
): string | undefined {
  const spans = carrySpans(before, after, opinions)
  const lost = opinions.find((_, at) => !spans[at])
  return lost && `意見${lost.number}の言葉がなくなります。先に、ほかの意見とまとめてください`
}

/** The UTF-16 offset before every sign, and the one after the last. */
function offsetsOf(signs: readonly string[]): number[] {
  const offsets = [0]
  for (const [at, sign] of signs.entries()) offsets.push((offsets[at] ?? 0) + sign.length)
  return offsets
}

function startAfter(runs: readonly Run[], place: number, length: number): number {
  const run = runs.find(({ before }) => place < before[1])
  if (!run) return length
  return run.isSame ? run.after[0] + Math.max(0, place - run.before[0]) : run.after[0]
}

function endAfter(runs: readonly Run[], place: number): number {
  const run = runs.find(({ before }) => before[0] < place && place <= before[1])
  if (!run) return 0
  return run.isSame ? run.after[0] + (place - run.before[0]) : run.after[1]
}

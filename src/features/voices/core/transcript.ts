import type { LetterSpan } from './spans.ts'
import type { Submission } from './submission.ts'

/** What staff typed from paper or speech is compared with it by a second person before a result goes out. */
export const needsCheck = ({ channel, method }: Pick<Submission, 'channel' | 'method'>): boolean =>
  channel === 'comment' && method !== 'online'

/** Four eyes: whoever typed it last does not compare it. */
export const mayCheck = (actor: { id: string }, { enteredBy }: Pick<Submission, 'enteredBy'>): boolean =>
  actor.id !== enteredBy

/** The scan of a letter (原本の写し), as the screen lists it. */
export type Scan = { id: string; name: string; contentType: string; size: number; addedAt: string }

/**
 * Where a span of a letter lies after the letter was corrected: what stands before the corrected part stays, what stands
 * behind it moves along, and an end inside of it takes all that stands there now.
 */
export function moveSpan(before: string, after: string, { start, end }: LetterSpan): LetterSpan {
  const { head, tail } = commonEnds(before, after)
  const moved = after.length - before.length
  const edges = [start, end].map((at, side) => {
    if (at <= head) return at
    if (at >= before.length - tail) return at + moved
    return side === 0 ? head : after.length - tail
  })
  return { start: edges[0] ?? 0, end: edges[1] ?? 0 }
}

/** How many signs both letters begin and end with alike, the shorter one used once. */
function commonEnds(before: string, after: string): { head: number; tail: number } {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  return { head, tail }
}

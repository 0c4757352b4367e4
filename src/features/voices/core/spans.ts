/** A part of a letter by its UTF-16 units, end excluded. */
export type LetterSpan = { start: number; end: number }

/** The sentences of a letter with their line breaks and blanks: together they are the whole letter. */
export function sentenceSpans(original: string): LetterSpan[] {
  return [...original.matchAll(/[^。！？!?\n]*(?:[。！？!?]+[」』）)]*|\n|$)\s*/gu)]
    .filter(({ 0: text }) => text !== '')
    .map(({ 0: text, index }) => ({ start: index, end: index + text.length }))
}

/** The span without the blanks at its ends; undefined where nothing but blanks is. */
export function trimmedSpan(original: string, { start, end }: LetterSpan): LetterSpan | undefined {
  const text = original.slice(start, end)
  const lead = text.length - text.trimStart().length
  const rest = text.trim().length
  return rest === 0 ? undefined : { start: start + lead, end: start + lead + rest }
}

/**
 * Cuts a span before the given sentences (by their start). Together the parts hold every word of the span.
 * Starts that lie outside or at the beginning cut nothing.
 */
export function splitSpan(original: string, span: LetterSpan, starts: readonly number[]): LetterSpan[] {
  const cuts = [...new Set(starts)].filter((at) => at > span.start && at < span.end).sort((a, b) => a - b)
  const edges = [span.start, ...cuts, span.end]
  return edges.slice(1).flatMap((end, position) => {
    const part = trimmedSpan(original, { start: edges[position] ?? 0, end })
    return part ? [part] : []
  })
}

/** One span from the first start to the last end, what lies between included. */
export const joinSpans = (spans: readonly LetterSpan[]): LetterSpan => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
})

/** What no opinion holds (意見に含めていない部分), and which share of the letter's signs that is. */
export function gapsOf(
  original: string,
  spans: readonly LetterSpan[],
): { gaps: LetterSpan[]; share: number } {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  const gaps: LetterSpan[] = []
  let at = 0
  for (const { start, end } of [...sorted, { start: original.length, end: original.length }]) {
    const gap = start > at ? trimmedSpan(original, { start: at, end: start }) : undefined
    if (gap) gaps.push(gap)
    at = Math.max(at, end)
  }
  const lost = gaps.reduce((sum, { start, end }) => sum + end - start, 0)
  return { gaps, share: original.length === 0 ? 0 : lost / original.length }
}

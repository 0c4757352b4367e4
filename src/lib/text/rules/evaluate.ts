import { findPhrase, findWord, type SearchableText, type Span } from '../find-words.ts'
import type { Condition } from './coding-rule.ts'

/** A voice with its attributes (district, channel, age band …) as rules name them. */
export type CodedText = { text: SearchableText; attributes: Readonly<Record<string, string>> }

/** Whether another code was given to the same voice, and by which words. */
export type CodeSpans = (code: string) => Span[] | undefined

/**
 * The words by which a condition holds for a voice, possibly none (`not`, attributes), or undefined when it
 * does not.
 */
export function evaluate(condition: Condition, voice: CodedText, codes: CodeSpans): Span[] | undefined {
  switch (condition.kind) {
    case 'word':
      return someOf(findWord(voice.text, condition.text))
    case 'phrase':
      return someOf(findPhrase(voice.text, condition.text))
    case 'near':
      return someOf(within(condition, voice.text, false))
    case 'sequence':
      return someOf(within(condition, voice.text, true))
    case 'count': {
      const found = findWord(voice.text, condition.word)
      return found.length >= condition.atLeast ? found : undefined
    }
    case 'code':
      return codes(condition.code)
    case 'attribute':
      return voice.attributes[condition.name]?.normalize('NFKC') === condition.value ? [] : undefined
    case 'not':
      return evaluate(condition.part, voice, codes) ? undefined : []
    case 'and':
      return allOf(condition.parts.map((part) => evaluate(part, voice, codes)))
    case 'or':
      return anyOf(condition.parts.map((part) => evaluate(part, voice, codes)))
  }
}

const someOf = (spans: Span[]) => (spans.length > 0 ? spans : undefined)

function allOf(parts: readonly (Span[] | undefined)[]): Span[] | undefined {
  const found = parts.flatMap((part) => part ?? [])
  return parts.includes(undefined) ? undefined : found
}

function anyOf(parts: readonly (Span[] | undefined)[]): Span[] | undefined {
  const holding = parts.filter((part) => part !== undefined)
  return holding.length > 0 ? holding.flat() : undefined
}

/**
 * Places where each word of the rule is at most so many words from the one named before it; signs are no
 * words.
 */
function within(
  { words, within: most }: { words: readonly string[]; within: number },
  text: SearchableText,
  isOrdered: boolean,
): Span[] {
  const found = words.map((word) => findWord(text, word))
  if (found.some((places) => places.length === 0)) return []
  const positions = wordPositions(text)
  const steps: Span[][] = []
  for (const places of found) {
    const before = steps.at(-1)
    steps.push(before ? nearTo(places, before, { positions, most, isOrdered }) : places)
  }
  for (let at = steps.length - 2; at >= 0; at--) {
    const after = steps[at + 1] as Span[]
    steps[at] = nearTo(steps[at] as Span[], after, { positions, most, isOrdered, isBackwards: true })
  }
  return [...new Set(steps.flat())].sort((a, b) => a.start - b.start || a.end - b.end)
}

type Nearness = { positions: readonly number[]; most: number; isOrdered: boolean; isBackwards?: boolean }

/**
 * Those of the spans that have one of the others at most so many words away (before them, when order counts).
 */
function nearTo(spans: readonly Span[], others: readonly Span[], nearness: Nearness): Span[] {
  const { positions, most, isOrdered, isBackwards = false } = nearness
  const firsts = others.map(({ firstToken }) => positions[firstToken] as number).sort((a, b) => a - b)
  const lasts = others.map(({ lastToken }) => positions[lastToken] as number).sort((a, b) => a - b)
  const [looksLeft, looksRight] = [!isOrdered || !isBackwards, !isOrdered || isBackwards]
  return spans.filter(({ firstToken, lastToken }) => {
    const [first, last] = [positions[firstToken] as number, positions[lastToken] as number]
    return (
      (looksLeft && hasBetween(lasts, first - most, first - 1)) ||
      (looksRight && hasBetween(firsts, last + 1, last + most))
    )
  })
}

/** Whether an ascending list has a number from `low` to `high`. */
function hasBetween(numbers: readonly number[], low: number, high: number): boolean {
  let [from, to] = [0, numbers.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((numbers[middle] as number) < low) from = middle + 1
    else to = middle
  }
  return (numbers[from] ?? Number.POSITIVE_INFINITY) <= high
}

function wordPositions({ tokens }: SearchableText): number[] {
  let position = 0
  return tokens.map(({ kind }) => (kind === 'symbol' ? position : ++position))
}

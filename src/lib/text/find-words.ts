import { cleanText } from './clean-text.ts'
import type { Token, TokenisedText } from './token.ts'

/**
 * Where something stands: UTF-16 offsets into the verbatim, end excluded, and the tokens it spans (last
 * included).
 */
export type Span = { start: number; end: number; firstToken: number; lastToken: number }

/** A text made ready for many searches. Kept words in which others stand are taken apart, so that they hide none. */
export type SearchableText = TokenisedText & {
  /** Surfaces in lower case, one after the other, and where each token begins in them. */
  joined: string
  starts: readonly number[]
  spansByBase: ReadonlyMap<string, readonly Span[]>
  /** Tokens too short to be found by themselves: single letters out of a kept word. */
  crumbs: ReadonlySet<number>
}

export function searchable({ id, text, tokens: cut }: TokenisedText): SearchableText {
  const tokens: Token[] = []
  const starts: number[] = []
  const crumbs = new Set<number>()
  const spansByBase = new Map<string, Span[]>()
  let joined = ''
  const add = (base: string, span: Span) => {
    const key = base.toLowerCase()
    const same = spansByBase.get(key)
    if (same) same.push(span)
    else spansByBase.set(key, [span])
  }
  for (const { base, start, end, parts = [], ...word } of cut) {
    const whole: Token = { base, start, end, ...word }
    const pieces = parts.some(isWord) ? parts : [whole]
    const firstToken = tokens.length
    add(base, { start, end, firstToken, lastToken: firstToken + pieces.length - 1 })
    for (const piece of pieces) {
      const at = tokens.length
      if (piece !== whole && !isWord(piece)) crumbs.add(at)
      else if (piece !== whole) add(piece.base, { ...placeOf(piece), firstToken: at, lastToken: at })
      starts.push(joined.length)
      joined += piece.surface.toLowerCase()
      tokens.push(piece)
    }
  }
  return { id, text, tokens, joined, starts, spansByBase, crumbs }
}

const placeOf = ({ start, end }: Token) => ({ start, end })

const wordKindsInside: ReadonlySet<string> = new Set(['noun', 'proper', 'verb', 'adjective'])

/** A part of a kept word that is a word itself: 学童 in 学童保育, but not み in みらい平. */
const isWord = ({ kind, surface }: Token) => wordKindsInside.has(kind) && surface.length > 1

/**
 * A word or phrase as a person typed it, in the form texts are searched by: made once, used for many texts.
 */
export const searchForm = (typed: string): string => cleanText(typed).text.replaceAll(' ', '').toLowerCase()

/**
 * Every place of a word (in its search form): tokens with this dictionary form (歩く finds 歩いて), and runs of
 * whole tokens that spell it (待機児童 finds 待機・児童). Never a part of a token: 市 does not find 市役所 where that is
 * one word.
 */
export function findWord(text: SearchableText, form: string): Span[] {
  const known = text.spansByBase.get(form)
  if (form === '' || (!known && !text.joined.includes(form))) return none
  const spans = [...(known ?? [])]
  const seen = new Set(spans.map(({ firstToken }) => firstToken))
  for (const [from, to] of occurrences(text.joined, form)) {
    const [first, last] = [tokenAt(text, from), tokenAt(text, to - 1)]
    const isWhole = text.starts[first] === from && endOf(text, last) === to
    if (!isWhole || seen.has(first) || (first === last && text.crumbs.has(first))) continue
    spans.push(spanOf(text, [first, last]))
  }
  return spans.sort((a, b) => a.start - b.start || a.end - b.end)
}

/**
 * Every place of a phrase (in its search form), letter by letter, whatever the words are; blanks and width do
 * not matter.
 */
export function findPhrase(text: SearchableText, form: string): Span[] {
  if (form === '') return none
  return occurrences(text.joined, form).map(([from, to]) =>
    spanOf(text, [tokenAt(text, from), tokenAt(text, to - 1)]),
  )
}

const none: Span[] = []

function occurrences(text: string, form: string): [number, number][] {
  const found: [number, number][] = []
  let from = text.indexOf(form)
  while (from >= 0) {
    found.push([from, from + form.length])
    from = text.indexOf(form, from + 1)
  }
  return found
}

function spanOf({ tokens }: SearchableText, [firstToken, lastToken]: [number, number]): Span {
  const [first, last] = [tokens[firstToken] as Token, tokens[lastToken] as Token]
  return { start: first.start, end: last.end, firstToken, lastToken }
}

const endOf = ({ starts, joined }: SearchableText, token: number) => starts[token + 1] ?? joined.length

/** The token in which a place of the joined surfaces lies (binary search). */
function tokenAt({ starts }: SearchableText, place: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= place) low = middle
    else high = middle - 1
  }
  return low
}

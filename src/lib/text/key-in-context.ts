import { findPhrase, findWord, type Span, searchable, searchForm } from './find-words.ts'
import { byCodeUnit, inIdOrder } from './order.ts'
import type { TokenisedText } from './token.ts'

/** One place of a keyword with the words around it, as they were written (line breaks as blanks). */
export type KeyInContext = {
  id: string
  start: number
  end: number
  left: string
  key: string
  right: string
}

export type ContextOptions = {
  /** Characters on each side. 20 unless said otherwise. */
  width?: number
  /** By voice, or by what stands right or left of the keyword. */
  sortBy?: 'voice' | 'right' | 'left'
  /** Letter by letter instead of by words. */
  isPhrase?: boolean
}

/**
 * Keyword in context (KWIC; Luhn 1960): every place of a word in all voices. Refuses an id that occurs twice
 * and a negative width (RangeError).
 */
export function keyInContext(
  texts: readonly TokenisedText[],
  keyword: string,
  { width = 20, sortBy = 'voice', isPhrase = false }: ContextOptions = {},
): KeyInContext[] {
  if (!(width >= 0)) throw new RangeError(`width: ${width}`)
  const find = isPhrase ? findPhrase : findWord
  const form = searchForm(keyword)
  const lines = inIdOrder(texts).flatMap((text) =>
    find(searchable(text), form).map((span) => lineOf(text, span, width)),
  )
  if (sortBy === 'voice') return lines
  const key = ({ left, right }: KeyInContext) => (sortBy === 'right' ? right : [...left].reverse().join(''))
  return lines.sort((a, b) => byCodeUnit(key(a), key(b)) || byCodeUnit(a.id, b.id) || a.start - b.start)
}

function lineOf({ id, text }: TokenisedText, { start, end }: Span, width: number): KeyInContext {
  // A character may be two units: cut twice as much, then count characters.
  const left = [...text.slice(Math.max(0, start - 2 * width), start)]
  const right = [...text.slice(end, end + 2 * width)]
  return {
    id,
    start,
    end,
    left: onOneLine(left.slice(Math.max(0, left.length - width)).join('')),
    key: onOneLine(text.slice(start, end)),
    right: onOneLine(right.slice(0, width).join('')),
  }
}

const onOneLine = (text: string) => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').toWellFormed()

import { searchForm as spelling } from '../japanese/search-form.ts'
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
  return inOrderOf(lines, sortBy)
}

function inOrderOf(lines: KeyInContext[], sortBy: ContextOptions['sortBy']): KeyInContext[] {
  if (sortBy === 'voice') return lines
  const key = ({ left, right }: KeyInContext) => (sortBy === 'right' ? right : [...left].reverse().join(''))
  return lines.sort((a, b) => byCodeUnit(key(a), key(b)) || byCodeUnit(a.id, b.id) || a.start - b.start)
}

/**
 * The same, letter by letter and as people spell (width, case, hiragana and katakana, 表記ゆれ: `lib/japanese/search-form`),
 * for texts that nobody has cut into words.
 */
export function lettersInContext(
  texts: readonly Pick<TokenisedText, 'id' | 'text'>[],
  keyword: string,
  { width = 20, sortBy = 'voice' }: Omit<ContextOptions, 'isPhrase'> = {},
): KeyInContext[] {
  const { form: wanted } = spelling(keyword)
  if (wanted === '') return []
  const lines = inIdOrder(texts).flatMap((text) => {
    const { form, at } = spelling(text.text)
    const places: KeyInContext[] = []
    for (let from = form.indexOf(wanted); from >= 0; from = form.indexOf(wanted, from + wanted.length)) {
      const start = at[from] ?? 0
      const end = start + text.text.slice(start, at[from + wanted.length]).trimEnd().length
      places.push(lineOf(text, { start, end }, width))
    }
    return places
  })
  return inOrderOf(lines, sortBy)
}

function lineOf(
  { id, text }: Pick<TokenisedText, 'id' | 'text'>,
  { start, end }: Pick<Span, 'start' | 'end'>,
  width: number,
): KeyInContext {
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

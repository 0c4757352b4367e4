/** A character which the fonts lack, and the way to the text it stood in: `['book.json', 'fields', 0, 'title']`. */
export type MissingCharacter = { character: string; path: readonly (string | number)[] }

/** Which characters, and which forms of a character (異体字), the fonts can show. */
export type Coverage = {
  has: (codePoint: number) => boolean
  hasForm: (codePoint: number, selector: number) => boolean
}

/** 下駄 (geta), the printer's sign for a type that is not in the case. */
export const geta = '〓'

/**
 * The same value with 〓 for every character the fonts lack, and a list of what was replaced where.
 *
 * Japanese names hold characters no font has; a book must not become impossible because of one of them, and nothing
 * may be lost in silence. What has no shape of its own (joiners, controls, selectors of unknown forms) is left out.
 */
export function replaceMissing(value: unknown, coverage: Coverage, path: MissingCharacter['path'] = []) {
  const missing: MissingCharacter[] = []
  return { value: replaced(value, path, { coverage, missing }), missing }
}

type Search = { coverage: Coverage; missing: MissingCharacter[] }

function replaced(value: unknown, path: MissingCharacter['path'], search: Search): unknown {
  if (typeof value === 'string') return shownText(value, path, search)
  if (Array.isArray(value))
    return value.map((inner, position) => replaced(inner, [...path, position], search))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, replaced(inner, [...path, key], search)]),
  )
}

function shownText(text: string, path: MissingCharacter['path'], search: Search): string {
  if (isCovered(text, search.coverage)) return text
  return [...graphemes.segment(text.toWellFormed().normalize('NFC'))]
    .map(({ segment }) => shownGrapheme(segment, path, search))
    .join('')
}

/** One character as a reader counts them: a family emoji of seven code points gives one 〓. */
function shownGrapheme(grapheme: string, path: MissingCharacter['path'], { coverage, missing }: Search) {
  if (isCovered(grapheme, coverage)) return grapheme
  const [base = 0, selector = 0] = codePointsOf(grapheme)
  if (isSelector(selector) && coverage.hasForm(base, selector)) return grapheme
  const shape = grapheme.replace(shapeless, '')
  if (isCovered(shape, coverage)) return shape
  missing.push({ character: grapheme, path })
  return geta
}

const isCovered = (text: string, { has }: Coverage) =>
  codePointsOf(text).every((codePoint) => codePoint === newline || has(codePoint))

const codePointsOf = (text: string) => [...text].map((character) => character.codePointAt(0) ?? 0)
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })
const newline = 10
const isSelector = (codePoint: number) => codePoint >= 0xe0100 && codePoint <= 0xe01ef
const shapeless = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu

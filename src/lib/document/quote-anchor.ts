import { z } from 'zod'
import { closestWords } from './closest-words.ts'

/** A paragraph of a text as people read it, under its permanent id (`me_…/issues/p3`). */
export type ReadParagraph = { id: string; words: string }

/**
 * 引用の位置: where in a text a remark belongs. The paragraph by its permanent id, the words quoted as they stood, and a few
 * words around them, which tell the second “市” of a paragraph from the first. No quote: the paragraph as a whole.
 */
export const quoteAnchor = z.strictObject({
  paragraphId: z.string().min(1),
  quote: z.string(),
  before: z.string(),
  after: z.string(),
})
export type QuoteAnchor = z.infer<typeof quoteAnchor>

/** Where the quoted words are in another state of the text. Places count UTF-16 units of the paragraph's words. */
export type AnchorPlace =
  /** The words stand there as quoted. */
  | { state: 'same'; start: number; end: number }
  /** They were edited: these words are the closest to them. */
  | { state: 'changed'; start: number; end: number }
  /** The paragraph is there; the words are not, or the remark was about all of it. */
  | { state: 'paragraph'; isWhole: boolean }
  /** The paragraph is gone; what was quoted stays in the anchor. */
  | { state: 'gone' }

export const anchorPlaceLabels = {
  same: '引用した言葉のまま',
  changed: '引用した言葉が直された',
  paragraph: '引用した言葉はなくなった（段落は残っている）',
  gone: '段落がなくなった',
} as const

const contextLength = 24
/** At most a third of the quote may have been changed; beyond that it is another sentence. */
const mostChanged = 1 / 3

/**
 * Anchors a quote in a paragraph, as somebody copied it: blanks and line ends do not matter. The first place of the words,
 * or the one at `start`. Undefined where the words do not stand in the paragraph.
 */
export function anchorTo(paragraph: ReadParagraph, quoted: string, start?: number): QuoteAnchor | undefined {
  const { id: paragraphId, words } = paragraph
  if (quoted.trim() === '') return { paragraphId, quote: '', before: '', after: '' }
  const places = placesOf(words, quoted)
  const place = places.find((one) => one.start === start) ?? places[0]
  if (!place) return undefined
  return {
    paragraphId,
    quote: words.slice(place.start, place.end),
    before: words.slice(Math.max(0, place.start - contextLength), place.start),
    after: words.slice(place.end, place.end + contextLength),
  }
}

/**
 * Finds an anchor in a later state of the text: by the paragraph's id, then by the words. Where they stand more than once,
 * the place whose neighbours are the most alike; where they do not stand any more, the closest words.
 */
export function findAnchor(anchor: QuoteAnchor, paragraphs: readonly ReadParagraph[]): AnchorPlace {
  const paragraph = paragraphs.find(({ id }) => id === anchor.paragraphId)
  if (!paragraph) return { state: 'gone' }
  const { quote } = anchor
  if (quote === '') return { state: 'paragraph', isWhole: true }
  const [best] = placesOf(paragraph.words, quote)
    .map((place) => ({ ...place, likeness: likenessOf(anchor, paragraph.words, place) }))
    .sort((a, b) => b.likeness - a.likeness || a.start - b.start)
  if (best) return { state: 'same', start: best.start, end: best.end }
  const close = closestWords(paragraph.words, quote, Math.floor(quote.length * mostChanged))
  return close
    ? { state: 'changed', start: close.start, end: close.end }
    : { state: 'paragraph', isWhole: false }
}

type Place = { start: number; end: number }

/** Every place of some words, whatever blanks stand in them or in the text. */
function placesOf(words: string, quoted: string): Place[] {
  const signs = [...quoted.normalize('NFC').replaceAll(/\s+/gu, '')]
  if (signs.length === 0) return []
  const shape = new RegExp(signs.map(escaped).join('\\s*'), 'gu')
  const places: Place[] = []
  for (let match = shape.exec(words); match; match = shape.exec(words)) {
    places.push({ start: match.index, end: match.index + match[0].length })
    shape.lastIndex = match.index + 1
  }
  return places
}

const escaped = (sign: string) => (/[\\^$.*+?()[\]{}|/-]/.test(sign) ? `\\${sign}` : sign)

/** How many signs before and after are the same, counted outwards from the words. */
function likenessOf({ before, after }: QuoteAnchor, words: string, { start, end }: Place): number {
  return (
    sharedLength([...before].reverse(), [...words.slice(0, start)].reverse()) +
    sharedLength([...after], [...words.slice(end)])
  )
}

function sharedLength(one: readonly string[], other: readonly string[]): number {
  const apart = one.findIndex((sign, position) => sign !== other[position])
  return apart < 0 ? one.length : apart
}

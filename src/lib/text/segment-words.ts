import type { Token } from './token.ts'

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/**
 * Words by the segmenter of the platform, where no dictionary is at hand. It knows no parts of speech and no
 * dictionary forms: kana alone counts as a particle, digits as a number, everything else that is a word as a
 * noun.
 */
export function segmentWords(text: string): Token[] {
  return [...segmenter.segment(text)].map(({ segment, index, isWordLike }) => ({
    surface: segment,
    base: segment,
    kind: !isWordLike ? 'symbol' : kindOf(segment),
    start: index,
    end: index + segment.length,
  }))
}

function kindOf(segment: string) {
  if (/^\p{N}+$/u.test(segment)) return 'number'
  return /^\p{sc=Hira}+$/u.test(segment) ? 'particle' : 'noun'
}

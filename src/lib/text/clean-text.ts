/** A text made ready for reading by a program, with the way back to what was written. */
export type CleanText = {
  text: string
  /** Where in the verbatim a piece of the clean text begins and ends (UTF-16 offsets, end excluded). */
  startOf: (cleanStart: number) => number
  endOf: (cleanEnd: number) => number
}

/**
 * Marks nobody sees: controls (but line breaks and tabs), zero-width and bidirectional marks, soft hyphen.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}]/u
const blank = /^[\s\u2028\u2029\u0085]+$/
/**
 * A character with the marks that belong to it, so that half-width ﾊ and ﾞ meet before they are normalised.
 */
const character = /[\s\S][\p{M}\uff9e\uff9f]*/gu
const isPlain = /^[\u0021-\u007e\u3001-\u3029\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff]*$/

/**
 * NFKC character by character (UAX #15): full-width letters and digits become half-width, half-width kana
 * full-width; long vowel marks stay. Runs of blanks become one space, marks nobody sees fall out. Never
 * throws.
 */
export function cleanText(verbatim: string): CleanText {
  if (isPlain.test(verbatim)) return { text: verbatim, startOf: same, endOf: same }
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: piece, index } of verbatim.matchAll(character)) {
    const clean = cleanPiece(piece)
    if (clean === ' ' && (text === '' || text.endsWith(' '))) continue
    for (let at = 0; at < clean.length; at++) {
      starts.push(index)
      ends.push(index + piece.length)
    }
    text += clean
  }
  return {
    text: text.trimEnd(),
    startOf: (offset) => starts[offset] ?? verbatim.length,
    endOf: (offset) => ends[offset - 1] ?? 0,
  }
}

const same = (offset: number) => offset

function cleanPiece(piece: string): string {
  if (blank.test(piece)) return ' '
  const normal = piece.normalize('NFKC')
  const seen = [...normal].filter((one) => !unseen.test(one)).join('')
  return blank.test(seen) ? ' ' : seen.replaceAll(/\s+/g, '')
}

/** A clean text without blanks and in lower case: what near-duplicates are compared by. Punctuation stays. */
export const comparisonText = (verbatim: string): string =>
  cleanText(verbatim).text.replaceAll(' ', '').toLowerCase()

/** Sentences of a text, with their end marks; a line break ends one too. Blank ones fall out. */
export function sentencesOf(verbatim: string): string[] {
  const pieces = verbatim.match(/[^。．！？!?\n\r]+[。．！？!?]*[」』）)]*|[。．！？!?]+/g) ?? []
  return pieces.map((piece) => piece.trim()).filter((piece) => cleanText(piece).text !== '')
}

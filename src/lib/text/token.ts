/** What kind of word a token is; a tokeniser maps its own parts of speech (品詞) to these. */
export const wordKinds = [
  'forced',
  'noun',
  'proper',
  'verb',
  'adjective',
  'adverb',
  'number',
  /** Pronouns, formal nouns, suffixes, prefixes, auxiliary verbs: words that lean on others. */
  'dependent',
  'particle',
  'symbol',
  'other',
] as const
export type WordKind = (typeof wordKinds)[number]

/**
 * One word of a text (形態素). `start` and `end` are UTF-16 offsets into the verbatim; `base` is the dictionary
 * form.
 */
export type Token = {
  surface: string
  base: string
  kind: WordKind
  start: number
  end: number
  /** What the dictionary makes of a forced word: counted as one, but rules and searches still find the words in it. */
  parts?: readonly Token[]
}

/** A voice as the engine takes it: the words as they were written, and its tokens in order. */
export type TokenisedText = { id: string; text: string; tokens: readonly Token[] }

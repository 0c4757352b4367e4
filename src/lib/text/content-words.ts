import type { TokenisedText, WordKind } from './token.ts'
import type { WordLists } from './word-lists.ts'

const contentKinds: ReadonlySet<WordKind> = new Set(['forced', 'noun', 'proper', 'verb', 'adjective'])

/**
 * The words of a text that say what it is about, as base forms in the order they stand, repeated as often as
 * they occur: forced words, nouns, names, independent verbs and adjectives; no stop words, no single kana or
 * sign, no addresses.
 */
export function contentWords({ text, tokens }: Omit<TokenisedText, 'id'>, lists: WordLists): string[] {
  const addresses = [...text.matchAll(address)].map(({ 0: found, index }) => [index, index + found.length])
  return tokens.flatMap(({ base, kind, start }) => {
    if (!contentKinds.has(kind)) return []
    if (addresses.some(([from = 0, to = 0]) => start >= from && start < to)) return []
    const word = lists.synonyms.get(base) ?? base
    if (kind === 'forced') return [word]
    return lists.stopWords.has(word) || isTooLittle.test(word) ? [] : [word]
  })
}

/** Mail and web addresses are no topic. */
const address = /[\w.+-]{1,64}[@＠][\w.-]{1,100}|https?:\/\/[\w./?#&=%-]{1,500}/g

/** One kana, or no letter at all. */
const isTooLittle = /^[\p{sc=Hira}\p{sc=Kana}ー]$|^[^\p{L}]*$/u

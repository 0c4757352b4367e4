import { contentWords } from '#src/lib/text/content-words.ts'
import type { ForcedWord } from '#src/lib/text/forced-words.ts'
import type { TextUnit } from '#src/lib/text/text-unit.ts'
import type { TokenisedText } from '#src/lib/text/token.ts'
import { defaultWordLists } from '#src/lib/text/word-lists.ts'
import { openTokeniser } from '#src/platform/tokens/tokeniser.ts'
import { engineVersion, type Made } from '../core/made.ts'
import type { VoiceRow } from '../core/read-voices.ts'
import type { CountedLists } from '../core/word-list.ts'

/** Voices with their tokens and content words, and with what they were cut. */
export type PreparedVoices = { made: Made; texts: TokenisedText[]; units: TextUnit[] }

type Wishes = { forcedWords: readonly ForcedWord[]; lists?: CountedLists | undefined; seed: string }

/** Cuts voices into words, the forced ones kept whole. */
export async function tokeniseRows(
  rows: readonly VoiceRow[],
  { forcedWords, lists, seed }: Wishes,
): Promise<PreparedVoices> {
  const counted = lists
    ? { ...defaultWordLists, version: lists.version, stopWords: new Set(lists.stopWords) }
    : defaultWordLists
  const { name, tokenise } = await openTokeniser(forcedWords)
  const texts = rows.map(({ id, text }) => ({ id, text, tokens: tokenise(text) }))
  const units = rows.map(({ id, text, submission, submitter }, at): TextUnit => {
    const words = contentWords(texts[at] as TokenisedText, counted)
    return { id, text, words, ...(submission ? { submission } : {}), ...(submitter ? { submitter } : {}) }
  })
  return {
    made: { engine: engineVersion, tokeniser: name, words: counted.version, seed },
    texts,
    units,
  }
}

import { contentWords } from '#src/lib/text/content-words.ts'
import { byCodeUnit } from '#src/lib/text/order.ts'
import { segmentWords } from '#src/lib/text/segment-words.ts'
import { representatives } from '#src/lib/text/topics/representatives.ts'
import { tfIdf } from '#src/lib/text/topics/tf-idf.ts'
import { defaultWordLists } from '#src/lib/text/word-lists.ts'
import type { Opinion, Submission } from './submission.ts'

/** Whether the words of an opinion may be quoted as they stand (引用): by consent, and by what two people decided. */
export type Quotable = 'released' | 'to-decide' | 'office-only'

export const quotableWords: Readonly<Record<Quotable, string>> = {
  released: '引用できます',
  'to-decide': '引用の前に、公開の確認が要ります',
  'office-only': '庁内だけ：引用できません',
}

export function quotable({
  consent,
  disclosure,
  releasedBy,
}: Pick<Submission, 'consent'> & Pick<Opinion, 'disclosure' | 'releasedBy'>): Quotable {
  if (consent === 'internal' || disclosure === 'withheld') return 'office-only'
  return releasedBy !== undefined && disclosure === 'public' ? 'released' : 'to-decide'
}

const longestQuote = 200

/**
 * Of texts that may be quoted, the one in the middle and the two that differ most (at most three), so that a report shows
 * the breadth of what was said and not what came first. Words by the segmenter: no dictionary is needed. The same text
 * twice is one.
 */
export function quotesOf(texts: readonly string[]): string[] {
  const fit = [...new Set(texts)]
    .filter((text) => text !== '' && text.length <= longestQuote)
    .sort(byCodeUnit)
  if (fit.length === 0) return []
  const { vectors, words } = tfIdf(
    fit.map((text) => contentWords({ text, tokens: segmentWords(text) }, defaultWordLists)),
  )
  const { medoid, extremes } = representatives(vectors, words.length)
  return [medoid, ...extremes].flatMap((place) => fit[place] ?? [])
}

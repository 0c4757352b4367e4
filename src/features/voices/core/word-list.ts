import { z } from 'zod'
import { type ForcedWord, readForcedWords } from '#src/lib/text/forced-words.ts'
import { cleanLetter } from './letter.ts'

/** The city's own words for reading voices (切らない語): one a line, `停留所=バス停` where one word stands for another. */
export type WordList = { words: string; revision: number }

const mostWords = 500
const longestWord = 40

/** Why a list of words cannot be used, or undefined. */
export function wordListProblem(words: string): string | undefined {
  const read = readForcedWords(words)
  const long = read.find(({ word }) => [...word].length > longestWord)
  if (long) return `1つの語は${longestWord}字までです：${long.word.slice(0, 20)}…`
  const short = read.find(({ word }) => [...word].length < 2)
  if (short) return `語は2字以上で書いてください：「${short.word}」`
  if (read.length > mostWords) return `語は${mostWords}までです`
  const twice = read.find(({ word }, at) => read.findIndex((other) => other.word === word) !== at)
  return twice ? `「${twice.word}」が2か所にあります` : undefined
}

export const wordListForm = z.object({
  words: z
    .string()
    .default('')
    .transform(cleanLetter)
    .superRefine((words, context) => {
      const message = wordListProblem(words)
      if (message) context.addIssue({ code: 'custom', message })
    }),
})

/**
 * Words that are never cut: the city's own list first, then names of the town, and of the codes those that are terms. A
 * label with hiragana is a phrase (バスの本数): kept whole it would hide its words, and no rule or search for バス would
 * find it.
 */
export function wordsKeptWhole({ districts, codes, own }: Known): ForcedWord[] {
  const terms = codes.map(({ label }) => label).filter((label) => !/\p{sc=Hira}/u.test(label))
  const listed = readForcedWords(own)
  const known = new Set(listed.map(({ word }) => word))
  const others = [...new Set([...districts, ...terms])].filter((word) => word.length > 1 && !known.has(word))
  return [...listed, ...others.map((word) => ({ word, base: word }))]
}

type Known = { districts: readonly string[]; codes: readonly { label: string }[]; own: string }

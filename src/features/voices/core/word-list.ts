import { z } from 'zod'
import { type ForcedWord, readForcedWords } from '#src/lib/text/forced-words.ts'
import {
  defaultFormalNouns,
  defaultStopWords,
  defaultWordLists,
  readWords,
} from '#src/lib/text/word-lists.ts'
import { cleanLetter } from './letter.ts'

/**
 * The city's own words for reading voices, one version of them (語の一覧).
 *
 * `words` are never cut (切らない語): one a line, `停留所=バス停` where one word stands for another. `cut` are those of the
 * plan, the town and the codes that may be cut after all. `stop` and `formal` are not counted (数えない語、形式名詞).
 */
export type WordList = { words: string; cut: string; stop: string; formal: string; revision: number }
export type WordListContent = Omit<WordList, 'revision'>

/** Before anybody wrote anything. */
export const firstWordList: WordList = {
  words: '',
  cut: '',
  stop: defaultStopWords,
  formal: defaultFormalNouns,
  revision: 0,
}

const mostWords = 500
const longestWord = 40

type Problem = { field: keyof WordListContent; message: string }

/** Why a list of words cannot be used, and where, or undefined. */
export function wordListProblem({ words, cut, stop, formal }: WordListContent): Problem | undefined {
  const whole = readForcedWords(words).map(({ word }) => word)
  const message = listProblem(whole)
  if (message) return { field: 'words', message }
  const short = whole.find((word) => [...word].length < 2)
  if (short) return { field: 'words', message: `語は2字以上で書いてください：「${short}」` }
  const both = readWords(cut).find((word) => whole.includes(word))
  if (both) return { field: 'cut', message: `「${both}」は、切らない語にもあります` }
  for (const [field, list] of Object.entries({ cut, stop, formal }) as [Problem['field'], string][]) {
    const found = listProblem(readWords(list))
    if (found) return { field, message: found }
  }
  return undefined
}

function listProblem(list: readonly string[]): string | undefined {
  const long = list.find((word) => [...word].length > longestWord)
  if (long) return `1つの語は${longestWord}字までです：${long.slice(0, 20)}…`
  if (list.length > mostWords) return `語は${mostWords}までです`
  const seen = new Set<string>()
  const twice = list.find((word) => seen.size === seen.add(word).size)
  return twice ? `「${twice}」が2か所にあります` : undefined
}

const text = z.string().default('').transform(cleanLetter)

export const wordListForm = z
  .object({ words: text, cut: text, stop: text, formal: text })
  .superRefine((list, context) => {
    const problem = wordListProblem(list)
    if (problem) context.addIssue({ code: 'custom', path: [problem.field], message: problem.message })
  })

/** Where a word comes from that is kept whole without being written into the list. */
export type TownWord = { word: string; from: 'district' | 'facility' | 'measure' | 'code' }

export const townWordLabels: Readonly<Record<TownWord['from'], string>> = {
  district: '地区',
  facility: '参加の場の会場',
  measure: '施策の名前',
  code: '分類の名前',
}

type Town = {
  districts: readonly string[]
  venues: readonly string[]
  titles: readonly string[]
  codes: readonly { label: string }[]
}

/**
 * Words kept whole by themselves: districts, facilities (of a venue 伊奈公民館 ホール the facility), titles of the plan, and of
 * the codes those that are terms: a label with hiragana is a phrase (バスの本数).
 */
export function townWordsOf({ districts, venues, titles, codes }: Town): TownWord[] {
  const terms = codes.map(({ label }) => label).filter((label) => !/\p{sc=Hira}/u.test(label))
  const facilities = venues.map((venue) => venue.trim().split(/\s/)[0] ?? '')
  const all: [TownWord['from'], readonly string[]][] = [
    ['district', districts],
    ['facility', facilities],
    ['measure', titles],
    ['code', terms],
  ]
  const known = new Map<string, TownWord>()
  for (const [from, words] of all)
    for (const word of words.map((one) => one.normalize('NFKC').trim()))
      if ([...word].length > 1 && !known.has(word)) known.set(word, { word, from })
  return [...known.values()]
}

/** Words that are never cut: the city's own first, then those of the town but for the ones that may be cut. */
export function wordsKeptWhole(list: WordListContent, town: readonly TownWord[]): ForcedWord[] {
  const listed = readForcedWords(list.words)
  const left = new Set([...listed.map(({ word }) => word), ...readWords(list.cut)])
  return [...listed, ...town.filter(({ word }) => !left.has(word)).map(({ word }) => ({ word, base: word }))]
}

/** What is not counted, and the version that goes into every result. */
export type CountedLists = { version: string; stopWords: string[] }

export const countedLists = ({ stop, formal, revision }: WordList): CountedLists => ({
  version:
    revision === 0 ? defaultWordLists.version : `${defaultWordLists.version}・市の一覧 第${revision}版`,
  stopWords: readWords(`${stop}\n${formal}`),
})

import { z } from 'zod'
import type { Questionnaire, SurveyQuestion } from '#src/formats/survey-question.ts'
import {
  columnsOf,
  hasColumnByOption,
  markColumn,
  textColumn,
  valueColumns,
} from '../answering/answer-cells.ts'
import { questionsOf, ranksOf } from '../questionnaire/edit-questionnaire.ts'
import type { Strata } from '../sample/strata.ts'
import { type KnownLayout, layoutOf, placeUse } from './known-layouts.ts'
import { placeColumn } from './place-column.ts'
import { sameWords } from './same-words.ts'

/** Signs between the answers of one cell. */
export const separatorLabels = {
  ';': '；（セミコロン）',
  ',': '，（コンマ）',
  '、': '、（読点）',
  '|': '｜（縦線）',
  '\n': '改行',
  ' ': '空白',
} as const
export type Separator = keyof typeof separatorLabels
export const separators = Object.keys(separatorLabels) as [Separator, ...Separator[]]

/**
 * How the columns of a file are read: `uses` by heading (`value:q1`, `marks:q4`, `mark:q4_1`, `text:q4_8_text`, `code`, `day`,
 * `id`, `complete`, `stratum:地区`, `other:q4_8_text`, `place:q8#2`, `skip`), and which option a value means that is none of its words.
 */
export const importMapping = z.strictObject({
  uses: z.record(z.string(), z.string()),
  separator: z.enum(separators),
  /** A value that is no option is what was written beside 「その他」. */
  isOtherFree: z.boolean(),
  /** `A1`, `A2` … are the first, the second option: codes other services give by themselves. */
  isByPlace: z.boolean().default(false),
  matches: z.array(z.strictObject({ column: z.string(), value: z.string(), code: z.string() })),
})
export type ImportMapping = z.infer<typeof importMapping>

export const codeColumn = '回答コード'
export const dayColumn = '回答日'
export const idColumn = '回答の番号'

export type Use = { value: string; label: string }

const generalUses: readonly Use[] = [
  { value: 'skip', label: '読まない' },
  { value: 'code', label: codeColumn },
  { value: 'day', label: '回答日（時刻は読みません）' },
  { value: 'id', label: `${idColumn}（同じ番号は2回取り込まない）` },
  { value: 'complete', label: '最後まで答えたか（空の行は取り込まない。日付なら回答日にもなる）' },
]

/** Everything a column of a file may be read as. */
export function usesFor({ questionnaire, strata }: { questionnaire: Questionnaire; strata: Strata }): Use[] {
  return [
    ...generalUses,
    ...strata.variables.map((name) => ({ value: `stratum:${name}`, label: `層：${name}` })),
    ...questionsOf(questionnaire).flatMap(usesOfQuestion),
  ]
}

function usesOfQuestion(question: SurveyQuestion): Use[] {
  const { number, type, options, items } = question
  const texts = items.flatMap(({ column }) =>
    options
      .filter(({ hasText }) => hasText)
      .map(({ code, label }) => ({
        value: `text:${textColumn(column, code)}`,
        label: `${number}「${label}」の文`,
      })),
  )
  const others = texts.map(({ value, label }) => ({
    value: value.replace('text:', 'other:'),
    label: `${label}（書いてあれば選んだことにする）`,
  }))
  const values = valueColumns(question).map(({ column, label }) => ({
    value: `value:${column}`,
    label: `${number} ${label || question.text}`.slice(0, 50),
  }))
  if (!hasColumnByOption(question)) return [...values, ...texts]
  const one = type === 'ranking' ? '順位' : '選んだか'
  return items.flatMap(({ column }) => [
    {
      value: `marks:${column}`,
      label: `${number}（1つの列に${type === 'ranking' ? '順に' : 'すべて'}）${question.text}`.slice(0, 50),
    },
    ...options.map(({ code, label }) => ({
      value: `mark:${markColumn(column, code)}`,
      label: `${number} ${code}「${label}」（${one}）`,
    })),
    ...Array.from({ length: type === 'ranking' ? ranksOf(question) : 0 }, (_, at) => ({
      value: `place:${placeColumn(column, at + 1)}`,
      label: `${number} ${at + 1}位に選んだもの`,
    })),
    ...texts,
    ...others,
  ])
}

type Known = { questionnaire: Questionnaire; strata: Strata }

/**
 * What the headings say by themselves: names of our own columns, the words of the questions (設問、設問 [行]), or the way a known
 * service names them.
 */
export function guessMapping(headings: readonly string[], known: Known): ImportMapping {
  const layout = layoutOf(headings)
  const taken = new Set<string>()
  const uses = headings.map((heading): [string, string] => {
    const guessed = guessUse(heading, known, layout)
    const isTwice = taken.has(guessed) || taken.has(guessed.replace(/^mark:(.*)_[^_]*$/, 'marks:$1'))
    const use = isTwice ? 'skip' : guessed
    if (use !== 'skip') taken.add(use)
    return [heading, use]
  })
  return {
    uses: Object.fromEntries(uses),
    separator: ';',
    isOtherFree: false,
    isByPlace: layout?.isByPlace ?? false,
    matches: [],
  }
}

/** How a column is read. A heading may be any word, also one that every object answers to (`constructor`). */
export const useOfHeading = ({ uses }: Pick<ImportMapping, 'uses'>, heading: string): string | undefined =>
  Object.hasOwn(uses, heading) ? uses[heading] : undefined

const generalNames: ReadonlyMap<string, string> = new Map([
  [codeColumn, 'code'],
  [dayColumn, 'day'],
  [idColumn, 'id'],
  ...['回答日時', '送信日時', '受付日時'].map((name) => [name, 'day'] as const),
  ...['id', '受付番号', '回答番号'].map((name) => [name, 'id'] as const),
])

function guessUse(heading: string, { questionnaire, strata }: Known, layout?: KnownLayout): string {
  const general = (layout && useOfHeading(layout, heading)) ?? generalNames.get(heading)
  if (general) return general
  const questions = questionsOf(questionnaire)
  const placed = layout?.placeOf?.(heading, questions)
  if (placed) return placed
  for (const question of questions) {
    if (!columnsOf(question).includes(heading)) continue
    if (heading.endsWith('_text')) return `text:${heading}`
    return hasColumnByOption(question) ? `mark:${heading}` : `value:${heading}`
  }
  const variable = strata.variables.find((name) => heading.includes(name))
  return (
    layout?.useOf?.(heading, questions) ??
    guessByWords(heading, questions) ??
    (variable ? `stratum:${variable}` : 'skip')
  )
}

/** Heading of a question without what is said in brackets at its end: 「施策（3つまで）」. */
const bareWords = (text: string) =>
  sameWords(text.replace(/[（(][^（()）]*[)）]\s*$/, '')).replace(/[。?]$/, '')

function guessByWords(heading: string, questions: readonly SurveyQuestion[]): string | undefined {
  const grid = /^(.*)[[［](.+)[\]］]\s*$/.exec(heading)
  if (grid) return guessGrid(grid[1] ?? '', grid[2] ?? '', questions)
  const found = questions.filter(({ text }) => bareWords(text) === bareWords(heading))
  const [question, other] = found
  const column = question?.items[0]?.column
  if (!question || other || column === undefined || question.items.length > 1) return undefined
  return hasColumnByOption(question) ? `marks:${column}` : `value:${column}`
}

/** A place of a ranking: 「大切な順に [1位]」. A line of a matrix: 「満足度 [公共交通]」. Of a dual one the heading must say which of the two scales. */
function guessGrid(title: string, row: string, questions: readonly SurveyQuestion[]): string | undefined {
  const [ranking, second] = questions.filter(
    ({ type, text }) => type === 'ranking' && bareWords(text) === bareWords(title),
  )
  if (ranking && !second) return placeUse(ranking, row)
  const lines = questions
    .filter(({ type }) => type === 'matrix' || type === 'matrix-dual')
    .flatMap(({ items, text }) => items.map((item) => ({ ...item, text })))
    .filter(({ label }) => sameWords(label) === sameWords(row))
  const [line] = lines.filter(({ text }) => lines.length === 1 || bareWords(text) === bareWords(title))
  if (!line) return undefined
  if (line.importanceColumn === undefined) return `value:${line.column}`
  if (title.includes('重要')) return `value:${line.importanceColumn}`
  return title.includes('満足') ? `value:${line.column}` : undefined
}

import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import {
  columnsOf,
  hasColumnByOption,
  markColumn,
  textColumn,
  valueColumns,
} from '../answering/answer-cells.ts'
import { subCodeOf, titleOf } from '../exchange/lss-names.ts'
import { ranksOf } from '../questionnaire/edit-questionnaire.ts'
import { placeColumn } from './place-column.ts'

/** A layout whose headings tell which service wrote the file. */
export type KnownLayout = {
  name: string
  /** Headings that stand in every file of the service. */
  has: readonly (readonly string[])[]
  uses: Readonly<Record<string, string>>
  /** The use of a heading that names questions in the way of the service. */
  useOf?: (heading: string, questions: readonly SurveyQuestion[]) => string | undefined
  /** The place of a ranking a heading names, where it reads like a column of ours that means something else. */
  placeOf?: (heading: string, questions: readonly SurveyQuestion[]) => string | undefined
  /** Whether the service gives codes to options by their place: `A2` is the second one. */
  isByPlace?: boolean
}

/**
 * Layouts that are published (`surveys.md` §5.4). Those of e-TUMO and LoGoフォーム are not: a person tells their columns once
 * and keeps them as a profile.
 */
export const knownLayouts: readonly KnownLayout[] = [
  {
    name: 'LimeSurvey',
    has: [['submitdate', 'startlanguage']],
    uses: {
      ...{ id: 'id', submitdate: 'complete', datestamp: 'day' },
      ...{ lastpage: 'skip', startlanguage: 'skip', seed: 'skip', token: 'skip', startdate: 'skip' },
    },
    useOf: useInLimeSurvey,
    placeOf: placeInLimeSurvey,
    isByPlace: true,
  },
  {
    name: 'Kobo・ODK',
    has: [
      ['_uuid', '_submission_time'],
      ['KEY', 'SubmissionDate'],
    ],
    uses: {
      ...{ _uuid: 'id', KEY: 'id', end: 'day', SubmissionDate: 'day' },
      ...{ _id: 'skip', start: 'skip', _submission_time: 'skip', 'meta-instanceID': 'skip' },
    },
    useOf: useInKobo,
  },
  {
    name: 'Microsoft Forms',
    has: [
      ['開始時刻', '完了時刻'],
      ['Start time', 'Completion time'],
    ],
    uses: {
      ...{ ID: 'id', 完了時刻: 'day', 'Completion time': 'day', 開始時刻: 'skip', 'Start time': 'skip' },
      ...{ メール: 'skip', 名前: 'skip', Email: 'skip', Name: 'skip' },
    },
    useOf: useOfLine,
  },
  {
    name: 'Googleフォーム',
    has: [['タイムスタンプ'], ['Timestamp']],
    uses: { タイムスタンプ: 'day', Timestamp: 'day' },
  },
]

/** The service that wrote a file, where its headings say so. */
export const layoutOf = (headings: readonly string[]): KnownLayout | undefined =>
  knownLayouts.find(({ has }) => has.some((all) => all.every((heading) => headings.includes(heading))))

/** `Q2[SQ001]`, `Q3[SQ002][2]`, `Q2[other]`: the code of the question, of its option or line, and the scale. */
function useInLimeSurvey(heading: string, questions: readonly SurveyQuestion[]): string | undefined {
  const [, title = '', sub, scale = '1'] = /^(\w+)(?:\[(\w+)\])?(?:\[(\d+)\])?$/.exec(heading) ?? []
  const question = questions.find((one) => titleOf(one).toLowerCase() === title.toLowerCase())
  const [item] = question?.items ?? []
  if (!question || !item || question.type === 'ranking') return undefined
  if (sub === undefined) return question.items.length > 1 ? undefined : useOfColumn(item.column, question)
  if (sub === 'other') {
    const other = question.options.find(({ hasText }) => hasText)
    return (
      other && `${question.type === 'multiple' ? 'other' : 'text'}:${textColumn(item.column, other.code)}`
    )
  }
  const isAt = (code: string, at: number) =>
    subCodeOf(code, at) === sub || Number(/^SQ0*(\d+)$/.exec(sub)?.[1]) === at + 1
  if (question.type === 'multiple') {
    const option = question.options.find(({ code }, at) => isAt(code, at))
    return option && `mark:${markColumn(item.column, option.code)}`
  }
  const line = question.items.find(({ column }, at) => isAt(column, at))
  const column = scale === '2' ? line?.importanceColumn : line?.column
  return column && `value:${column}`
}

/**
 * `Q8[1]`, `Q8_1` or `Q8[Rank 1]`: what was put first. (In a table of ours `q8_1` is the place of the option 1, so that the two must not
 * be mixed up.)
 */
function placeInLimeSurvey(heading: string, questions: readonly SurveyQuestion[]): string | undefined {
  const [, title = '', first, second] = /^(\w+?)(?:_(\d{1,2})|\[(.+)\])$/.exec(heading) ?? []
  const question = questions.find(
    (one) => one.type === 'ranking' && titleOf(one).toLowerCase() === title.toLowerCase(),
  )
  return question && placeUse(question, first ?? second ?? '')
}

/** The use of a column that holds what has one place of a ranking: `1`, `Rank 1`, `1位`. */
export function placeUse(question: SurveyQuestion, words: string): string | undefined {
  const plain = words.normalize('NFKC').trim()
  const place = Number(/^(?:rank|ランク|順位|第)?\s*([1-9]\d?)位?$/i.exec(plain)?.[1])
  const [item, another] = question.items
  return item && !another && place <= ranksOf(question)
    ? `place:${placeColumn(item.column, place)}`
    : undefined
}

const useOfColumn = (column: string, question: SurveyQuestion) =>
  hasColumnByOption(question) ? `marks:${column}` : `value:${column}`

/** `group/q2` and `group/q2/kosodate`: groups before the name of the question, an option after it. */
function useInKobo(heading: string, questions: readonly SurveyQuestion[]): string | undefined {
  const parts = heading.split('/')
  const [last = '', before = ''] = parts.toReversed()
  for (const question of questions) {
    const column = question.items.find((item) => item.column === before)?.column
    const option = question.options.find(({ code }) => code === last)
    if (column && option && hasColumnByOption(question)) return `mark:${markColumn(column, option.code)}`
    if (question.items.some((item) => item.column === last) && hasColumnByOption(question))
      return `marks:${last}`
    if (valueColumns(question).some((one) => one.column === last)) return `value:${last}`
    if (columnsOf(question).includes(last)) return `text:${last}`
  }
  return undefined
}

/** A line of a matrix stands as a heading of its own, without the question: taken where one line only has these words. */
function useOfLine(heading: string, questions: readonly SurveyQuestion[]): string | undefined {
  const lines = questions
    .filter(({ type }) => type === 'matrix')
    .flatMap(({ items }) => items)
    .filter(({ label }) => label === heading.trim())
  return lines.length === 1 ? `value:${lines[0]?.column}` : undefined
}

import type { Questionnaire, SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import { conditionWords } from '../questionnaire/condition-words.ts'
import { questionsOf, ranksOf } from '../questionnaire/edit-questionnaire.ts'
import { hintOf } from '../questionnaire/question-hint.ts'

type PaperOption = { code: string; label: string; plain: string; hasText: boolean }

/** A question as the template of the paper form draws it. */
export type PaperQuestion = {
  kind: 'note' | 'choices' | 'ranks' | 'table' | 'number' | 'date' | 'line' | 'text'
  number: string
  text: string
  plain: string
  hint: string
  /** 「問3で「4 やや不満」を選んだ方だけ」; empty: everybody. */
  condition: string
  unit: string
  /** Options one below the other, in one or two columns. */
  columns: 1 | 2
  options: PaperOption[]
  /** Scales of a table, side by side: one, or 満足度 and 重要度. */
  scales: { title: string; options: PaperOption[] }[]
  lines: string[]
  /** How many places a ranking has. */
  ranks: number
}
export type PaperSection = { title: string; questions: PaperQuestion[] }

/** The questionnaire for paper: the same numbers, words and codes as on the web. */
export function paperSections(questionnaire: Questionnaire): PaperSection[] {
  const questions = questionsOf(questionnaire)
  return questionnaire.sections.map((section) => ({
    title: section.title,
    questions: section.questions.map((question) => paperQuestion(questions, question)),
  }))
}

const kinds: Record<SurveyQuestion['type'], PaperQuestion['kind']> = {
  single: 'choices',
  multiple: 'choices',
  rating: 'choices',
  place: 'choices',
  matrix: 'table',
  'matrix-dual': 'table',
  ranking: 'ranks',
  number: 'number',
  date: 'date',
  'text-short': 'line',
  'text-long': 'text',
  note: 'note',
}

function paperQuestion(questions: readonly SurveyQuestion[], question: SurveyQuestion): PaperQuestion {
  const { type, number, text, plainText, options, importanceOptions, items, showIf, unit } = question
  const condition = conditionWords(questions, showIf)
  const scales = [{ title: type === 'matrix-dual' ? '満足度' : '', options: options.map(paperOption) }]
  if (type === 'matrix-dual') scales.push({ title: '重要度', options: importanceOptions.map(paperOption) })
  return {
    kind: kinds[type],
    number,
    text,
    plain: plainText,
    hint: type === 'date' ? '' : hintOf(question),
    condition: condition && `${condition}だけ、お答えください`,
    unit,
    columns: columnsFor(options),
    options: options.map(paperOption),
    scales,
    lines: items.map(({ label }) => label),
    ranks: type === 'ranking' ? ranksOf(question) : 0,
  }
}

const paperOption = ({ code, label, plainLabel, hasText }: SurveyOption): PaperOption => ({
  code,
  label,
  plain: plainLabel,
  hasText,
})

const manyOptions = 6
const longestInHalf = 14

/** Many short options stand in two columns, read down the first one: long lists stay on one page. */
const columnsFor = (options: readonly SurveyOption[]): 1 | 2 =>
  options.length >= manyOptions &&
  options.every(
    ({ label, plainLabel, hasText }) => label.length <= longestInHalf && plainLabel === '' && !hasText,
  )
    ? 2
    : 1

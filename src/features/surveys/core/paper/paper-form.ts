import type { Questionnaire, SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import { conditionWords } from '../questionnaire/condition-words.ts'
import { questionsOf, ranksOf } from '../questionnaire/edit-questionnaire.ts'
import { hintOf } from '../questionnaire/question-hint.ts'
import { inLanguage } from '../questionnaire/translations.ts'
import { type Language, wordsIn } from '../words/languages.ts'
import { paperWordsIn } from '../words/paper-words.ts'

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
export function paperSections(japanese: Questionnaire, language?: Language): PaperSection[] {
  const questionnaire = inLanguage(japanese, language)
  const said = { questions: questionsOf(questionnaire), language }
  return questionnaire.sections.map((section) => ({
    title: section.title,
    questions: section.questions.map((question) => paperQuestion(said, question)),
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

type Said = { questions: readonly SurveyQuestion[]; language: Language | undefined }

function paperQuestion({ questions, language }: Said, question: SurveyQuestion): PaperQuestion {
  const { type, number, text, plainText, options, importanceOptions, items, showIf, unit } = question
  const words = wordsIn(language)
  const { conditions } = paperWordsIn(language)
  const scales = [
    { title: type === 'matrix-dual' ? words.satisfaction : '', options: options.map(paperOption) },
  ]
  if (type === 'matrix-dual')
    scales.push({ title: words.importance, options: importanceOptions.map(paperOption) })
  return {
    kind: kinds[type],
    number,
    text,
    plain: plainText,
    hint: type === 'date' ? '' : hintOf(question, words).trim(),
    condition: conditionWords(questions, showIf, { said: conditions, way: 'only' }),
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

import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { type FormWords, japanese } from '../words/japanese.ts'
import { filled } from '../words/languages.ts'
import { ranksOf } from './edit-questionnaire.ts'

/** What is wanted, in a few words: the same on the screen and on paper. */
export function hintOf(question: SurveyQuestion, words: FormWords = japanese): string {
  const { type, minimum, maximum, unit } = question
  if (type === 'multiple') {
    if (maximum !== undefined) return filled(words.atMost, { n: maximum })
    return minimum === undefined ? words.all : filled(words.atLeast, { n: minimum })
  }
  if (type === 'single' || type === 'rating') return words.onlyOne
  if (type === 'matrix' || type === 'matrix-dual') return words.oneEach
  if (type === 'ranking') return filled(words.ranks, { n: ranksOf(question) })
  if (type === 'date') return words.dateExample
  if (type !== 'number') return ''
  const from = minimum === undefined ? '' : filled(words.from, { n: minimum })
  const to = maximum === undefined ? '' : filled(words.to, { n: maximum })
  return `${from}${to}${unit ? filled(words.unit, { unit }) : ''}`
}

import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { ranksOf } from './edit-questionnaire.ts'

/** What is wanted, in a few words: the same on the screen and on paper. */
export function hintOf(question: SurveyQuestion): string {
  const { type, minimum, maximum, unit } = question
  if (type === 'multiple') {
    if (maximum !== undefined) return `（${maximum}つまで）`
    return minimum === undefined ? '（あてはまるものすべて）' : `（${minimum}つ以上）`
  }
  if (type === 'single' || type === 'rating') return '（1つだけ）'
  if (type === 'matrix' || type === 'matrix-dual') return '（1行に1つずつ）'
  if (type === 'ranking') return `（順に${ranksOf(question)}つ）`
  if (type === 'date') return '例：令和6年4月1日、2024-04-01'
  if (type !== 'number') return ''
  const range = [minimum === undefined ? '' : `${minimum}から`, maximum === undefined ? '' : `${maximum}まで`]
  return `${range.join('')}${unit ? `（単位：${unit}）` : ''}`
}

import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { ranksOf } from '../questionnaire/edit-questionnaire.ts'
import type { FormWords } from '../words/japanese.ts'
import { filled } from '../words/languages.ts'
import { type AnswerCells, markColumn } from './answer-cells.ts'

/**
 * Cells of a ranking from option codes in their order, the first is 1位; an empty place is a gap. An option given twice keeps
 * both places (`1,3`), so that nothing typed is lost and the mistake can be told.
 */
export function rankCells(
  { options }: SurveyQuestion,
  column: string,
  order: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    options.map(({ code }) => [
      markColumn(column, code),
      order.flatMap((given, at) => (given === code ? [at + 1] : [])).join(','),
    ]),
  )
}

/** Option codes by place, as far as the cells say: the inverse of `rankCells`. */
export function orderOf(question: SurveyQuestion, column: string, cells: AnswerCells): string[] {
  return Array.from({ length: ranksOf(question) }, (_, at) => {
    const placed = question.options.find(({ code }) =>
      (cells[markColumn(column, code)] ?? '').split(',').includes(String(at + 1)),
    )
    return placed?.code ?? ''
  })
}

/** What is wrong with a ranking: ties, gaps, too many or too few places. None: no answer, 無効 or right. */
export function rankProblem(
  question: SurveyQuestion,
  { column, cells, words }: { column: string; cells: AnswerCells; words: FormWords },
): string | undefined {
  const { options, number: no, minimum } = question
  const values = options
    .map(({ code, label }) => ({ label, value: cells[markColumn(column, code)] ?? '' }))
    .filter(({ value }) => !['', '0', 'INV', 'NAP'].includes(value))
  const twice = values.find(({ value }) => value.includes(','))
  if (twice) return filled(words.rankTwice, { no, label: twice.label })
  const odd = values.find(({ value }) => !/^[1-9]\d?$/.test(value))
  if (odd) return filled(words.rankOdd, { no, value: odd.value })
  const ranks = values.map(({ value }) => Number(value)).sort((a, b) => a - b)
  const most = ranksOf(question)
  if ((ranks.at(-1) ?? 0) > most) return filled(words.rankMost, { no, n: most })
  const tie = ranks.find((rank, at) => rank === ranks[at - 1])
  if (tie) return filled(words.rankTie, { no, n: tie })
  const gap = ranks.findIndex((rank, at) => rank !== at + 1)
  if (gap >= 0) return filled(words.rankGap, { no, n: gap + 1 })
  if (minimum !== undefined && ranks.length > 0 && ranks.length < minimum)
    return filled(words.rankFew, { no, n: minimum, now: ranks.length })
  return undefined
}

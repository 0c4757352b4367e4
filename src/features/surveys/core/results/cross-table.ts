import type { Questionnaire, SurveyQuestion } from '#src/formats/survey-question.ts'
import { weightedPercentWords } from '#src/lib/statistics/tabulation/percent-words.ts'
import { runCross } from '../estimate/run-tables.ts'
import { fewAnswers, type Work } from '../estimate/statistic-result.ts'
import { type StatisticOf, statisticSpec } from '../estimate/statistic-spec.ts'
import { questionsOf } from '../questionnaire/edit-questionnaire.ts'

/** クロス集計 in words: percentages of each column, 参考値 where few answered. */
export type CrossResult = {
  columns: { label: string; base: number; isReference: boolean }[]
  lines: { label: string; cells: string[]; counts: number[]; shares: number[]; isMissing: boolean }[]
  notApplicable: number
}

/** 表側 by 表頭; weighted where the survey has weights. 無回答 is in the base and the last line. */
export function crossCountable(work: Work, row: string, banner: readonly string[]): CrossResult {
  const [found] = runCross(
    work,
    statisticSpec.parse({ statistic: 'cross', row, banner }) as StatisticOf<'cross'>,
  )
  if (!found) throw new RangeError('クロス集計ができません')
  const columns = found.columns.map(({ codes, base }, place) => ({
    label: place === found.columns.length - 1 ? '全体' : labelOf(work, banner, codes),
    base: base.count,
    isReference: base.count < fewAnswers,
    weight: base.weight,
  }))
  const lines = found.lines.flatMap(({ label, code, counts, weights, shares }) => {
    if (code === 'not-applicable' || (!shares && !counts.some((count) => count > 0))) return []
    const parts = weights.map((weight, place) => weight / (columns[place]?.weight || 1))
    const cells = parts.map(weightedPercentWords)
    return [{ label, cells, counts: [...counts], shares: parts, isMissing: !shares }]
  })
  const left = found.lines.find(({ code }) => code === 'not-applicable')
  return {
    columns: columns.map(({ weight: _, ...column }) => column),
    lines,
    notApplicable: left?.counts.at(-1) ?? 0,
  }
}

const labelOf = ({ frame }: Work, banner: readonly string[], codes: readonly string[]) =>
  codes
    .map((code, place) => {
      const options = frame.columns.get(banner[place] ?? '')?.options
      return options?.find((option) => option.code === code)?.label ?? code
    })
    .join('・')

/** What a table may be crossed by: what is known of everybody, then questions with one answer. */
export function bannersOf(variables: readonly string[], questionnaire: Questionnaire) {
  const singles = questionsOf(questionnaire).filter(({ type }) =>
    ['single', 'rating', 'place'].includes(type),
  )
  return [
    ...variables.map((name) => ({ value: name, label: name })),
    ...singles.flatMap(({ number, text, items }: SurveyQuestion) =>
      items.map(({ column }) => ({ value: column, label: `${number} ${text}`.slice(0, 50) })),
    ),
  ]
}

import type { SurveyOption } from '#src/formats/survey-question.ts'
import { type Separator, separators } from './import-mapping.ts'
import { splitAnswers } from './split-answers.ts'

type Cells = { options: readonly SurveyOption[]; values: readonly string[] }
const enough = 300

/** The sign between several answers of one cell: the one with which the fewest parts are no option. */
export function guessSeparator(columns: readonly Cells[]): Separator {
  const unknownWith = (separator: Separator) =>
    columns
      .flatMap(({ options, values }) =>
        values.slice(0, enough).map((text) => splitAnswers(text, separator, options).unknown.length),
      )
      .reduce((sum, count) => sum + count, 0)
  const counted = separators.map((separator) => ({ separator, unknown: unknownWith(separator) }))
  return counted.toSorted((a, b) => a.unknown - b.unknown)[0]?.separator ?? ';'
}

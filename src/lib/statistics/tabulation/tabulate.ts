import type { Category, MissingKind } from '../category.ts'
import { missingCodes } from '../category.ts'

/** A number of respondents and the sum of their weights. */
export type Tally = { count: number; weight: number }

/**
 * What a percentage is divided by (分母):
 *
 * - `all`: every respondent, 非該当 included;
 * - `asked`: those the question was put to (without 非該当); the usual base of a simple tabulation;
 * - `answered`: those who gave a valid answer (without 無回答 and 無効);
 * - `opinion`: those and without わからない; the base of scores.
 */
export const bases = ['all', 'asked', 'answered', 'opinion'] as const
export type Base = (typeof bases)[number]

/** 単純集計: one tally an option, one a kind of missing, one a base. */
export type Tabulation = {
  options: Tally[]
  missing: Record<MissingKind, Tally>
  bases: Record<Base, Tally>
}

/** Weights (absent: 1 each), rows to count (absent: all), and the options that mean わからない. */
export type TabulateSettings = { weights?: Float64Array; domain?: Uint8Array; dontKnow?: readonly number[] }

/** Simple tabulation of a question with one answer. Refuses columns of different length. */
export function tabulateSingle(answers: Category, settings: TabulateSettings = {}): Tabulation {
  const { weights, counts } = tally(answers, settings)
  const at = (code: number): Tally => ({
    count: counts[code + 3] as number,
    weight: weights[code + 3] as number,
  })
  const options = Array.from({ length: answers.count }, (_, option) => at(option))
  const missing = {
    'no-answer': at(missingCodes['no-answer']),
    invalid: at(missingCodes.invalid),
    'not-applicable': at(missingCodes['not-applicable']),
  }
  return { options, missing, bases: basesOf(options, missing, settings.dontKnow ?? []) }
}

/** Places 0–2 are 非該当, 無効, 無回答; the options follow. */
function tally({ codes, count }: Category, { weights, domain }: TabulateSettings) {
  const rows = codes.length
  if ((weights && weights.length !== rows) || (domain && domain.length !== rows))
    throw new RangeError('変数の長さが、回答の数と違います')
  const sums = new Float64Array(count + 3)
  const counts = new Float64Array(count + 3)
  for (let row = 0; row < rows; row++) {
    if (domain && domain[row] === 0) continue
    const place = (codes[row] as number) + 3
    sums[place] = (sums[place] as number) + (weights ? (weights[row] as number) : 1)
    counts[place] = (counts[place] as number) + 1
  }
  return { weights: sums, counts }
}

function basesOf(
  options: readonly Tally[],
  missing: Tabulation['missing'],
  dontKnow: readonly number[],
): Tabulation['bases'] {
  const answered = sumOf(options)
  const asked = sumOf([answered, missing['no-answer'], missing.invalid])
  return {
    all: sumOf([asked, missing['not-applicable']]),
    asked,
    answered,
    opinion: sumOf(options.filter((_, option) => !dontKnow.includes(option))),
  }
}

/** Tallies added up. */
export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { count, weight }) => ({ count: sum.count + count, weight: sum.weight + weight }),
    { count: 0, weight: 0 },
  )
}

/** One column an option: 1 marked, 0 not marked, below 0 the kind of missing of the whole question. */
export type MultipleAnswers = readonly Category['codes'][]

/**
 * Simple tabulation of a question with several answers: by option, never by combination.
 *
 * A respondent who marks nothing gave no answer, also where the columns hold only 0. Percentages of `asked`
 * and of `answered` may add up to more than 100 (M.T.).
 */
export function tabulateMultiple(columns: MultipleAnswers, settings: TabulateSettings = {}): Tabulation {
  const status = multipleStatus(columns)
  const whole = tabulateSingle(status, settings)
  const options = columns.map((codes) => tabulateSingle({ codes, count: 2 }, settings).options[1] as Tally)
  const dontKnow = sumOf((settings.dontKnow ?? []).map((option) => options[option] as Tally))
  const answered = whole.bases.answered
  const opinion = { count: answered.count - dontKnow.count, weight: answered.weight - dontKnow.weight }
  return { options, missing: whole.missing, bases: { ...whole.bases, opinion } }
}

/** Whether a question with several answers was answered (0), or the kind of missing. */
export function multipleStatus(columns: MultipleAnswers): Category {
  const [first] = columns
  if (!first) throw new RangeError('選択肢がありません')
  const status = new Int8Array(first.length)
  for (let row = 0; row < status.length; row++) {
    const known = first[row] as number
    const isMarked = columns.some((codes) => codes[row] === 1)
    status[row] = isMarked ? 0 : known < 0 ? known : missingCodes['no-answer']
  }
  return { codes: status, count: 1 }
}

import type { Category } from '#src/lib/statistics/category.ts'
import { estimateMean } from '#src/lib/statistics/estimate/estimate.ts'
import { estimateShares } from '#src/lib/statistics/estimate/estimate-shares.ts'
import { type ShareMethod, shareInterval } from '#src/lib/statistics/estimate/intervals.ts'
import { crossShares } from '#src/lib/statistics/tabulation/cross-shares.ts'
import {
  type CrossSettings,
  cellOf,
  columnBase,
  crossTabulate,
  crossTabulateMultiple,
  totalColumn,
} from '#src/lib/statistics/tabulation/cross-tabulate.ts'
import {
  multipleStatus,
  type Tally,
  tabulateMultiple,
  tabulateSingle,
} from '#src/lib/statistics/tabulation/tabulate.ts'
import { categoryOf, numbersOf, opinionsOf, type SurveyFrame } from '../frame/survey-frame.ts'
import { cellsBy } from './persons-by-cell.ts'
import { type Domain, domainsOf, estimateResult, type Work } from './statistic-result.ts'
import type { StatisticOf } from './statistic-spec.ts'

const missingLines = [
  { code: 'no-answer', label: '無回答' },
  { code: 'invalid', label: '無効' },
] as const

/** 単純集計 with errors: a share an option; on the base of those asked also of 無回答 and 無効. */
export function runShares(work: Work, spec: StatisticOf<'shares'>) {
  const answers = categoryOf(work.frame, spec.variable)
  const lines = spec.base === 'asked' ? [...answers.options, ...missingLines] : answers.options
  const counted: Category =
    spec.base === 'asked'
      ? { codes: withMissing(answers), count: answers.count + 2 }
      : spec.base === 'opinion'
        ? opinionsOf(answers)
        : answers
  const dontKnow = answers.options.flatMap(({ missingKind }, place) => (missingKind ? [place] : []))
  return domainsOf(work.frame, spec).map((at) => {
    const { bases, missing } = tabulateSingle(answers, {
      ...at,
      weights: work.built.design.weights,
      dontKnow,
    })
    const isEmpty = at.group !== undefined && bases[spec.base].count === 0
    return {
      ...headOf(at, bases[spec.base]),
      notApplicable: missing['not-applicable'].count,
      lines: isEmpty ? [] : shareLines(work, { counted, lines, domain: at.domain, ...spec }),
    }
  })
}

/** 無回答 and 無効 as two more options behind the others; 非該当 stays outside. */
function withMissing({ codes, count }: Category): Category['codes'] {
  return Int32Array.from(codes, (code) => (code === -1 ? count : code === -2 ? count + 1 : code))
}

type Counted = {
  counted: Category
  lines: readonly { code: string; label: string }[]
  domain?: Uint8Array
  method: ShareMethod
  level: number
}

function shareLines({ built }: Work, { counted, lines, domain, method, level }: Counted) {
  const shares = estimateShares(counted, built.design, domain)
  const { options } = tabulateSingle(counted, { domain })
  return lines.map(({ code, label }, place) => {
    const share = shares[place] as (typeof shares)[number]
    return {
      code,
      label,
      count: options[place]?.count,
      ...estimateResult(share, shareInterval(share, { method, level }), built),
    }
  })
}

const headOf = ({ group }: Domain, base: Tally) => ({ ...(group ? { group } : {}), base })

/** A question with several answers: shares by respondents (they may add up to more than 1). */
export function runMultiple({ frame, built }: Work, spec: StatisticOf<'multiple'>) {
  const marks = marksOf(frame, spec.question)
  const status = multipleStatus(marks.map(({ codes }) => codes))
  const isIn = (row: number) =>
    spec.base === 'asked' ? (status.codes[row] as number) >= -2 : status.codes[row] === 0
  return domainsOf(frame, spec).map((at) => {
    const codes = marks.map((mark) => mark.codes)
    const { options, missing, bases } = tabulateMultiple(codes, { ...at, weights: built.design.weights })
    return {
      ...headOf(at, bases[spec.base]),
      missing: {
        noAnswer: missing['no-answer'].count,
        invalid: missing.invalid.count,
        notApplicable: missing['not-applicable'].count,
      },
      lines: marks.map(({ code, label, codes: marked }, place) => {
        const values = Float64Array.from(marked, (mark, row) =>
          isIn(row) ? (mark === 1 ? 1 : 0) : Number.NaN,
        )
        const share = estimateMean({ values, domain: at.domain }, built.design)
        const count = options[place]?.count
        return { code, label, count, ...estimateResult(share, shareInterval(share, spec), built) }
      }),
    }
  })
}

/** The columns of a question with several answers as marks: 1, 0 or the kind of missing. */
export function marksOf(frame: SurveyFrame, question: string) {
  const parts = frame.marks.get(question)
  if (!parts) throw new RangeError(`複数回答の設問「${question}」がありません`)
  return parts.map(({ column, code, label }) => {
    const cells = numbersOf(frame, column)
    const kinds = frame.columns.get(column)?.cells ?? []
    const codes = Int8Array.from(cells, (value, row) =>
      Number.isNaN(value) ? (kinds[row] as number) : value,
    )
    return { code, label, codes }
  })
}

/** クロス集計: counts, weighted counts and shares of every cell, with the total column and the bases. */
export function runCross({ frame, built }: Work, spec: StatisticOf<'cross'>) {
  const { options, dontKnow, count } = crossedQuestion(frame, spec.row)
  const banner = cellsBy(frame, spec.banner)
  return domainsOf(frame, spec).map((at) => {
    const table = count(banner, { domain: at.domain, weights: built.design.weights })
    const whole = totalColumn(table)
    const settings = { of: spec.percent, base: spec.base, dontKnow }
    const [shares, total] = [crossShares(table, settings), crossShares(whole, settings)]
    const columns = banner.codesOfCell.map((codes, column) => ({
      codes,
      base: columnBase(table, column, { base: spec.base, dontKnow }),
    }))
    const lines = [
      ...options.map(({ code, label }, place) => ({ code, label, line: place })),
      ...missingLines.map((line, place) => ({ ...line, line: -1 - place })),
      { code: 'not-applicable', label: '非該当', line: -3 },
    ]
    return {
      ...(at.group ? { group: at.group } : {}),
      percent: spec.percent,
      base: spec.base,
      columns: [...columns, { codes: ['total'], base: columnBase(whole, 0, { base: spec.base, dontKnow }) }],
      withoutBanner: columnBase(table, banner.count, { base: 'all' }).count,
      lines: lines.map(({ code, label, line }) => ({
        code,
        label,
        counts: [
          ...columns.map((_, column) => cellOf(table, line, column).count),
          cellOf(whole, line, 0).count,
        ],
        weights: [
          ...columns.map((_, column) => cellOf(table, line, column).weight),
          cellOf(whole, line, 0).weight,
        ],
        ...(line >= 0
          ? { shares: [...columns.map((_, column) => shares[line * table.columns + column]), total[line]] }
          : {}),
      })),
    }
  })
}

/** A question with one answer or with several, ready to be crossed. */
function crossedQuestion(frame: SurveyFrame, name: string) {
  if (frame.marks.has(name)) {
    const options = marksOf(frame, name)
    const marked = options.map(({ codes }) => codes)
    const count = (banner: Category, settings: CrossSettings) =>
      crossTabulateMultiple(marked, banner, settings)
    return { options, dontKnow: [], count }
  }
  const answers = categoryOf(frame, name)
  const dontKnow = answers.options.flatMap(({ missingKind }, place) => (missingKind ? [place] : []))
  const count = (banner: Category, settings: CrossSettings) => crossTabulate(answers, banner, settings)
  return { options: answers.options, dontKnow, count }
}

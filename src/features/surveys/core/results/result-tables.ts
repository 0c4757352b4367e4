import type { Questionnaire, SurveyQuestion } from '#src/formats/survey-question.ts'
import { percentWords, weightedPercentWords } from '#src/lib/statistics/tabulation/percent-words.ts'
import { valueColumns } from '../answering/answer-cells.ts'
import { runMean, runScore } from '../estimate/run-estimates.ts'
import { meanPlace } from '../estimate/run-ranking.ts'
import { runMultiple, runShares } from '../estimate/run-tables.ts'
import { fewAnswers, type Work } from '../estimate/statistic-result.ts'
import { type StatisticOf, statisticSpec } from '../estimate/statistic-spec.ts'
import { firstColumn } from '../frame/ranking-columns.ts'
import { numbersOf } from '../frame/survey-frame.ts'
import { questionsOf, ranksOf } from '../questionnaire/edit-questionnaire.ts'

/** Something of the questionnaire that can be counted: a question, or one line of its matrix. */
export type Countable = {
  column: string
  number: string
  text: string
  item: string
  /** `ranking`: which options have a place at all, and their mean place; who came first is a `single` of its own. */
  kind: 'single' | 'multiple' | 'ranking' | 'number'
  hasPoints: boolean
}

/** Everything that can be counted, in reading order. */
export const countablesOf = (questionnaire: Questionnaire): Countable[] =>
  questionsOf(questionnaire).flatMap((question): Countable[] => {
    const { number, text, type, items } = question
    if (type === 'multiple')
      return items.map(({ column }) => ({
        column,
        number,
        text,
        item: '',
        kind: 'multiple' as const,
        hasPoints: false,
      }))
    if (type === 'ranking') return items.flatMap(({ column }) => rankingCountables(question, column))
    return valueColumns(question).flatMap(({ column, options, label }) => {
      const kind =
        options.length > 0 ? ('single' as const) : type === 'number' ? ('number' as const) : undefined
      const hasPoints = options.some(({ points }) => points !== null)
      return kind ? [{ column, number, text, item: label, kind, hasPoints }] : []
    })
  })

function rankingCountables(question: SurveyQuestion, column: string): Countable[] {
  const { number, text } = question
  const head = { number, text, hasPoints: false }
  const places = ranksOf(question)
  return [
    { ...head, column: firstColumn(column), item: '1位に選んだもの', kind: 'single' },
    { ...head, column, item: places > 1 ? `1〜${places}位に選んだもの` : '選んだもの', kind: 'ranking' },
  ]
}

export type ResultLine = {
  label: string
  count: number
  /** Of the base, rounded half up. */
  percent: string
  weighted: string
  interval: string
  /** Weighted where the survey is, 0–1, with the ends of its interval. */
  share: number
  low?: number | undefined
  high?: number | undefined
  /** 平均順位 of a ranking, among the `count` who gave a place; empty where nobody did. */
  meanPlace?: string
  /** 無回答, 無効. */
  isMissing: boolean
}

/** 単純集計 of one countable with its base, in words ready to print. */
export type ResultTable = Countable & {
  base: number
  isReference: boolean
  notApplicable: number
  lines: ResultLine[]
  score: string | undefined
}

const parsed = <Name extends 'shares' | 'multiple' | 'score' | 'mean'>(
  statistic: Name,
  spec: object,
): StatisticOf<Name> => statisticSpec.parse({ statistic, ...spec }) as StatisticOf<Name>

/** 単純集計. The base of percentages is everybody asked (without 非該当). */
export function tabulateCountable(work: Work, countable: Countable): ResultTable {
  const { column, kind } = countable
  if (kind === 'number') return numberTable(work, countable)
  if (!isAsked(work, countable)) return emptyTable(work, countable)
  const [found] =
    kind === 'multiple' || kind === 'ranking'
      ? runMultiple(work, parsed('multiple', { question: column })).map((result) => ({
          ...result,
          notApplicable: result.missing.notApplicable,
          missing: [
            { label: '無回答', count: result.missing.noAnswer },
            { label: '無効', count: result.missing.invalid },
          ],
        }))
      : runShares(work, parsed('shares', { variable: column })).map((result) => ({ ...result, missing: [] }))
  if (!found) throw new RangeError(`「${column}」を集計できません`)
  const base = found.base.count
  const means = kind === 'ranking' ? meanPlaces(work, column) : undefined
  const line = (
    { label, count = 0, estimate, interval }: (typeof found.lines)[number],
    at: number,
  ): ResultLine => ({
    label,
    count,
    percent: percentWords(count, base),
    weighted: weightedPercentWords(estimate),
    interval: intervalWords(interval),
    share: estimate,
    low: interval?.low,
    high: interval?.high,
    isMissing: isMissingLabel(label),
    ...(means ? { meanPlace: means[at] ?? '' } : {}),
  })
  const missing = found.missing
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => ({
      label,
      count,
      percent: percentWords(count, base),
      weighted: '',
      interval: '',
      share: base > 0 ? count / base : 0,
      isMissing: true,
    }))
  return {
    ...countable,
    base,
    isReference: base < fewAnswers,
    notApplicable: found.notApplicable,
    lines: [...(base === 0 ? [] : found.lines.map(line)), ...missing].filter(isWorthALine),
    score: base > 0 && countable.hasPoints ? scoreWords(work, column) : undefined,
  }
}

/** 平均順位 of every option in words, of everybody or in a domain. */
export const meanPlaces = (work: Work, question: string, domain?: Uint8Array): string[] =>
  (work.frame.rankings?.get(question) ?? []).map(({ place }) => {
    const mean = meanPlace(work, { values: numbersOf(work.frame, place), domain, level: 0.95 })
    return mean ? mean.estimate.toFixed(2) : ''
  })

/** 無回答 and 無効 stand only where there are any. */
const isWorthALine = ({ label, count }: ResultLine) => count > 0 || !isMissingLabel(label)
const isMissingLabel = (label: string) => label === '無回答' || label === '無効'

type Ends = { low?: number; high?: number } | undefined

const intervalWords = (interval: Ends) =>
  interval?.low === undefined || interval.high === undefined
    ? ''
    : `${(interval.low * 100).toFixed(1)}〜${(interval.high * 100).toFixed(1)}`

/** Whether the question was put to anybody: of nobody there is nothing to estimate. */
function isAsked({ frame }: Work, { column }: Countable): boolean {
  const columns = frame.marks.get(column)?.map((mark) => mark.column) ?? [column]
  return columns.some((name) => frame.columns.get(name)?.cells.some((cell) => cell !== -3))
}

const emptyTable = ({ frame }: Work, countable: Countable): ResultTable => ({
  ...countable,
  base: 0,
  isReference: true,
  notApplicable: frame.rows,
  lines: [],
  score: undefined,
})

function scoreWords(work: Work, column: string): string | undefined {
  const { cells = [], options = [] } = work.frame.columns.get(column) ?? {}
  const rated = new Set(options.filter(({ points }) => points !== null).map(({ code }) => code))
  if (!cells.some((cell) => typeof cell === 'string' && rated.has(cell))) return undefined
  const [score] = runScore(work, parsed('score', { variable: column }))
  return score && 'estimate' in score && !Number.isNaN(score.estimate) ? score.estimate.toFixed(2) : undefined
}

function numberTable(work: Work, countable: Countable): ResultTable {
  const cells = work.frame.columns.get(countable.column)?.cells ?? []
  const count = cells.filter((cell) => typeof cell === 'string').length
  const noAnswer = cells.filter((cell) => cell === -1).length
  const [mean] = count === 0 ? [] : runMean(work, parsed('mean', { variable: countable.column }))
  const words = mean && 'estimate' in mean ? mean.estimate.toFixed(1) : ''
  const line = (label: string, of: number) => ({
    label,
    count: of,
    percent: '',
    weighted: '',
    interval: '',
    share: 0,
    isMissing: isMissingLabel(label),
  })
  return {
    ...countable,
    base: count + noAnswer,
    isReference: count < fewAnswers,
    notApplicable: cells.filter((cell) => cell === -3).length,
    lines: [line('回答', count), line('無回答', noAnswer)],
    score: words === '' ? undefined : words,
  }
}

import type { SurveyDataset } from '#src/formats/survey-dataset.ts'
import type { Questionnaire, SurveyOption } from '#src/formats/survey-question.ts'
import { type Estimate, estimateMean } from '#src/lib/statistics/estimate/estimate.ts'
import { scoreValues } from '#src/lib/statistics/tabulation/score.ts'
import {
  type Comparability,
  compareWaves,
  type WaveChange,
} from '#src/lib/statistics/test-of-tables/compare-waves.ts'
import type { Work } from '../estimate/statistic-result.ts'
import { categoryOf } from '../frame/survey-frame.ts'
import { questionsOf } from '../questionnaire/edit-questionnaire.ts'
import { lineageOf } from '../questionnaire/lineage.ts'

/** An item asked in both surveys, with what differs in how it was put. */
export type WaveItem = {
  /** Its column in the later survey: what a judgement is kept by. */
  key: string
  earlierColumn: string
  number: string
  label: string
  /** The whole wording, then and now: question, line, options. */
  wording: { before: string; after: string }
  isSame: boolean
}

/** What a person judged of an item whose wording differs, and why. */
export type WaveJudgement = { comparability: Comparability; reason: string }
export type WaveJudgements = Readonly<Record<string, WaveJudgement>>

export const comparabilityLabels: Record<Comparability, string> = {
  comparable: '比較できる',
  reference: '参考にとどめる',
  'not-comparable': '比較できない',
}

type Asked = {
  column: string
  number: string
  text: string
  item: string
  lineageId: string
  isReworded: boolean
  options: readonly SurveyOption[]
}

/** A survey as far as its questions go. */
type Asking = { surveyId: string; questionnaire: Questionnaire }

function askedIn({ surveyId, questionnaire }: Asking): Asked[] {
  return questionsOf(questionnaire).flatMap(({ type, number, text, items, options, importanceOptions }) => {
    if (!['single', 'rating', 'matrix', 'matrix-dual', 'place'].includes(type)) return []
    return items.flatMap((item): Asked[] => {
      const { column, importanceColumn, label, isReworded } = item
      const side = (word: string) => (importanceColumn ? `${label}（${word}）` : label)
      const own = lineageOf(surveyId, item)
      const lineage = (word: string) => (importanceColumn ? `${own}/${word}` : own)
      const first = {
        column,
        number,
        text,
        item: side('満足度'),
        lineageId: lineage('満足度'),
        isReworded,
        options,
      }
      if (!importanceColumn) return [first]
      const second = {
        ...first,
        column: importanceColumn,
        item: side('重要度'),
        lineageId: lineage('重要度'),
        options: importanceOptions,
      }
      return [first, second]
    })
  })
}

const wordingOf = ({ text, item, options }: Asked) =>
  [text, item, options.map(({ label }) => label).join('／')].filter((part) => part !== '').join('　')

/** Items of the later survey that the earlier one had: by lineage, else by the same words. */
export function waveItems(earlier: Asking, later: Asking): WaveItem[] {
  const before = askedIn(earlier)
  return askedIn(later).flatMap((one) => {
    const found =
      before.find(({ lineageId }) => lineageId === one.lineageId) ??
      before.find((other) => other.text === one.text && other.item === one.item)
    if (!found) return []
    const wording = { before: wordingOf(found), after: wordingOf(one) }
    const isSame = wording.before === wording.after && !one.isReworded
    const { column: key, number, item, text } = one
    return [{ key, earlierColumn: found.column, number, label: item || text, wording, isSame }]
  })
}

/** Same words are compared unless somebody said otherwise; other words only once somebody has said so. */
export const comparabilityOf = ({ key, isSame }: WaveItem, judgements: WaveJudgements): Comparability =>
  judgements[key]?.comparability ?? (isSame ? 'comparable' : 'not-comparable')

/** One line of the comparison: a score, or the share of an answer. */
export type WaveLine = {
  key: string
  number: string
  label: string
  measure: 'score' | 'share'
  answer: string
  comparability: Comparability
  before: Estimate | undefined
  after: Estimate | undefined
  /** None where the two are not compared, or one of the samples was not drawn by chance. */
  change: WaveChange | undefined
}

export type Wave = { dataset: SurveyDataset; work: Work }

/**
 * The later survey against the earlier one, item by item: scores where both have points, else the shares of the answers they
 * have in common. Holm over all scores, and over all shares.
 */
export function compareSurveys(
  earlier: Wave,
  later: Wave,
  judgements: WaveJudgements,
): { scores: WaveLine[]; shares: WaveLine[] } {
  const items = waveItems(earlier.dataset, later.dataset)
  const lines = items.flatMap((item) => linesOf(item, { earlier, later }, judgements))
  return {
    scores: tested(
      lines.filter(({ measure }) => measure === 'score'),
      { earlier, later },
    ),
    shares: tested(
      lines.filter(({ measure }) => measure === 'share'),
      { earlier, later },
    ),
  }
}

type Both = { earlier: Wave; later: Wave }

function linesOf(item: WaveItem, { earlier, later }: Both, judgements: WaveJudgements): WaveLine[] {
  const [before, after] = [
    categoryOf(earlier.work.frame, item.earlierColumn),
    categoryOf(later.work.frame, item.key),
  ]
  const comparability = comparabilityOf(item, judgements)
  const { key, number, label } = item
  const head = { key, number, label, comparability, change: undefined }
  const pointsOf = (options: readonly { points: number | null }[]) =>
    options.map(({ points }) => points ?? undefined)
  const hasPoints = [before, after].every(({ options }) => options.some(({ points }) => points !== null))
  if (hasPoints) {
    const score = (category: typeof before, { work }: Wave) =>
      estimated(scoreValues(category, { points: pointsOf(category.options), variant: 'valid' }), work)
    return [
      { ...head, measure: 'score', answer: '', before: score(before, earlier), after: score(after, later) },
    ]
  }
  return after.options.flatMap((option, place) => {
    const at = before.options.findIndex(({ label: words }) => words === option.label)
    if (at < 0) return []
    const share = ({ codes }: typeof before, wanted: number, { work }: Wave) =>
      estimated(
        Float64Array.from(codes, (code) => (code === -3 ? Number.NaN : code === wanted ? 1 : 0)),
        work,
      )
    return [
      {
        ...head,
        measure: 'share' as const,
        answer: option.label,
        before: share(before, at, earlier),
        after: share(after, place, later),
      },
    ]
  })
}

const estimated = (values: Float64Array, { built }: Work): Estimate | undefined =>
  values.some((value) => !Number.isNaN(value)) ? estimateMean({ values }, built.design) : undefined

/** Lines that can be tested get their change; the others only show what they are. */
function tested(lines: readonly WaveLine[], { earlier, later }: Both): WaveLine[] {
  if (!earlier.work.built.isProbability || !later.work.built.isProbability) return [...lines]
  const canBe = ({ before, after, comparability }: WaveLine) =>
    comparability !== 'not-comparable' &&
    before !== undefined &&
    after !== undefined &&
    Math.hypot(before.standardError, after.standardError) > 0 &&
    before.degreesOfFreedom + after.degreesOfFreedom >= 1
  const open = lines.filter(canBe)
  const changes = compareWaves(
    open.map(({ before, after, comparability }) => ({
      before: before as Estimate,
      after: after as Estimate,
      comparability,
    })),
  )
  const byLine = new Map(open.map((line, at) => [line, changes[at]]))
  return lines.map((line) => ({ ...line, change: byLine.get(line) }))
}

type Circumstances = { title: string; universe: string; webShare: number; isProbability: boolean }

/** What a reader must bear in mind: other ways of answering, another population, a sample not drawn by chance. */
export function waveNotes(earlier: Circumstances, later: Circumstances): string[] {
  const notes: string[] = []
  if (earlier.webShare > 0 !== later.webShare > 0)
    notes.push(
      '答え方が違います（紙だけの調査と、ウェブでも答えられる調査）。差には、答え方の違いも含まれます',
    )
  if (earlier.universe !== later.universe)
    notes.push(`対象が違います（前回「${earlier.universe}」、今回「${later.universe}」）`)
  if (!earlier.isProbability || !later.isProbability)
    notes.push('確率標本ではない調査が含まれるので、差が偶然かどうかの検定はしていません')
  return notes
}

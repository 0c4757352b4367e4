import type { SurveyDataset } from '#src/formats/survey-dataset.ts'
import { type Estimate, estimateMean } from '#src/lib/statistics/estimate/estimate.ts'
import { scoreValues } from '#src/lib/statistics/tabulation/score.ts'
import {
  type Comparability,
  compareWaves,
  type WaveChange,
} from '#src/lib/statistics/test-of-tables/compare-waves.ts'
import type { Work } from '../estimate/statistic-result.ts'
import { firstColumn } from '../frame/ranking-columns.ts'
import { categoryOf, type NamedCategory, numbersOf } from '../frame/survey-frame.ts'
import { comparabilityOf, type WaveItem, type WaveJudgements, waveItems } from './wave-items.ts'

/** One line of the comparison. */
export type WaveLine = {
  key: string
  number: string
  label: string
  /**
   * A score, the share of an answer, or of an option of a ranking: the share that put it first (of everybody asked) and
   * its mean place (of those who gave it one; less is higher).
   */
  measure: 'score' | 'share' | 'first' | 'place'
  answer: string
  comparability: Comparability
  before: Estimate | undefined
  after: Estimate | undefined
  /** None where the two are not compared, or one of the samples was not drawn by chance. */
  change: WaveChange | undefined
}

/** The lines by what they measure: each is a table, over which Holm adjusts. */
export type WaveLines = { scores: WaveLine[]; shares: WaveLine[]; firsts: WaveLine[]; places: WaveLine[] }

export const everyLine = ({ scores, shares, firsts, places }: WaveLines): WaveLine[] => [
  ...scores,
  ...shares,
  ...firsts,
  ...places,
]

export type Wave = { dataset: SurveyDataset; work: Work }

/**
 * The later survey against the earlier one, item by item: scores where both have points, else the shares of the answers they
 * have in common; of a ranking the options they have in common.
 */
export function compareSurveys(earlier: Wave, later: Wave, judgements: WaveJudgements): WaveLines {
  const both = { earlier, later }
  const lines = waveItems(earlier.dataset, later.dataset).flatMap((item) => {
    const { key, number, label } = item
    const head = { key, number, label, comparability: comparabilityOf(item, judgements), change: undefined }
    const found = item.isRanking ? rankingLines(item, both) : answerLines(item, both)
    return found.map((line): WaveLine => ({ ...head, ...line }))
  })
  const family = (wanted: WaveLine['measure']) =>
    tested(
      lines.filter(({ measure }) => measure === wanted),
      both,
    )
  return {
    scores: family('score'),
    shares: family('share'),
    firsts: family('first'),
    places: family('place'),
  }
}

type Both = { earlier: Wave; later: Wave }
type Figures = Pick<WaveLine, 'measure' | 'answer' | 'before' | 'after'>

function answerLines({ earlierColumn, key }: WaveItem, { earlier, later }: Both): Figures[] {
  const before = categoryOf(earlier.work.frame, earlierColumn)
  const after = categoryOf(later.work.frame, key)
  const hasPoints = [before, after].every(({ options }) => options.some(({ points }) => points !== null))
  if (!hasPoints) return shareLines('share', [before, earlier], [after, later])
  const score = (category: NamedCategory, { work }: Wave) => {
    const points = category.options.map((option) => option.points ?? undefined)
    return estimated(scoreValues(category, { points, variant: 'valid' }), work)
  }
  return [{ measure: 'score', answer: '', before: score(before, earlier), after: score(after, later) }]
}

type Side = [NamedCategory, Wave]

/** Of everybody asked, who gave no answer too. */
function shareLines(measure: 'share' | 'first', [before, earlier]: Side, [after, later]: Side): Figures[] {
  const share = ({ codes }: NamedCategory, wanted: number, { work }: Wave) =>
    estimated(
      Float64Array.from(codes, (code) => (code === -3 ? Number.NaN : code === wanted ? 1 : 0)),
      work,
    )
  return after.options.flatMap(({ label: answer }, place) => {
    const at = before.options.findIndex(({ label }) => label === answer)
    if (at < 0) return []
    return [{ measure, answer, before: share(before, at, earlier), after: share(after, place, later) }]
  })
}

/** Nothing where one of the files lacks the places. */
function rankingLines({ earlierColumn, key }: WaveItem, { earlier, later }: Both): Figures[] {
  const [before, after] = [earlier.work.frame, later.work.frame]
  const [then, now] = [before.rankings?.get(earlierColumn), after.rankings?.get(key)]
  if (!then || !now) return []
  const firsts = shareLines(
    'first',
    [categoryOf(before, firstColumn(earlierColumn)), earlier],
    [categoryOf(after, firstColumn(key)), later],
  )
  const places = now.flatMap(({ label: answer, place }): Figures[] => {
    const same = then.find(({ label }) => label === answer)
    if (!same) return []
    const mean = (column: string, { work }: Wave) => estimated(numbersOf(work.frame, column), work)
    return [{ measure: 'place', answer, before: mean(same.place, earlier), after: mean(place, later) }]
  })
  return [...firsts, ...places]
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

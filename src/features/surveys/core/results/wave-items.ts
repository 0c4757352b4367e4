import type { Questionnaire, SurveyOption } from '#src/formats/survey-question.ts'
import type { Comparability } from '#src/lib/statistics/test-of-tables/compare-waves.ts'
import { questionsOf, ranksOf } from '../questionnaire/edit-questionnaire.ts'
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
  isRanking: boolean
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
  /** How many places are given; 0 for what is no ranking. */
  ranks: number
  options: readonly SurveyOption[]
}

/** A survey as far as its questions go. */
type Asking = { surveyId: string; questionnaire: Questionnaire }

function askedIn({ surveyId, questionnaire }: Asking): Asked[] {
  return questionsOf(questionnaire).flatMap((question) => {
    const { type, number, text, items, options, importanceOptions } = question
    if (!['single', 'rating', 'matrix', 'matrix-dual', 'place', 'ranking'].includes(type)) return []
    const ranks = type === 'ranking' ? ranksOf(question) : 0
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
        ranks,
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

const wordingOf = ({ text, item, options, ranks }: Asked) =>
  [text, item, options.map(({ label }) => label).join('／'), ranks > 0 ? `${ranks}位まで` : '']
    .filter((part) => part !== '')
    .join('　')

/** Items of the later survey that the earlier one had: by lineage, else by the same words. */
export function waveItems(earlier: Asking, later: Asking): WaveItem[] {
  const all = askedIn(earlier)
  return askedIn(later).flatMap((one) => {
    const isRanking = one.ranks > 0
    const before = all.filter(({ ranks }) => ranks > 0 === isRanking)
    const found =
      before.find(({ lineageId }) => lineageId === one.lineageId) ??
      before.find((other) => other.text === one.text && other.item === one.item)
    if (!found) return []
    const wording = { before: wordingOf(found), after: wordingOf(one) }
    const isSame = wording.before === wording.after && !one.isReworded
    const { column: key, number, item, text } = one
    return [{ key, earlierColumn: found.column, number, label: item || text, wording, isSame, isRanking }]
  })
}

/** Same words are compared unless somebody said otherwise; other words only once somebody has said so. */
export const comparabilityOf = ({ key, isSame }: WaveItem, judgements: WaveJudgements): Comparability =>
  judgements[key]?.comparability ?? (isSame ? 'comparable' : 'not-comparable')

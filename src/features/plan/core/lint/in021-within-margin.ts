import type { Rule } from './finding.ts'
import type { SurveyFacts } from './room-facts.ts'

/** IN021: the way from baseline to target is shorter than what two surveys can tell apart. */
export const withinMargin: Rule = {
  id: 'IN021',
  group: 'IN',
  severity: 'W',
  gate: 'G3',
  title: '目標との差が調査の誤差の範囲',
  rationale: '誤差より小さい差は、良くなったとは言えません。',
  needs: ['surveys'],
  check: ({ plan }, { surveys = [] }) =>
    plan.indicators.flatMap(({ id, name, kind, unit, source, baseline, target }) => {
      if (kind !== 'perception' || unit.normalize('NFKC') !== '%') return []
      const { value: before } = baseline
      const after = target?.kind === 'value' ? target.value : null
      const survey = surveyOf(surveys, source.ref)
      if (before === null || after === null || survey?.margin === undefined) return []
      const margin = marginOfDifference(survey.margin, before / 100, after / 100)
      const difference = Math.abs(after - before)
      if (difference === 0 || difference >= margin) return []
      return [
        {
          subjectId: id,
          field: 'target',
          message: `「${name}」の${difference.toFixed(1)}ポイントの差は、調査の誤差の範囲です（±${margin.toFixed(1)}）。`,
          advice: '目標を誤差より大きくするか、回答者を増やすか、何年かの平均で見てください。',
        },
      ]
    }),
}

/** The survey the source names by id or title, else the newest. */
function surveyOf(surveys: readonly SurveyFacts[], ref: string): SurveyFacts | undefined {
  return surveys.find(({ id, title }) => ref.includes(id) || ref.includes(title)) ?? surveys[0]
}

/**
 * 95 % margin of the difference of two shares, each from a survey whose margin at 50 % is `margin` points.
 * The variance of a share p is 4p(1−p) times that at 50 %; those of two independent surveys add up.
 */
function marginOfDifference(margin: number, p: number, q: number): number {
  return margin * Math.sqrt(4 * p * (1 - p) + 4 * q * (1 - q))
}

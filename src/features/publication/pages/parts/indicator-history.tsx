import { valueText } from '#src/features/plan/core/indicator-series.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { eraDay, fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { Section } from '#src/ui/parts.tsx'

type IndicatorProps = { shown: PublicPlan; indicator: Indicator }

/** 値の記録: what was changed about the indicator, and every remark on a value. Nothing is forgotten. */
export function ValueHistory({ shown, indicator }: IndicatorProps) {
  const changes = shown.plan.ledger
    .filter(({ subjectId }) => subjectId === indicator.id)
    .sort((a, b) => (a.date < b.date ? 1 : -1))
  const remarks = remarksOf(indicator)
  if (changes.length + remarks.length === 0) return null
  return (
    <Section id="history" title="値の記録">
      <p class="sb-sub l-gap-after">変えた目標、直した値も、消さずに残します。</p>
      <ul class="sb-rows sb-rows--2">
        {changes.map(({ id, date, from, to, reason }) => (
          <li key={id}>
            <p class="sb-rows__when num">{eraDay(date)}</p>
            <p>
              <del class="sb-del">
                <span class="vh">削除：</span>
                {from}
              </del>{' '}
              <ins class="sb-ins">
                <span class="vh">追加：</span>
                {to}
              </ins>
              {'　'}
              {reason}
            </p>
          </li>
        ))}
        {remarks.map(({ when, what, words }) => (
          <li key={`${when}${what}`}>
            <p class="sb-rows__when num">{when}</p>
            <p>
              {what}
              {'　'}
              {words}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type Remark = { when: string; what: string; words: string }

function remarksOf(indicator: Indicator): Remark[] {
  const { baseline, interim, actuals } = indicator
  const say = (word: string, value: number | null) =>
    value === null ? `${word} ―` : `${word} ${valueText(indicator, value)}${indicator.unit}`
  return [
    ...[...actuals]
      .sort((a, b) => b.fiscalYear - a.fiscalYear)
      .map((one) => ({
        year: one.fiscalYear,
        what: say('実績', one.value),
        words: actualWords(indicator, one),
      })),
    ...interim.map((one) => ({ year: one.fiscalYear, what: say('中間', one.value), words: one.comment })),
    {
      year: baseline.fiscalYear,
      what: say('基準', baseline.value),
      words: [baseline.comment, baseline.missingReason].filter(Boolean).join('　'),
    },
  ]
    .filter(({ words }) => words !== '')
    .map(({ year, what, words }) => ({ when: fiscalYearLabel(year), what, words }))
}

function actualWords(indicator: Indicator, one: Indicator['actuals'][number]): string {
  const was =
    one.restates !== undefined && `${valueText(indicator, one.restates)}${indicator.unit}から訂正しました。`
  return [was, one.provisional && '速報の値です。', one.comment].filter(Boolean).join('')
}

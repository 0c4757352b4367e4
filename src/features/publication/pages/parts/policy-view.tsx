import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Policy } from '#src/formats/plan-item.ts'
import { NumberMark, Section, toneOf } from '#src/ui/parts.tsx'
import { ChartKey, HeadlineNumber } from './indicator-row.tsx'
import { MeasureRows } from './measure-rows.tsx'
import { unitName } from './public-page.tsx'
import { Line, Prose } from './words.tsx'

/** One field of the plan (分野・政策): where it wants to go, its measures, and its most telling numbers. */
export function PolicyView({ shown, policy }: { shown: PublicPlan; policy: Policy }) {
  const { numbers, children, plan } = shown
  const number = numbers.get(policy.id) ?? ''
  const below = children.get(policy.id) ?? []
  const indicators = indicatorsBelow(shown, policy.id)
  const headlines = indicators.filter(({ isHeadline }) => isHeadline)
  return (
    <>
      <p class="sb-kicker">
        <NumberMark number={number}>
          {plan.labels.policy} {number}
        </NumberMark>
      </p>
      <h1>{policy.title}</h1>
      {policy.desiredState && (
        <p class={`sb-goal l-gap ${toneOf(number)}`}>
          <Line shown={shown} text={policy.desiredState} />
        </p>
      )}
      {policy.summary && (
        <div class="l-flow l-gap">
          <Prose shown={shown} text={policy.summary} />
        </div>
      )}
      {policy.lead && <p class="sb-sub l-gap">主管課　{unitName(shown, policy.lead)}</p>}
      {below.length > 0 && (
        <Section id="measures" title={`この${plan.labels.policy}の${plan.labels.measure}`}>
          <MeasureRows shown={shown} items={below} />
        </Section>
      )}
      {indicators.length > 0 && (
        <Section
          id="numbers"
          title="数字で見る"
          aside={
            <a class="sb-arrow" href={`/indicators#${policy.id}`}>
              {indicators.length}の指標を見る
            </a>
          }
        >
          <p class="l-gap-after">
            <ChartKey />
          </p>
          <div class="l-cols l-cols--3">
            {(headlines.length > 0 ? headlines : indicators.slice(0, 3)).map((indicator) => (
              <HeadlineNumber key={indicator.id} shown={shown} indicator={indicator} />
            ))}
          </div>
        </Section>
      )}
      {policy.easyText && (
        <Section id="easy" title="やさしい日本語">
          <div class="l-flow">
            <Prose shown={shown} text={policy.easyText} />
          </div>
        </Section>
      )}
    </>
  )
}

/** The indicators of an item and of all that stands under it, in the order of the plan. */
export function indicatorsBelow(shown: PublicPlan, itemId: string): Indicator[] {
  const own = shown.indicators.get(itemId) ?? []
  const below = shown.children.get(itemId) ?? []
  return [...own, ...below.flatMap(({ id }) => indicatorsBelow(shown, id))]
}

import type { Measure } from '#src/formats/plan-item.ts'
import type { RelatedPlan } from '#src/formats/plan-parts.ts'
import { fiscalYearLabel, fiscalYearOf } from '#src/lib/japanese/fiscal-year.ts'
import { goalName } from '#src/lib/taxonomy/sdgs.ts'
import { relationLabels } from '../../core/labels.ts'
import type { MeasureProps } from './public-page.tsx'

/** SDGs as number and name (never the official icons), then Society 5.0. */
export function Tags({ measure }: { measure: Measure }) {
  const reasons = measure.sdgs.filter(({ reason }) => reason !== '')
  return (
    <>
      <ul class="sb-sdg">
        {measure.sdgs.map(({ goal, target }) => (
          <li key={`${goal}${target}`}>
            <b>{goal}</b>
            {goalName(goal) ?? `ゴール${goal}`}
            {target && `（${target}）`}
          </li>
        ))}
      </ul>
      {reasons.length > 0 && (
        <p class="sb-sub l-gap">
          {reasons.map(({ goal, target, reason }) => `${target ?? goal}　${reason}`).join('／')}
        </p>
      )}
      {measure.society50.length > 0 && (
        <dl class="dads-description-list l-gap">
          {measure.society50.map(({ tag, text }) => (
            <div key={tag}>
              <dt>{tag}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

/** 策定方針の原則 that this measure follows, with how. */
export function Principles({ shown, measure }: MeasureProps) {
  const followed = shown.plan.principleSet.flatMap(({ key, label }) => {
    const found = measure.principles[key]
    return found?.applies ? [{ key, label, text: found.text }] : []
  })
  return (
    <dl class="dads-description-list">
      {followed.map(({ key, label, text }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{text || 'この考え方に沿って進めます。'}</dd>
        </div>
      ))}
    </dl>
  )
}

/** 関連する個別計画: what each is to this measure, and until when it runs. */
export function RelatedPlans({ shown, measure }: MeasureProps) {
  const plans = new Map(shown.plan.relatedPlans.map((plan) => [plan.id, plan]))
  return (
    <dl class="dads-description-list">
      {measure.relatedPlanLinks.map(({ planId, relation, itemRef, note }) => {
        const plan = plans.get(planId)
        return (
          plan && (
            <div key={planId}>
              <dt>{plan.url ? <a href={plan.url}>{plan.name}</a> : plan.name}</dt>
              <dd>
                {relationLabels[relation]}
                {itemRef && `　${itemRef}`}
                <span class="sb-sub">　{periodOf(plan)}</span>
                {note && <p class="sb-sub">{note}</p>}
              </dd>
            </div>
          )
        )
      })}
    </dl>
  )
}

function periodOf({ period }: RelatedPlan): string {
  if (!period) return ''
  return `${fiscalYearLabel(fiscalYearOf(period.start))}〜${fiscalYearLabel(fiscalYearOf(period.end))}`
}

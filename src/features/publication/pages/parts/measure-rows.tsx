import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'
import { Badge, Disclosure } from '#src/ui/parts.tsx'
import { unitName } from './public-page.tsx'
import { Line } from './words.tsx'

type RowsProps = { shown: PublicPlan; items: readonly PlanItem[] }

/** The measures of a field as rows: number, title, what it aims at, who leads, and its programs folded away. */
export function MeasureRows({ shown, items }: RowsProps) {
  const { numbers, indicators, plan } = shown
  return (
    <ul class="sb-rows sb-rows--numbered">
      {items.map((item) => {
        const count = indicators.get(item.id)?.length ?? 0
        return (
          <li key={item.id}>
            <p class="sb-rows__when num">
              <b>{numbers.get(item.id)}</b>
            </p>
            <div>
              <p class="sb-rows__title">
                <a href={`/plan/items/${item.id}`}>{item.title}</a>{' '}
                {item.kind === 'measure' && item.priority.flagged && (
                  <Badge tone="info">重点{plan.labels.measure}</Badge>
                )}
              </p>
              {item.kind !== 'program' && item.desiredState && (
                <p class="sb-sub">
                  <Line shown={shown} text={item.desiredState} />
                </p>
              )}
              <Programs shown={shown} item={item} />
            </div>
            <p class="sb-sub">
              {item.lead && unitName(shown, item.lead)}
              {count > 0 && `　指標${count}`}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

/** What stands under a row, folded: programs of a measure, measures of a policy under a policy. */
function Programs({ shown, item }: { shown: PublicPlan; item: PlanItem }) {
  const below = shown.children.get(item.id) ?? []
  if (below.length === 0) return null
  const label = item.kind === 'measure' ? shown.plan.labels.program : shown.plan.labels.measure
  return (
    <Disclosure label={`${label}（${below.length}）`}>
      <ul class="sb-list">
        {below.map(({ id, kind, title }) => (
          <li key={id}>
            <a href={kind === 'program' ? `/plan/items/${item.id}#${id}` : `/plan/items/${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

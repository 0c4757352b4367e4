import type { PlanDocument } from '#src/formats/plan-document.ts'
import { Section } from '#src/ui/parts.tsx'
import { restsOn } from '../../core/compiled-evidence.ts'
import type { RequestSheet } from '../../core/sheets.ts'

/** 使われ方: the measure the sheet is about, and the places of the plan that rest on it. */
export function UsedInPlan({ sheet, plan }: { sheet: RequestSheet; plan: PlanDocument | undefined }) {
  const measure = plan?.items.find(({ id }) => id === sheet.subjectId)
  if (!plan || measure?.kind !== 'measure') return null
  const item = `/staff/plans/${plan.planId}/items/${measure.id}`
  const words = new Map([
    ...[...measure.situation, ...measure.issues].map(({ id, text }) => [id, text] as const),
    ...measure.directions.map(({ id, heading }) => [id, heading] as const),
    ...plan.indicators.map(({ id, name }) => [id, name] as const),
  ])
  const places = plan.evidence.filter((link) => restsOn(link, sheet.id))
  return (
    <Section id="used" title={`計画での使われ方（${places.length}）`}>
      <p>
        計画の施策：<a href={item}>{measure.title}</a>
      </p>
      {places.length === 0 ? (
        <p>まだ、この回答をもとにした文や指標はありません。受理して計画に反映すると、ここに並びます。</p>
      ) : (
        <ul class="sb-list">
          {places.map(({ id, from }) => (
            <li key={id}>
              <a href={`${item}/evidence`}>{words.get(from) ?? '計画から消えたところ'}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

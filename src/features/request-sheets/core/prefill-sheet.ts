import { bindingsOf } from '#src/features/plan/core/bindings.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Measure } from '#src/formats/plan-item.ts'
import { splitBindings } from '#src/lib/text/binding.ts'
import type { Answers, SheetField } from './sheets.ts'

/** What the plan already knows of a measure, filled in beforehand (事前記入). What is not known stays blank. */
export function prefillSheet(plan: PlanDocument, measure: Measure, fields: readonly SheetField[]): Answers {
  const facts = factsOf(plan, measure)
  return Object.fromEntries(
    fields.flatMap(({ id, prefill }) => {
      const fact = withNumbers(plan, prefill ? (facts[prefill] ?? '') : '')
      return fact ? [[id, fact]] : []
    }),
  )
}

/** The words as they are read: numbers of the plan's data stand in the text. */
function withNumbers(plan: PlanDocument, text: string): string {
  const resolve = bindingsOf(plan)
  return splitBindings(text)
    .map((piece) => ('text' in piece ? piece.text : (resolve(piece.binding) ?? '（データなし）')))
    .join('')
}

const directionLabels = { increase: '増やす', decrease: '減らす', maintain: '維持する' } as const

function factsOf(plan: PlanDocument, measure: Measure): Record<string, string> {
  const [indicator] = plan.indicators.filter(({ itemId }) => itemId === measure.id)
  const programs = plan.items.filter(({ parentId, kind }) => parentId === measure.id && kind === 'program')
  return {
    desiredState: measure.desiredState,
    situation: measure.situation.map(({ text }) => text).join('\n'),
    issues: measure.issues.map(({ text }) => text).join('\n'),
    directions: measure.directions
      .map(({ heading, text }) => [heading, text].filter(Boolean).join('：'))
      .join('\n'),
    programs: programs.map(({ title }) => title).join('\n'),
    indicatorName: indicator?.name ?? '',
    unit: indicator?.unit ?? '',
    direction: indicator?.direction ? directionLabels[indicator.direction] : '',
    baseline: numberWords(indicator?.baseline.value),
    target: numberWords(indicator?.target?.value),
    rationale: indicator?.rationale.text ?? '',
  }
}

const numberWords = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value)

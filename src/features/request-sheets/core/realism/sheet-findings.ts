import type { Finding } from '#src/features/plan/core/lint/finding.ts'
import { lintPlan } from '#src/features/plan/core/lint/lint-plan.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { compileIndicators } from '../compile-indicators.ts'
import { answerOf } from '../compile-sheets.ts'
import type { Answers, SheetField } from '../fields.ts'
import { readAnswer } from '../read-answer.ts'

/** What a sheet can mend: the field of an indicator as the rules name it, and the fact its answer is filled from. */
const prefillOf: Readonly<Record<string, readonly string[]>> = {
  name: ['indicatorName'],
  kind: ['indicatorKind'],
  unit: ['unit'],
  direction: ['direction'],
  accumulation: ['accumulation'],
  source: ['source', 'frequency'],
  baseline: ['baseline', 'baselineYear'],
  interim: ['interim', 'interimYear'],
  target: ['target', 'targetYear'],
  rationale: ['rationale'],
}

type Written = {
  plan: PlanDocument
  measureId: string | undefined
  fields: readonly SheetField[]
  /** As typed: what cannot be read yet leaves the plan as it is. */
  answers: Answers
}

/**
 * 点検の指摘: what the lint of the plan would say of the indicators of a measure if the sheet were taken in as it stands now.
 * Only rules that look at nothing but the indicators, and of what they find only what the sheet asks for.
 */
export function sheetFindings({ plan, measureId, fields, answers }: Written): Finding[] {
  const measure = plan.items.find(({ id }) => id === measureId)
  if (measure?.kind !== 'measure') return []
  const read = Object.fromEntries(
    fields.map((field) => {
      const answer = readAnswer(field, answers[field.id] ?? '')
      return [field.id, answer.problem === undefined ? answer.value : '']
    }),
  )
  let count = 0
  const indicators = compileIndicators(plan.indicators, {
    plan,
    measure,
    answerTo: (prefill) => answerOf(fields, { answers: read }, prefill),
    newId: (kind) => `${kind}_${String(++count).padStart(10, '0')}`,
    notes: [],
  }).filter(({ itemId }) => itemId === measure.id)
  const own = new Set(indicators.map(({ id }) => id))
  const asked = new Set(fields.flatMap(({ prefill }) => prefill ?? []))
  const { findings } = lintPlan({ ...plan, items: [measure], indicators }, {})
  return findings.filter(
    ({ ruleId, subjectId, field = '', waivedBy }) =>
      ruleId.startsWith('IN') &&
      own.has(subjectId) &&
      waivedBy === undefined &&
      prefillOf[field]?.some((prefill) => asked.has(prefill)),
  )
}

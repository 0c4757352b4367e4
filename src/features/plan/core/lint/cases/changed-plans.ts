import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Measure } from '#src/formats/plan-item.ts'
import { measureId, planWith, planWithIndicator, planWithMeasure } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import type { LintContext } from '../finding.ts'

/** For one rule: a plan in which it finds something (as often as said), and a plan at the boundary in which it does not. */
export type RuleCase = [
  rule: string,
  bad: PlanDocument,
  good: PlanDocument,
  context?: LintContext,
  count?: number,
  /** What the rooms say of the good plan, where it is that which differs. */
  goodContext?: LintContext,
]

export const long =
  '保育所に入れない家庭が増えているため、受入れの場所と保育士をどちらも増やすことが必要です。'
export const [policy, other, measure] = smallPlan().items
export const issue = `${measureId}/issues/p2`
export const year = (fiscalYear: number, value: number | null) => ({ fiscalYear, value, comment: '' })
export const actual = (fiscalYear: number, value: number) => ({
  ...year(fiscalYear, value),
  provisional: false,
})
export const target = (fiscalYear: number, value: number | null) => ({
  ...year(fiscalYear, value),
  kind: 'value' as const,
})
export const baseline = (fiscalYear: number, value: number | null, missingReason = '') => ({
  ...year(fiscalYear, value),
  missingReason,
})
export const ind = (changes: Partial<Indicator>) => planWithIndicator(changes)
export const mea = (changes: Partial<Measure>) => planWithMeasure(changes)
export const withItems = (change: (items: PlanDocument['items']) => PlanDocument['items']) =>
  planWith({ items: change(smallPlan().items) })
export const [firstIndicator] = smallPlan().indicators as [Indicator]
export const twoIndicators = (changes: Partial<Indicator>) =>
  planWith({ indicators: [firstIndicator, { ...firstIndicator, id: 'in_0000000002', order: 2, ...changes }] })
export const manyIndicators = (count: number) =>
  planWith({
    indicators: Array.from({ length: count }, (_, at) => ({
      ...firstIndicator,
      id: `in_00000000${10 + at}`,
    })),
  })
export const goals = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    taxonomy: 'sdgs-2030',
    goal: at + 1,
    target: `${at + 1}.1`,
    reason: '',
    primary: false,
  }))
export const situation = (text: string) => mea({ situation: [{ id: `${measureId}/situation/p1`, text }] })
export const today = (day: string): LintContext => ({ today: day })
export const ended = planWith({
  units: smallPlan().units.map((unit) =>
    unit.id === 'ou_0000000001' ? { ...unit, validTo: '2023-03-31' } : unit,
  ),
})

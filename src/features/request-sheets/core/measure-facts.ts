import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Measure } from '#src/formats/plan-item.ts'
import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { tableText } from './fields.ts'

export const directionLabels = { increase: '増やす', decrease: '減らす', maintain: '維持する' } as const
export const accumulationLabels = { annual: '単年', cumulative: '累計', point: '時点' } as const
export const kindLabels = { outcome: '成果', output: '活動', perception: '意識', context: '背景' } as const

export const indicatorsOf = (plan: PlanDocument, itemId: string): Indicator[] =>
  plan.indicators
    .filter((indicator) => indicator.itemId === itemId)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

export const directionLine = ({ heading, text }: { heading: string; text: string }) =>
  [heading, text].filter(Boolean).join('：')

/** What the plan knows of a measure, by the names `prefill` uses. */
export function measureFacts(plan: PlanDocument, measure: Measure): Record<string, string> {
  const [indicator, ...more] = indicatorsOf(plan, measure.id)
  const programs = plan.items.filter(({ parentId, kind }) => parentId === measure.id && kind === 'program')
  const roles = plan.roleSet.map(({ key }) => measure.roles[key] ?? '')
  const planNames = new Map(plan.relatedPlans.map(({ id, name }) => [id, name]))
  return {
    desiredState: measure.desiredState,
    situation: measure.situation.map(({ text }) => text).join('\n'),
    issues: measure.issues.map(({ text }) => text).join('\n'),
    directions: measure.directions.map(directionLine).join('\n'),
    programs: programs.map(({ title }) => title).join('\n'),
    role1: roles[0] ?? '',
    role2: roles[1] ?? '',
    role3: roles[2] ?? '',
    sdgs: measure.sdgs.map(({ goal, target }) => target ?? String(goal)).join('、'),
    relatedPlans: measure.relatedPlanLinks.flatMap(({ planId }) => planNames.get(planId) ?? []).join('\n'),
    moreIndicators: tableText(more.map(indicatorRow)),
    ...(indicator ? indicatorFacts(indicator) : {}),
  }
}

/** The same of one indicator. */
export function indicatorFacts(indicator: Indicator): Record<string, string> {
  const { name, kind, unit, direction, accumulation, baseline, target, actuals } = indicator
  const known = actuals.filter(({ value }) => value !== null)
  return {
    indicatorName: name,
    indicatorKind: kindLabels[kind],
    unit,
    direction: direction ? directionLabels[direction] : '',
    definition: indicator.definition,
    source: indicator.source.ref,
    frequency: indicator.frequency,
    availableFrom: indicator.availableFrom,
    accumulation: accumulation ? accumulationLabels[accumulation] : '',
    baselineYear: String(baseline.fiscalYear),
    baseline: numberWords(baseline.value),
    interimYear: numberWords(indicator.interim[0]?.fiscalYear),
    interim: numberWords(indicator.interim[0]?.value),
    targetYear: numberWords(target?.fiscalYear),
    target: numberWords(target?.value),
    rationale: indicator.rationale.text,
    achieved: known
      .map(({ fiscalYear, value }) => `${fiscalYearLabel(fiscalYear)} ${numberWords(value)}${unit}`)
      .join('、'),
  }
}

/** 指標名, 単位, 方向性, 基準値, 目標値, 設定根拠 */
export const indicatorRow = ({ name, unit, direction, baseline, target, rationale }: Indicator): string[] => [
  name,
  unit,
  direction ? directionLabels[direction] : '',
  numberWords(baseline.value),
  numberWords(target?.value),
  rationale.text,
]

export const numberWords = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value)

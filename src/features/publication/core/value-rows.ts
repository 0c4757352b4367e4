import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'

export const valueColumns = [
  'municipality_code',
  'plan_id',
  'version_id',
  'indicator_id',
  'series',
  'fiscal_year',
  'value',
  'provisional',
  'restated',
  'comment',
  'recorded_on',
] as const

type Cell = string | number | null

/** indicator_values.csv (publication.md §6.1): one row a value, fiscal years as integers, blank for unknown. */
export function valueRows(plan: PlanDocument, indicators: readonly Indicator[]): Cell[][] {
  const common = [plan.municipalityCode, plan.planId, plan.version.id]
  const rows = indicators.flatMap(({ id, baseline, interim, target, actuals }) => [
    [...common, id, 'baseline', baseline.fiscalYear, baseline.value, '', null, baseline.comment, ''],
    ...interim.map((one) => [...common, id, 'interim', one.fiscalYear, one.value, '', null, one.comment, '']),
    ...(target
      ? [[...common, id, 'target', target.fiscalYear, target.value, '', null, target.comment, '']]
      : []),
    ...actuals.map((one) => [
      ...common,
      id,
      'actual',
      one.fiscalYear,
      one.value,
      one.provisional ? 'true' : 'false',
      one.restates ?? null,
      one.comment,
      one.recordedOn ?? '',
    ]),
  ])
  return [[...valueColumns], ...rows]
}

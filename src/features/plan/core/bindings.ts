import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { BindingResolver } from '#src/lib/text/binding.ts'
import { formatNumber } from '#src/lib/text/number-format.ts'

/** Looks up the numbers that texts quote: data points by id, indicators by id and part (baseline, target, latest …). */
export function bindingsOf(plan: Pick<PlanDocument, 'dataPoints' | 'indicators'>): BindingResolver {
  const points = new Map(plan.dataPoints.map(({ id, value }) => [id, value]))
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]))
  return ({ id, part, format }) => {
    const indicator = indicators.get(id)
    const value = indicator ? partOf(indicator, part) : points.get(id)
    return value === undefined || value === null ? undefined : formatNumber(value, format)
  }
}

/** The value an indicator has under a part's name; `…year` gives the fiscal year for the formats fy and fydual. */
function partOf(indicator: Indicator, part = 'latest'): number | null | undefined {
  const { baseline, target } = indicator
  const latest = indicator.actuals.findLast(({ value }) => value !== null)
  switch (part) {
    case 'baseline':
      return baseline.value
    case 'baselineyear':
      return baseline.fiscalYear
    case 'target':
      return target?.value
    case 'targetyear':
      return target?.fiscalYear
    case 'latest':
      return latest?.value ?? baseline.value
    case 'latestyear':
      return latest?.fiscalYear ?? baseline.fiscalYear
    default:
      return undefined
  }
}

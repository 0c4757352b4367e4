import type { PlanDocument } from '#src/formats/plan-document.ts'
import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { tableText } from './fields.ts'
import { numberWords } from './measure-facts.ts'

/** What the plan knows of a section's work. `unitIds` are the section and those it took over from. */
export function unitFacts(plan: PlanDocument, unitIds: readonly string[]): Record<string, string> {
  const own = new Set(
    plan.items.filter(({ lead }) => lead !== null && unitIds.includes(lead)).map(({ id }) => id),
  )
  const indicators = plan.indicators.filter(
    ({ itemId, ownerId }) => own.has(itemId) || (ownerId !== null && unitIds.includes(ownerId)),
  )
  const projects = plan.projects.filter(({ ownerId }) => ownerId !== null && unitIds.includes(ownerId))
  return {
    unitMeasures: plan.items
      .filter(({ id, kind }) => kind === 'measure' && own.has(id))
      .map(({ title }) => title)
      .join('\n'),
    unitResults: indicators.flatMap((indicator) => resultLine(indicator) ?? []).join('\n'),
    unitProjects: tableText(projects.map(({ title }) => [title, '', ''])),
    unitIndicators: tableText(indicators.map(({ name }) => [name, '', ''])),
  }
}

/** 待機児童数：令和2年度12人 → 令和4年度3人; nothing where there is no record. */
function resultLine({ name, unit, baseline, actuals }: PlanDocument['indicators'][number]) {
  const last = actuals.findLast(({ value }) => value !== null)
  if (!last) return undefined
  const say = (year: number, value: number | null) => `${fiscalYearLabel(year)}${numberWords(value)}${unit}`
  const from = baseline.value === null ? '' : `${say(baseline.fiscalYear, baseline.value)} → `
  return `${name}：${from}${say(last.fiscalYear, last.value)}`
}

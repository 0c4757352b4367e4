import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Measure } from '#src/formats/plan-item.ts'
import { goalNames } from '#src/lib/taxonomy/sdgs.ts'
import { numbersOf } from './numbering.ts'

/** A measure with its number, as the views list it. */
export type ViewMeasure = { measure: Measure; number: string }

/** The measures of a plan in reading order. */
export function viewMeasures(plan: PlanDocument): ViewMeasure[] {
  const byId = new Map(plan.items.map((item) => [item.id, item]))
  return [...numbersOf(plan)].flatMap(([id, number]) => {
    const item = byId.get(id)
    return item?.kind === 'measure' ? [{ measure: item, number }] : []
  })
}

/** 策定方針の原則: which measures serve each, and how. */
export const principleView = (plan: PlanDocument) =>
  plan.principleSet.map(({ key, label }) => ({
    key,
    label,
    rows: viewMeasures(plan).flatMap(({ measure, number }) => {
      const served = measure.principles[key]
      return served?.applies ? [{ measure, number, text: served.text }] : []
    }),
  }))

/** SDGs: the measures of every goal, those for which it is the main one first. */
export const goalView = (plan: PlanDocument) =>
  goalNames.map((name, place) => ({
    goal: place + 1,
    name,
    rows: viewMeasures(plan)
      .flatMap(({ measure, number }) => {
        const tag = measure.sdgs.find(
          ({ goal, taxonomy }) => goal === place + 1 && taxonomy.startsWith('sdgs'),
        )
        return tag ? [{ measure, number, isPrimary: tag.primary, reason: tag.reason }] : []
      })
      .sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary)),
  }))

/** 担当課: how much of the plan each unit carries, most first. `undefined` is what nobody leads. */
export function ownerView(plan: PlanDocument) {
  const names = new Map(plan.units.map(({ id, name }) => [id, name]))
  const leads = [
    ...new Set([
      ...plan.items.map(({ lead }) => lead),
      ...plan.indicators.map(({ ownerId }) => ownerId),
      ...plan.projects.map(({ ownerId }) => ownerId),
    ]),
  ]
  return leads
    .map((unitId) => ({
      name: unitId === null ? undefined : (names.get(unitId) ?? unitId),
      measures: plan.items.filter(({ kind, lead }) => kind === 'measure' && lead === unitId).length,
      supported: plan.items.filter(({ support }) => unitId !== null && support.includes(unitId)).length,
      programs: plan.items.filter(({ kind, lead }) => kind === 'program' && lead === unitId).length,
      indicators: plan.indicators.filter(({ ownerId }) => ownerId === unitId).length,
      projects: plan.projects.filter(({ ownerId }) => ownerId === unitId).length,
    }))
    .filter(({ measures, programs, indicators, projects }) => measures + programs + indicators + projects > 0)
    .sort(
      (a, b) =>
        b.measures + b.indicators - (a.measures + a.indicators) ||
        (a.name ?? '').localeCompare(b.name ?? '', 'ja'),
    )
}

/** 根拠: how many issues of each measure rest on something, and on how strong a thing. */
export function evidenceView(plan: PlanDocument) {
  const live = plan.evidence.filter(({ supersededBy }) => !supersededBy)
  return viewMeasures(plan).map(({ measure, number }) => {
    const own = live.filter(({ from }) => from.split('/')[0] === measure.id)
    const supported = new Set(own.map(({ from }) => from))
    return {
      measure,
      number,
      issues: measure.issues.length,
      supported: measure.issues.filter(({ id }) => supported.has(id)).length,
      links: own.length,
      contradicting: own.filter(({ stance }) => stance === 'contradicts').length,
      best: own.length === 0 ? undefined : Math.max(...own.map(({ level }) => level)),
    }
  })
}

/** 見直しの条件: what would make the city revise which measure, by kind. */
export function triggerView(plan: PlanDocument) {
  const rows = viewMeasures(plan).flatMap(({ measure, number }) =>
    measure.reviewTriggers.map((trigger) => ({ measure, number, trigger })),
  )
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]))
  return rows.map((row) => ({ ...row, indicator: indicators.get(row.trigger.indicatorId ?? '') }))
}

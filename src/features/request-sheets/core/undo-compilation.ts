import { canonicalJson } from '#src/formats/canonical-json.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'

type Parts = Pick<PlanDocument, 'items' | 'indicators'>

/** What a compilation changed, as it was before and as it became. What only `after` has was new. */
export type Touched = { before: Parts; after: Parts }

/** The items and indicators that differ between two states of a plan. */
export function touchedBy(before: Parts, after: Parts): Touched {
  const items = changed(before.items, after.items)
  const indicators = changed(before.indicators, after.indicators)
  return {
    before: { items: items.before, indicators: indicators.before },
    after: { items: items.after, indicators: indicators.after },
  }
}

function changed<One extends { id: string }>(before: readonly One[], after: readonly One[]) {
  const old = new Map(before.map((one) => [one.id, one]))
  const now = after.filter((one) => {
    const was = old.get(one.id)
    return !was || canonicalJson(was) !== canonicalJson(one)
  })
  return { before: now.flatMap((one) => old.get(one.id) ?? []), after: now }
}

export type Undo =
  | { plan: Parts; newItemIds: string[]; newIndicatorIds: string[]; edited?: undefined }
  /** What was edited since, by name: undoing would lose that work. */
  | { edited: string[] }

/**
 * The plan without a compilation. What was edited since, or deleted, keeps it from being undone: all of it or nothing.
 *
 * Places in the tree are not compared and stay as they are: a compilation moves nothing.
 */
export function undoCompilation(plan: PlanDocument, { before, after }: Touched): Undo {
  const items = new Map(plan.items.map((one) => [one.id, one]))
  const indicators = new Map(plan.indicators.map((one) => [one.id, one]))
  const edited = [
    ...after.items.filter((one) => !isSame(items.get(one.id), one)).map(({ title }) => title),
    ...after.indicators.filter((one) => !isSame(indicators.get(one.id), one)).map(({ name }) => name),
  ]
  if (edited.length > 0) return { edited }
  return {
    plan: {
      items: plan.items.map((one) =>
        placed(
          before.items.find(({ id }) => id === one.id),
          one,
        ),
      ),
      indicators: plan.indicators.map((one) =>
        placed(
          before.indicators.find(({ id }) => id === one.id),
          one,
        ),
      ),
    },
    newItemIds: newIn(before.items, after.items),
    newIndicatorIds: newIn(before.indicators, after.indicators),
  }
}

const isSame = (now: PlanItem | Indicator | undefined, then: PlanItem | Indicator) =>
  now !== undefined && canonicalJson(unplaced(now)) === canonicalJson(unplaced(then))

const unplaced = (one: PlanItem | Indicator) => ({ ...one, order: 0, parentId: null })

function placed<One extends PlanItem | Indicator>(then: One | undefined, now: One): One {
  if (!then) return now
  return 'parentId' in now && 'parentId' in then
    ? { ...then, order: now.order, parentId: now.parentId }
    : { ...then, order: now.order }
}

const newIn = (before: readonly { id: string }[], after: readonly { id: string }[]) =>
  after.filter(({ id }) => !before.some((one) => one.id === id)).map(({ id }) => id)

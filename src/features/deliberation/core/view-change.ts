import { changeSides } from '#src/features/plan/core/diff/change-sides.ts'
import { diffPlans } from '#src/features/plan/core/diff/diff-plans.ts'
import { isShown, type PlanChange } from '#src/features/plan/core/diff/plan-change.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { plainBlocks } from '#src/lib/text/plain-text.ts'

/** One difference at a place: what it is in words, and both sides as they are read. */
export type PlaceDifference = { sentence: string; before: string; after: string }

/** Where and how the plan was changed for a view of the report (反映したところ). */
export type ViewChange = {
  itemId: string
  /** 2-3 公共交通の維持 */
  place: string
  versionId: string
  versionLabel: string
  /** Empty where the version that was laid is not known, or cannot be read. */
  differences: PlaceDifference[]
}

/** An item of a version by its number and title; undefined where the version does not have it. */
export function placeOf({ items, numbers }: PublicPlan, itemId: string): string | undefined {
  const item = items.get(itemId)
  return item && `${numbers.get(itemId) ?? ''} ${item.title}`.trim()
}

/** Policies and measures of a version as places an answer can point to. */
export const placesOf = (plan: PublicPlan): { value: string; label: string }[] =>
  [...plan.items.values()]
    .filter(({ kind }) => kind === 'policy' || kind === 'measure')
    .map(({ id }) => ({ value: id, label: placeOf(plan, id) ?? id }))

/** What differs at one item between the version that was laid and a later one, from the semantic diff. */
export function differencesAt(itemId: string, before: PublicPlan, after: PublicPlan): PlaceDifference[] {
  return diffPlans(before.plan, after.plan)
    .filter((change) => isShown(change) && change.kind !== 'evidence-changed' && concerns(change, itemId))
    .map((change) => ({ sentence: change.sentence, ...sidesAsRead(change, before, after) }))
}

/** A measure has its programs, indicators and projects with it, a policy only what is its own. */
const concerns = ({ subject }: PlanChange, itemId: string) =>
  subject.id === itemId ||
  subject.measureId === itemId ||
  (subject.policyId === itemId && subject.measureId === undefined)

/** Texts without their marks and with their numbers, as a reader of each version sees them. */
function sidesAsRead(change: PlanChange, before: PublicPlan, after: PublicPlan) {
  const sides = changeSides(change)
  if (change.kind !== 'text-changed') return sides
  const read = (plan: PublicPlan, text: string) => plainBlocks(plan.read(text), plan.resolve)
  return { before: read(before, sides.before), after: read(after, sides.after) }
}

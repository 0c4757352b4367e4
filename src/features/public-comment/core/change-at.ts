import { changeSides } from '#src/features/plan/core/diff/change-sides.ts'
import { diffPlans } from '#src/features/plan/core/diff/diff-plans.ts'
import { isShown, type PlanChange } from '#src/features/plan/core/diff/plan-change.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { type PlanPlace, planPlaces } from './plan-places.ts'

/** What stood at a place of the version that was laid open, and what stands there now. */
export type PlaceChange = { before: string; after: string }

const nothing = '（なし）'

/**
 * 修正前・修正後 from the semantic diff: a paragraph by its permanent id, an item or indicator by every change the diff
 * tells of it. Undefined where nothing changed there.
 */
export function changeAt(placeId: string, before: PublicPlan, after: PublicPlan): PlaceChange | undefined {
  const find = (places: readonly PlanPlace[]) => places.find(({ id }) => id === placeId)
  const [old, now] = [find(planPlaces(before)), find(planPlaces(after))]
  if (!old && !now) return undefined
  if ((old ?? now)?.kind === 'paragraph') {
    const sides = { before: old?.words ?? nothing, after: now?.words ?? nothing }
    return sides.before === sides.after ? undefined : sides
  }
  const sides = diffPlans(before.plan, after.plan)
    .filter((change) => isShown(change) && concerns(change, placeId))
    .map((change) => sidesOf(change))
  if (sides.length === 0) return undefined
  return {
    before: sides.map((side) => side.before).join('\n'),
    after: sides.map((side) => side.after).join('\n'),
  }
}

const concerns = ({ subject }: PlanChange, placeId: string) =>
  subject.id === placeId || (subject.measureId === placeId && placeId.startsWith('me_'))

function sidesOf(change: PlanChange): PlaceChange {
  const { before, after } = changeSides(change)
  if (before === '' && after === '') return { before: nothing, after: change.sentence }
  return { before: before || nothing, after: after || nothing }
}

/** Whether the promised text stands where it was promised. */
export const isDone = (after: string, words: string | undefined): boolean =>
  words !== undefined && after !== '' && squeezed(words).includes(squeezed(after))

const squeezed = (text: string) => text.normalize('NFKC').replaceAll(/\s+/gu, '')

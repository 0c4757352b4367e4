import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Actor, Context } from '#src/platform/context.ts'
import { type Owner, unitsOwnedBy } from '../core/ownership.ts'
import { listUnits } from './queries.ts'

/** What was found for who asks. An actor lives as long as a request, so the units are read once in it. */
const known = new WeakMap<Actor, { day: string; owner: Owner }>()

/** 担当: for which units the person who asks answers today: their own, and those whose work it took over alone. */
export async function getOwner(context: Context): Promise<Owner> {
  const { actor } = context
  const { roles, unitId } = actor
  if (unitId === undefined) return { roles, unitIds: new Set() }
  const day = tokyoDay(context.now)
  const kept = known.get(actor)
  if (kept?.day === day) return kept.owner
  const owner = { roles, unitIds: unitsOwnedBy(await listUnits(context), unitId, day) }
  known.set(actor, { day, owner })
  return owner
}

import { lastAuditNumber } from '#src/platform/audit/append.ts'
import type { Context, Database } from '#src/platform/context.ts'
import { features } from './index.ts'

type Facts = Record<string, unknown>
const known = new WeakMap<Database, { at: number; facts: Map<string, Facts> }>()

/**
 * What the rooms have to say of a plan to its lint. They are asked as the secretariat: a finding is the same for everybody
 * who may read the plan, and says counts and names only. Asked again only after something was changed.
 */
export async function lintFacts(context: Context, planId: string): Promise<Facts> {
  const at = await lastAuditNumber(context.db)
  const last = known.get(context.db)
  const kept = last?.at === at ? last : { at, facts: new Map<string, Facts>() }
  known.set(context.db, kept)
  const facts = kept.facts.get(planId) ?? (await askRooms(context, planId))
  kept.facts.set(planId, facts)
  return facts
}

async function askRooms(context: Context, planId: string): Promise<Facts> {
  const asking: Context = { ...context, actor: { id: 'system', roles: ['secretariat'] } }
  const facts: Facts = {}
  for (const { lintContext } of features) {
    if (!lintContext) continue
    for (const [name, said] of Object.entries(await lintContext(asking, planId)))
      facts[name] = together(facts[name], said)
  }
  return facts
}

/** Two rooms may speak of the same: their lists are put after one another. */
function together(before: unknown, said: unknown): unknown {
  if (before === undefined) return said
  if (said === undefined) return before
  if (Array.isArray(before) && Array.isArray(said)) return [...before, ...said]
  const merged = { ...(before as Facts) }
  for (const [name, value] of Object.entries(said as Facts)) merged[name] = together(merged[name], value)
  return merged
}

import { findPublicPlan } from '#src/features/plan/store/queries/public.ts'
import type { Context } from '#src/platform/context.ts'
import { type LedTo, ledToOf } from '../../core/led-to.ts'
import { listThreads } from './threads.ts'

/** What was heard on each way of speaking (経路) and led somewhere in the published plan. */
export async function listVoicesLedTo(context: Context): Promise<(LedTo & { words: string })[]> {
  const shown = await findPublicPlan(context)
  const entries = shown ? await listThreads(context, shown) : []
  const sources = new Map(
    entries.flatMap(({ source }) => (source.key.startsWith('voices-') ? [[source.key, source.words]] : [])),
  )
  return [...sources].map(([sourceKey, words]) => ({ ...ledToOf(entries, { sourceKey }), words }))
}

/** What a source led to in the published plan: places by address, each once. Nothing where no plan is published. */
export async function findLedTo(context: Context, sourceKey: string, part?: string): Promise<LedTo> {
  const shown = await findPublicPlan(context)
  const entries = shown ? await listThreads(context, shown) : []
  return ledToOf(entries, { sourceKey, ...(part === undefined ? {} : { part }) })
}

import { listPublicDecisions } from '#src/features/deliberation/store/queries-decisions.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { listAnsweredComments } from '#src/features/public-comment/store/queries/answered.ts'
import { listHeardAbout } from '#src/features/voices/store/queries/about-items.ts'
import type { Context } from '#src/platform/context.ts'
import { type ThreadEntry, threadKinds } from '../../core/thread.ts'
import { planEntries, type SourceRegister } from '../../core/thread-evidence.ts'
import { answeredEntries, decidedEntries, heardEntries, ledgerEntries } from '../../core/thread-voices.ts'
import { sourceRegister } from './sources.ts'

/**
 * The threads of a published plan, in its order: links, figures, voices, answers and decisions. All of them, or those of
 * one item: then only what was heard about it is read.
 */
export async function listThreads(
  context: Context,
  shown: PublicPlan,
  onlyItemId?: string,
): Promise<ThreadEntry[]> {
  const [register, heard, answered, decisions] = await Promise.all([
    sourceRegister(context, shown.plan),
    listHeardAbout(context, onlyItemId),
    listAnsweredComments(context),
    listPublicDecisions(context, onlyItemId),
  ])
  const entries = [
    ...writtenOnce(shown, register),
    ...heardEntries(
      shown,
      heard.filter(({ channel }) => channel !== 'comment'),
    ),
    ...answeredEntries(shown, answered),
    ...decidedEntries(shown, decisions),
    ...ledgerEntries(shown),
  ]
  const places = new Map([shown.plan.concept.vision.id, ...shown.items.keys()].map((id, at) => [id, at]))
  const placeOfItem = ({ itemId }: ThreadEntry) => places.get(itemId) ?? places.size
  const own = onlyItemId ? entries.filter(({ itemId }) => itemId === onlyItemId) : entries
  return own.sort(
    (a, b) => placeOfItem(a) - placeOfItem(b) || threadKinds.indexOf(a.kind) - threadKinds.indexOf(b.kind),
  )
}

type Written = { register: SourceRegister; key: string; entries: readonly ThreadEntry[] }
const written = new WeakMap<PublicPlan, Written>()

/** A published text never changes: its own threads are made anew only when what a room says of its things changed. */
function writtenOnce(shown: PublicPlan, register: SourceRegister): readonly ThreadEntry[] {
  const kept = written.get(shown)
  if (kept?.register === register) return kept.entries
  const key = JSON.stringify([...register])
  const entries = kept?.key === key ? kept.entries : planEntries(shown, register)
  written.set(shown, { register, key, entries })
  return entries
}

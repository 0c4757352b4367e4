import { listCitedMeetings, listPublicDecisions } from '#src/features/deliberation/store/queries-decisions.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { listAnsweredComments } from '#src/features/public-comment/store/queries/answered.ts'
import { listCases, listPublicCases } from '#src/features/public-comment/store/queries/cases.ts'
import { listCitedSheets } from '#src/features/request-sheets/store/queries-cited.ts'
import { listCitedFigures } from '#src/features/statistics/store/queries-cited.ts'
import { listPublicSurveys, listSurveys } from '#src/features/surveys/store/queries.ts'
import { listCitedVoices, listHeardAbout } from '#src/features/voices/store/queries/about-items.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Context } from '#src/platform/context.ts'
import { type ThreadEntry, threadKinds } from '../../core/thread.ts'
import { addressIn, type SourceAddress } from '../../core/thread-address.ts'
import { planEntries, type SourceRegister } from '../../core/thread-evidence.ts'
import { answeredEntries, decidedEntries, heardEntries, ledgerEntries } from '../../core/thread-voices.ts'

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

const written = new WeakMap<PublicPlan, { key: string; entries: readonly ThreadEntry[] }>()

/** A published text never changes: its own threads are made anew only when what a room says of its things changed. */
function writtenOnce(shown: PublicPlan, register: SourceRegister): readonly ThreadEntry[] {
  const key = JSON.stringify([...register])
  const kept = written.get(shown)
  if (kept?.key === key) return kept.entries
  const entries = planEntries(shown, register)
  written.set(shown, { key, entries })
  return entries
}

/** What the plan names by its address, in the words residents know it by. What is not there, or not public, is left out. */
export async function sourceRegister(context: Context, plan: PlanDocument): Promise<SourceRegister> {
  const named = new Set(addressesOf(plan).map(({ id }) => id))
  if (named.size === 0) return new Map()
  const ids = [...named]
  const surveys = (await listPublicSurveys(context)).filter(({ publishedAt }) => publishedAt)
  const cases = await listPublicCases(context)
  const known = [
    ...surveys.map(({ id, title }) => ({ id, words: title, href: `/surveys/${id}` })),
    ...cases.map(({ id, sheet, result }) => ({
      id,
      words: sheet.title,
      href: `/comments/${id}${result ? '/result' : ''}`,
    })),
    ...(await listCitedMeetings(context, ids)).map(({ id, name }) => ({
      id,
      words: name,
      href: `/meetings/${id}`,
    })),
    ...(await listCitedVoices(context, ids)).map((id) => ({ id, words: '市民の声', href: '' })),
    ...(await listCitedSheets(context, ids)).map(({ id, words }) => ({ id, words, href: '' })),
    ...(await listCitedFigures(context, ids)).map(({ id, name }) => ({ id, words: name, href: '' })),
  ]
  return new Map(known.map(({ id, ...source }) => [id, source]))
}

/** Links of a plan whose address leads nowhere: the source was never there, or was taken back. For the office itself. */
export async function listBrokenSources(context: Context, plan: PlanDocument): Promise<BrokenSource[]> {
  const ids = [...new Set(addressesOf(plan).map(({ id }) => id))]
  if (ids.length === 0) return []
  const there = [
    ...(await listSurveys(context)),
    ...(await listCases(context)),
    ...(await listCitedMeetings(context, ids)),
    ...(await listCitedFigures(context, ids)),
    ...(await listCitedSheets(context, ids)),
  ].map(({ id }) => id)
  const register = new Set([...there, ...(await listCitedVoices(context, ids))])
  return plan.evidence.flatMap(({ id, from, to, supersededBy }) => {
    const address = supersededBy === undefined ? addressIn(to.ref) : undefined
    return address && !register.has(address.id) ? { evidenceId: id, from, ref: to.ref } : []
  })
}

export type BrokenSource = { evidenceId: string; from: string; ref: string }

const addressesOf = ({ evidence, indicators, dataPoints }: PlanDocument): SourceAddress[] =>
  [
    ...evidence.map(({ to }) => to.ref),
    ...indicators.map(({ source }) => source.ref),
    ...dataPoints.map(({ source }) => source.ref),
  ].flatMap((ref) => addressIn(ref) ?? [])

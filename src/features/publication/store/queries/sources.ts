import { listCitedDecisions, listCitedMeetings } from '#src/features/deliberation/store/queries-decisions.ts'
import {
  listCases,
  listPublicCases,
  type PublicCase,
} from '#src/features/public-comment/store/queries/cases.ts'
import { listCitedSheets } from '#src/features/request-sheets/store/queries-cited.ts'
import { findCited } from '#src/features/surveys/core/results/cell-address.ts'
import { findPublication, listPublicSurveys, listSurveys } from '#src/features/surveys/store/queries.ts'
import { listCitedVoices } from '#src/features/voices/store/queries/about-items.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { lastAuditNumber } from '#src/platform/audit/append.ts'
import type { Context } from '#src/platform/context.ts'
import { type CitedReference, referencesIn } from '../../core/cited-references.ts'
import type { SourceAddress } from '../../core/thread-address.ts'
import { isFound, type SourceRegister } from '../../core/thread-evidence.ts'
import { comparisonSources, figureSources, formerFrameSources, frameSources } from './figure-sources.ts'
import { type Named, type NamedAddresses, partsOf } from './named-parts.ts'

const known = new WeakMap<PlanDocument, { at: number; register: SourceRegister }>()

/**
 * What the plan names by its address, in the words residents know it by. What is not there, or not public, is left out.
 * The rooms are asked again only after something was changed.
 */
export async function sourceRegister(context: Context, plan: PlanDocument): Promise<SourceRegister> {
  const at = await lastAuditNumber(context.db)
  const last = known.get(plan)
  if (last?.at === at) return last.register
  const register = await askRooms(context, plan)
  known.set(plan, { at, register })
  return register
}

async function askRooms(context: Context, plan: PlanDocument): Promise<SourceRegister> {
  const named = namedIn(plan)
  if (named.size === 0) return new Map()
  const ids = [...named.keys()]
  const surveys = (await listPublicSurveys(context)).filter(
    ({ id, publishedAt }) => publishedAt && named.has(id),
  )
  const cases = (await listPublicCases(context)).filter(({ id }) => named.has(id))
  return registerOf([
    ...(await Promise.all(surveys.map((survey) => surveySource(context, survey, named)))),
    ...cases.map((one) => caseSource(one, named)),
    ...(await meetingSources(context, named, ({ isPublic }) => isPublic)),
    ...(await listCitedVoices(context, ids)).map((id) => ({ id, words: '市民の声', href: '' })),
    ...(await listCitedSheets(context, ids)).map(({ id, words }) => ({ id, words, href: '' })),
    ...(await figureSources(context, named)),
    ...(await comparisonSources(context, named)),
    ...(await frameSources(context, named)),
  ])
}

/**
 * References of a plan that lead nowhere: what they name was never there, or was taken back. For the office itself, which
 * also sees what residents do not see yet.
 */
export async function listBrokenSources(context: Context, plan: PlanDocument): Promise<BrokenSource[]> {
  const named = namedIn(plan)
  if (named.size === 0) return []
  const ids = [...named.keys()]
  const surveys = (await listSurveys(context)).filter(({ id }) => named.has(id))
  const there = registerOf([
    ...(await Promise.all(surveys.map((survey) => surveySource(context, survey, named)))),
    ...(await listCases(context)).map((one) => caseSource(one, named)),
    ...(await meetingSources(context, named, () => true)),
    ...[
      ...(await listCitedSheets(context, ids)).map(({ id }) => id),
      ...(await listCitedVoices(context, ids)),
    ].map((id) => ({ id, words: '', href: '' })),
    ...(await figureSources(context, named)),
    ...(await comparisonSources(context, named)),
    ...(await formerFrameSources(context, named)),
    ...(await frameSources(context, named)),
  ])
  return referencesIn(plan).flatMap(({ id, from, ref, address }) =>
    isFound(address, there) ? [] : [{ evidenceId: id, from, ref }],
  )
}

export type BrokenSource = { evidenceId: string; from: string; ref: string }

const namedIn = (plan: PlanDocument): NamedAddresses =>
  Map.groupBy(
    referencesIn(plan).map(({ address }: CitedReference) => address),
    ({ id }) => id,
  )

const registerOf = (known: readonly Named[]): SourceRegister =>
  new Map(known.map(({ id, ...source }) => [id, source]))

/** A survey with the tables and cells that are named, where its results are published. */
async function surveySource(
  context: Context,
  { id, title }: { id: string; title: string },
  named: NamedAddresses,
): Promise<Named> {
  const publication = await findPublication(context, id)
  const hrefOf = (part: string, { row, column }: SourceAddress) => {
    const cited = publication && findCited(publication, { part, row, answer: column })
    return cited && `/surveys/${id}/results/${cited.key}${cited.cell ? `#${cited.cell.anchor}` : ''}`
  }
  return { id, words: title, href: `/surveys/${id}`, parts: partsOf(named.get(id), hrefOf) }
}

/** A call for comments with the rows of its result that are named. */
function caseSource({ id, sheet, result }: PublicCase, named: NamedAddresses): Named {
  const href = `/comments/${id}${result ? '/result' : ''}`
  const rows = new Set(result?.rows.map(({ number }) => `no-${number}`))
  const parts = partsOf(named.get(id), (part) => rows.has(part) && `${href}#${part}`)
  return { id, words: sheet.title, href, parts }
}

async function meetingSources(
  context: Context,
  named: NamedAddresses,
  isThere: (decision: { isPublic: boolean }) => boolean,
): Promise<Named[]> {
  const meetings = await listCitedMeetings(context, [...named.keys()])
  const decisions = (
    await listCitedDecisions(
      context,
      meetings.map(({ id }) => id),
    )
  ).filter(isThere)
  return meetings.map(({ id, name }) => {
    const own = new Set(decisions.flatMap((decision) => (decision.meetingId === id ? [decision.id] : [])))
    const parts = partsOf(named.get(id), (part) => own.has(part) && `/meetings/${id}#${part}`)
    return { id, words: name, href: `/meetings/${id}`, parts }
  })
}

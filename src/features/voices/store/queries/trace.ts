import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Disclosure, OpinionKind } from '../../core/labels.ts'
import { permissions } from '../../core/permissions.ts'
import type { Submission } from '../../core/submission.ts'
import { tables } from '../tables.ts'

/** What may be said of a submission to whoever holds its receipt number: no text, no person, no bands. */
export type TracedSubmission = Pick<
  Submission,
  | 'id'
  | 'receiptNumber'
  | 'channel'
  | 'sessionRef'
  | 'receivedOn'
  | 'method'
  | 'withdrawnAt'
  | 'lateReason'
  | 'textPurgedAt'
> & {
  opinions: {
    id: string
    number: number
    kind: OpinionKind
    isSorted: boolean
    /** Where it was sorted to, and what its writer chose. */
    planItemIds: string[]
    /** The place its writer chose, perhaps a paragraph (`me_…/issues/p4`). */
    aboutRef: string
    disclosure: Disclosure
    sameWordings: number
  }[]
}

/** The way of a submission by its receipt number; undefined where there is none. */
export async function findTraced(
  context: Context,
  receiptNumber: string,
): Promise<TracedSubmission | undefined> {
  authorize(context, permissions, 'read-released-voices')
  const row = await tables(context)
    .selectFrom('voiceSubmissions')
    .select([
      'id',
      'receiptNumber',
      'channel',
      'sessionRef',
      'receivedOn',
      'method',
      'withdrawnAt',
      'lateReason',
      'textPurgedAt',
    ])
    .where('receiptNumber', '=', receiptNumber)
    .executeTakeFirst()
  if (!row) return undefined
  const opinions = await tables(context)
    .selectFrom('voiceOpinions')
    .select(['id', 'number', 'kind', 'disclosure', 'wordingId', 'aboutRef'])
    .where('submissionId', '=', row.id)
    .where('endedAt', 'is', null)
    .orderBy('number')
    .execute()
  const codes = await tables(context)
    .selectFrom('voiceGivenCodes')
    .innerJoin('voiceCodes', 'voiceCodes.id', 'voiceGivenCodes.codeId')
    .select(['opinionId', 'planItemId'])
    .where('opinionId', 'in', opinions.length > 0 ? opinions.map(({ id }) => id) : [''])
    .orderBy('voiceCodes.order')
    .execute()
  const wordings = await countWordings(
    context,
    opinions.flatMap(({ wordingId }) => wordingId ?? []),
  )
  const traced = opinions.map(({ wordingId, aboutRef, ...opinion }) => {
    const own = codes.filter(({ opinionId }) => opinionId === opinion.id)
    const planItemIds = [aboutRef.split('/')[0] ?? '', ...own.map(({ planItemId }) => planItemId)]
    return {
      ...opinion,
      aboutRef,
      isSorted: own.length > 0,
      planItemIds: [...new Set(planItemIds.filter(Boolean))],
      sameWordings: Math.max(0, (wordings.get(wordingId ?? '') ?? 0) - 1),
    }
  })
  return {
    ...row,
    withdrawnAt: row.withdrawnAt ?? undefined,
    textPurgedAt: row.textPurgedAt ?? undefined,
    opinions: traced,
  }
}

/** How many opinions share a wording, without those that were taken back. */
async function countWordings(
  context: Context,
  wordingIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (wordingIds.length === 0) return new Map()
  const rows = await tables(context)
    .selectFrom('voiceOpinions')
    .innerJoin('voiceSubmissions', 'voiceSubmissions.id', 'voiceOpinions.submissionId')
    .select('wordingId')
    .select(({ fn }) => fn.count<number>('voiceOpinions.id').as('count'))
    .where('wordingId', 'in', [...new Set(wordingIds)])
    .where('voiceOpinions.endedAt', 'is', null)
    .where('voiceSubmissions.withdrawnAt', 'is', null)
    .groupBy('wordingId')
    .execute()
  return new Map(rows.map(({ wordingId, count }) => [wordingId ?? '', Number(count)]))
}

/**
 * A person's own words, sentence by sentence as they were sorted. Who calls has checked the 合い言葉 that was
 * handed out
 * with the receipt number: the page of the trace, and nobody else.
 */
export async function listOwnWords(context: Context, receiptNumber: string): Promise<Map<string, string>> {
  authorize(context, permissions, 'read-released-voices')
  const rows = await tables(context)
    .selectFrom('voiceOpinions')
    .innerJoin('voiceSubmissions', 'voiceSubmissions.id', 'voiceOpinions.submissionId')
    .select(['voiceOpinions.id', 'voiceOpinions.verbatim'])
    .where('voiceSubmissions.receiptNumber', '=', receiptNumber)
    .where('voiceSubmissions.withdrawnAt', 'is', null)
    .where('voiceOpinions.endedAt', 'is', null)
    .execute()
  return new Map(rows.map(({ id, verbatim }) => [id, verbatim]))
}

/**
 * What may be shown of opinions to everybody: the redacted text, released by a second person. Never the
 * verbatim.
 */
export async function listReleased(context: Context, opinionIds: readonly string[]) {
  authorize(context, permissions, 'read-released-voices')
  if (opinionIds.length === 0) return []
  const rows = await tables(context)
    .selectFrom('voiceOpinions')
    .innerJoin('voiceSubmissions', 'voiceSubmissions.id', 'voiceOpinions.submissionId')
    .select([
      'voiceOpinions.id',
      'voiceOpinions.redacted',
      'voiceOpinions.summary',
      'voiceOpinions.disclosure',
    ])
    .where('voiceOpinions.id', 'in', [...opinionIds])
    .where('voiceOpinions.releasedBy', 'is not', null)
    .where('voiceOpinions.disclosure', 'in', ['public', 'summary-only'])
    .where('voiceOpinions.endedAt', 'is', null)
    .where('voiceSubmissions.withdrawnAt', 'is', null)
    .orderBy('voiceOpinions.id')
    .execute()
  return rows.map(({ id, redacted, summary, disclosure }) => ({
    id,
    summary,
    text: disclosure === 'public' ? (redacted ?? '') : '',
  }))
}

/** By what evidence of the plan may name an opinion: itself, and the issues it was gathered into. */
export async function listSourceIds(
  context: Context,
  opinionIds: readonly string[],
): Promise<Map<string, string[]>> {
  authorize(context, permissions, 'read-released-voices')
  const rows = await tables(context)
    .selectFrom('voiceIssueOpinions')
    .select(['opinionId', 'issueId'])
    .where('opinionId', 'in', opinionIds.length > 0 ? [...opinionIds] : [''])
    .orderBy('issueId')
    .execute()
  const issues = Map.groupBy(rows, ({ opinionId }) => opinionId)
  return new Map(opinionIds.map((id) => [id, [id, ...(issues.get(id) ?? []).map(({ issueId }) => issueId)]]))
}

/** When contact data that were due on a day were destroyed; undefined while they were not. */
export async function findContactPurge(context: Context, dueOn: string): Promise<string | undefined> {
  authorize(context, permissions, 'read-released-voices')
  const row = await tables(context)
    .selectFrom('voicePurges')
    .select('confirmedAt')
    .where('subject', '=', 'contacts')
    .where('confirmedAt', 'is not', null)
    .where('dueOn', '>', dueOn)
    .orderBy('confirmedAt')
    .executeTakeFirst()
  return row?.confirmedAt ?? undefined
}

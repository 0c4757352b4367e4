import { searchWords } from '#src/lib/japanese/search-form.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import type { Heard } from '../../core/counts.ts'
import type { Channel, Disclosure, OpinionKind } from '../../core/labels.ts'
import { permissions } from '../../core/permissions.ts'
import type { Saying } from '../../core/rule-trial.ts'
import type { Opinion, Submission } from '../../core/submission.ts'
import { opinionOf, submissionOf } from '../rows.ts'
import { tables } from '../tables.ts'

/** What a list is narrowed to. `state`: what still has to be done with an opinion. */
export type VoiceFilter = {
  channel?: Channel | undefined
  district?: string | undefined
  kind?: OpinionKind | undefined
  codeId?: string | undefined
  topicId?: string | undefined
  disclosure?: Disclosure | undefined
  sessionRef?: string | undefined
  state?: 'unsorted' | 'to-redact' | 'to-release' | 'held' | 'to-check' | undefined
  words?: string | undefined
}

/** A line of a list: the opinion, and how it came. */
export type HeardLine = Heard &
  Pick<
    Submission,
    | 'receiptNumber'
    | 'receivedOn'
    | 'sessionLabel'
    | 'sessionRef'
    | 'method'
    | 'lateReason'
    | 'heldReason'
    | 'checkedBy'
    | 'requestPath'
    | 'consent'
  >

const joined = (context: Context) =>
  tables(context)
    .selectFrom('voiceOpinions')
    .innerJoin('voiceSubmissions', 'voiceSubmissions.id', 'voiceOpinions.submissionId')
    .where('voiceOpinions.endedAt', 'is', null)
    .where('voiceSubmissions.withdrawnAt', 'is', null)

function narrowed(context: Context, filter: VoiceFilter) {
  let query = joined(context)
  const { channel, district, kind, codeId, topicId, disclosure, sessionRef, state, words } = filter
  if (channel) query = query.where('voiceSubmissions.channel', '=', channel)
  if (district) query = query.where('voiceSubmissions.district', '=', district)
  if (sessionRef) query = query.where('voiceSubmissions.sessionRef', '=', sessionRef)
  if (kind) query = query.where('voiceOpinions.kind', '=', kind)
  if (topicId) query = query.where('voiceOpinions.topicId', '=', topicId)
  if (disclosure) query = query.where('voiceOpinions.disclosure', '=', disclosure)
  const given = tables(context).selectFrom('voiceGivenCodes').select('opinionId')
  if (codeId) query = query.where('voiceOpinions.id', 'in', given.where('codeId', '=', codeId))
  if (state === 'unsorted')
    query = query
      .where('voiceOpinions.id', 'not in', given)
      .where('voiceOpinions.kind', 'not in', ['none', 'offtopic'])
  if (state === 'to-redact')
    query = query.where('voiceOpinions.redactedBy', 'is', null).where('voiceOpinions.kind', '!=', 'none')
  if (state === 'to-release')
    query = query
      .where('voiceOpinions.redactedBy', 'is not', null)
      .where('voiceOpinions.disclosure', '=', 'undecided')
  if (state === 'to-check')
    query = query
      .where('voiceSubmissions.channel', '=', 'comment')
      .where('voiceSubmissions.method', '!=', 'online')
      .where('voiceSubmissions.checkedBy', 'is', null)
  if (state === 'held') query = query.where('voiceSubmissions.heldReason', '!=', '')
  for (const word of searchWords(words ?? '').slice(0, 8)) {
    query = query.where('voiceOpinions.searchForm', 'like', `%${word.replaceAll(/[%_\\]/g, '')}%`)
  }
  return query
}

/** Opinions the filter asks for, the newest submissions first. What was withdrawn or joined is left out. */
export async function listHeard(
  context: Context,
  filter: VoiceFilter = {},
  page?: { from: number; most: number },
): Promise<HeardLine[]> {
  authorize(context, permissions, 'read-voices')
  let query = narrowed(context, filter)
    .selectAll('voiceOpinions')
    .select([
      'voiceSubmissions.channel',
      'voiceSubmissions.district',
      'voiceSubmissions.ageBand',
      'voiceSubmissions.frame',
      'voiceSubmissions.personId',
      'voiceSubmissions.receiptNumber',
      'voiceSubmissions.receivedOn',
      'voiceSubmissions.sessionLabel',
      'voiceSubmissions.sessionRef',
      'voiceSubmissions.method',
      'voiceSubmissions.lateReason',
      'voiceSubmissions.heldReason',
      'voiceSubmissions.checkedBy',
      'voiceSubmissions.requestPath',
      'voiceSubmissions.consent',
    ])
    .orderBy('voiceSubmissions.receivedOn', 'desc')
    .orderBy('voiceSubmissions.receivedAt', 'desc')
    .orderBy('voiceSubmissions.id')
    .orderBy('voiceOpinions.number')
  if (page) query = query.limit(page.most).offset(page.from)
  const rows = await query.execute()
  return rows.map((row) => ({
    ...row,
    ...opinionOf(row),
    personId: row.personId ?? undefined,
    checkedBy: row.checkedBy ?? undefined,
    requestPath: row.requestPath ?? undefined,
  }))
}

/** Every opinion that says something, the newest first: its words and how it came, and nothing more. */
export async function listSayings(context: Context): Promise<Saying[]> {
  authorize(context, permissions, 'read-voices')
  return joined(context)
    .select(['voiceOpinions.id', 'submissionId', 'verbatim', 'district', 'ageBand', 'channel'])
    .where('voiceOpinions.kind', 'not in', ['none', 'offtopic'])
    .where('verbatim', '!=', '')
    .orderBy('voiceSubmissions.receivedOn', 'desc')
    .orderBy('voiceSubmissions.receivedAt', 'desc')
    .orderBy('voiceSubmissions.id')
    .orderBy('voiceOpinions.number')
    .execute()
}

export async function countHeardLines(context: Context, filter: VoiceFilter = {}): Promise<number> {
  authorize(context, permissions, 'read-voices')
  const row = await narrowed(context, filter)
    .select(({ fn }) => fn.count<number>('voiceOpinions.id').as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function getSubmission(context: Context, submissionId: string): Promise<Submission> {
  authorize(context, permissions, 'read-voices')
  const row = await tables(context)
    .selectFrom('voiceSubmissions')
    .selectAll()
    .where('id', '=', submissionId)
    .executeTakeFirst()
  return submissionOf(found(row, '声'))
}

/** The opinions of a submission as they stand, in their order. */
export async function listOpinionsOf(context: Context, submissionId: string): Promise<Opinion[]> {
  authorize(context, permissions, 'read-voices')
  const rows = await tables(context)
    .selectFrom('voiceOpinions')
    .selectAll()
    .where('submissionId', '=', submissionId)
    .where('endedAt', 'is', null)
    .orderBy('number')
    .execute()
  return rows.map(opinionOf)
}

export async function getOpinion(context: Context, opinionId: string): Promise<Opinion> {
  authorize(context, permissions, 'read-voices')
  const row = await tables(context)
    .selectFrom('voiceOpinions')
    .selectAll()
    .where('id', '=', opinionId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return opinionOf(found(row, '意見'))
}

export type HistoryEntry = { at: string; actor: string; what: string; before: string; opinionId: string }

/** What was done with a submission and its opinions, the newest first. */
export async function listHistory(context: Context, submissionId: string): Promise<HistoryEntry[]> {
  authorize(context, permissions, 'read-voices')
  return tables(context)
    .selectFrom('voiceHistory')
    .select(['at', 'actor', 'what', 'before', 'opinionId'])
    .where('submissionId', '=', submissionId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** What an import compares its lines with: the same voice is not taken in twice. */
export async function listKnownVoices(context: Context) {
  authorize(context, permissions, 'take-in-voice')
  return tables(context)
    .selectFrom('voiceSubmissions')
    .select(['channel', 'receivedOn', 'district', 'original'])
    .execute()
}

import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import type { Heard } from '../../core/counts.ts'
import { type RepresentativeVoices, representativeVoices } from '../../core/grouping.ts'
import { permissions } from '../../core/permissions.ts'
import { opinionOf } from '../rows.ts'
import { tables } from '../tables.ts'

/** 分類 */
export type Code = {
  id: string
  label: string
  planItemId: string
  order: number
  isRetired: boolean
  /** When it is suggested (コーディング規則), or empty. */
  rule: string
  revision: number
}

export async function listCodes(context: Context): Promise<Code[]> {
  authorize(context, permissions, 'read-issues')
  const rows = await tables(context)
    .selectFrom('voiceCodes')
    .selectAll()
    .orderBy('order')
    .orderBy('id')
    .execute()
  return rows.map(({ retiredAt, ...row }) => ({ ...row, isRetired: retiredAt !== null }))
}

export async function getCode(context: Context, codeId: string): Promise<Code> {
  return found(
    (await listCodes(context)).find(({ id }) => id === codeId),
    '分類',
  )
}

/** Which codes each of these opinions was given, and how often a code was given. */
export async function listGivenCodes(context: Context) {
  authorize(context, permissions, 'read-voices')
  return tables(context).selectFrom('voiceGivenCodes').selectAll().orderBy('at').orderBy('codeId').execute()
}

export async function codesOf(
  context: Context,
  opinionIds: readonly string[],
): Promise<Map<string, string[]>> {
  const wanted = new Set(opinionIds)
  const given = (await listGivenCodes(context)).filter(({ opinionId }) => wanted.has(opinionId))
  const byOpinion = Map.groupBy(given, ({ opinionId }) => opinionId)
  return new Map([...byOpinion].map(([id, rows]) => [id, rows.map(({ codeId }) => codeId)]))
}

/** 同じ文面 or 話題, as a person confirmed it. */
export type VoiceGroup = {
  id: string
  kind: 'wording' | 'topic'
  label: string
  reason: string
  confirmedAt: string
  /** Of a topic that was confirmed since they are kept. */
  representatives: RepresentativeVoices | undefined
  members: number
}

export async function listVoiceGroups(context: Context): Promise<VoiceGroup[]> {
  authorize(context, permissions, 'read-voices')
  const rows = await tables(context)
    .selectFrom('voiceGroups')
    .select(['id', 'kind', 'label', 'reason', 'confirmedAt', 'representatives'])
    .orderBy('confirmedAt')
    .orderBy('id')
    .execute()
  const members = await tables(context)
    .selectFrom('voiceOpinions')
    .select(['wordingId', 'topicId'])
    .where('endedAt', 'is', null)
    .execute()
  const sizes = new Map<string, number>()
  for (const { wordingId, topicId } of members) {
    for (const id of [wordingId, topicId]) if (id) sizes.set(id, (sizes.get(id) ?? 0) + 1)
  }
  return rows
    .map(({ representatives, ...row }) => ({
      ...row,
      representatives: representatives ? representativeVoices.parse(JSON.parse(representatives)) : undefined,
      members: sizes.get(row.id) ?? 0,
    }))
    .filter((group) => group.members > 0)
}

/**
 * 政策課題, with every opinion behind it: counts for all readers, words only for those who may read the voices.
 */
export type Issue = {
  id: string
  title: string
  text: string
  planItemId: string
  order: number
  revision: number
  heard: Heard[]
}

export async function listIssues(context: Context): Promise<Issue[]> {
  authorize(context, permissions, 'read-issues')
  const issues = await tables(context)
    .selectFrom('voiceIssues')
    .selectAll()
    .orderBy('order')
    .orderBy('id')
    .execute()
  const rows = await tables(context)
    .selectFrom('voiceIssueOpinions')
    .innerJoin('voiceOpinions', 'voiceOpinions.id', 'voiceIssueOpinions.opinionId')
    .innerJoin('voiceSubmissions', 'voiceSubmissions.id', 'voiceOpinions.submissionId')
    .selectAll('voiceOpinions')
    .select(['issueId', 'channel', 'district', 'ageBand', 'frame', 'personId'])
    .where('voiceOpinions.endedAt', 'is', null)
    .where('voiceSubmissions.withdrawnAt', 'is', null)
    .orderBy('voiceOpinions.id')
    .execute()
  const heard = Map.groupBy(rows, ({ issueId }) => issueId)
  const mayReadRaw = mayDo(context.actor, permissions, 'read-voices')
  return issues.map((issue) => ({
    ...issue,
    heard: (heard.get(issue.id) ?? []).map((row) => ({
      ...row,
      ...opinionOf(row),
      personId: undefined,
      ...(mayReadRaw ? {} : { verbatim: '', summary: '', redacted: undefined, searchForm: '' }),
    })),
  }))
}

export async function getIssue(context: Context, issueId: string): Promise<Issue> {
  return found(
    (await listIssues(context)).find(({ id }) => id === issueId),
    '政策課題',
  )
}

import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type ItemLink, type LinkedVoice, linkedVoices, type VoicesOnItem } from '../../core/on-items.ts'
import { permissions } from '../../core/permissions.ts'
import { tables } from '../tables.ts'

/**
 * What was heard about items of the plan, for everybody: how many opinions by channel, and of those a second
 * person released, the text that may be shown. An opinion belongs to an item by the place its writer chose, by
 * a code bound to the item, or by an issue bound to it. Never the verbatim, never a person.
 */
export async function listVoicesOnItems(
  context: Context,
  itemIds: readonly string[],
): Promise<Map<string, VoicesOnItem>> {
  authorize(context, permissions, 'read-released-voices')
  if (itemIds.length === 0) return new Map()
  const links = await listItemLinks(context, itemIds)
  const opinionIds = [...new Set(links.map(({ opinionId }) => opinionId))]
  return linkedVoices(itemIds, links, await listLinked(context, opinionIds))
}

async function listItemLinks(context: Context, itemIds: readonly string[]): Promise<ItemLink[]> {
  const wanted = [...itemIds]
  const about = await tables(context)
    .selectFrom('voiceOpinions')
    .select(['id as opinionId', 'aboutRef'])
    .where('aboutRef', '!=', '')
    .execute()
  const coded = await tables(context)
    .selectFrom('voiceGivenCodes')
    .innerJoin('voiceCodes', 'voiceCodes.id', 'voiceGivenCodes.codeId')
    .select(['opinionId', 'planItemId as itemId'])
    .where('planItemId', 'in', wanted)
    .execute()
  const gathered = await tables(context)
    .selectFrom('voiceIssueOpinions')
    .innerJoin('voiceIssues', 'voiceIssues.id', 'voiceIssueOpinions.issueId')
    .select(['opinionId', 'planItemId as itemId'])
    .where('planItemId', 'in', wanted)
    .execute()
  return [
    ...about.map(({ opinionId, aboutRef }) => ({
      opinionId,
      itemId: aboutRef.split('/')[0] ?? '',
      by: 'about' as const,
    })),
    ...coded.map((row) => ({ ...row, by: 'code' as const })),
    ...gathered.map((row) => ({ ...row, by: 'issue' as const })),
  ].filter(({ itemId }) => itemIds.includes(itemId))
}

const mostAtOnce = 500

/** Opinions that stand, by their ids, in portions that every database takes. */
async function listLinked(context: Context, opinionIds: readonly string[]): Promise<LinkedVoice[]> {
  const heard: LinkedVoice[] = []
  for (let from = 0; from < opinionIds.length; from += mostAtOnce) {
    const rows = await tables(context)
      .selectFrom('voiceOpinions')
      .innerJoin('voiceSubmissions', 'voiceSubmissions.id', 'voiceOpinions.submissionId')
      .select([
        'voiceOpinions.id as opinionId',
        'submissionId',
        'redacted',
        'summary',
        'disclosure',
        'releasedBy',
        'channel',
        'frame',
        'sessionRef',
        'sessionLabel',
        'receivedOn',
      ])
      .where('voiceOpinions.id', 'in', opinionIds.slice(from, from + mostAtOnce))
      .where('voiceOpinions.kind', 'not in', ['none', 'offtopic'])
      .where('voiceOpinions.endedAt', 'is', null)
      .where('voiceSubmissions.withdrawnAt', 'is', null)
      .execute()
    heard.push(
      ...rows.map(({ redacted, releasedBy, disclosure, ...row }) => ({
        ...row,
        isReleased: releasedBy !== null && (disclosure === 'public' || disclosure === 'summary-only'),
        text: disclosure === 'public' ? (redacted ?? '') : '',
      })),
    )
  }
  return heard
}

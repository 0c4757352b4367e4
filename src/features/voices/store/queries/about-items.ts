import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Channel } from '../../core/labels.ts'
import { permissions } from '../../core/permissions.ts'
import type { Submission } from '../../core/submission.ts'
import { tables } from '../tables.ts'

/** An opinion about an item of the plan, as everybody may know of it: no person, no age, no text that was not released. */
export type HeardAbout = {
  opinionId: string
  itemId: string
  /** The paragraph its writer chose (`me_…/issues/p4`); '' where it is about the item as a whole, or was sorted to it. */
  paragraphId: string
  channel: Channel
  frame: Submission['frame']
  district: string
  /** The redacted text, where a second person released it; else ''. */
  released: string
}

const standing = (context: Context) =>
  tables(context)
    .selectFrom('voiceOpinions')
    .innerJoin('voiceSubmissions', 'voiceSubmissions.id', 'voiceOpinions.submissionId')
    .where('voiceOpinions.endedAt', 'is', null)
    .where('voiceSubmissions.withdrawnAt', 'is', null)
    .where('voiceOpinions.kind', 'not in', ['none', 'offtopic'])

const columns = [
  'voiceOpinions.id',
  'voiceOpinions.redacted',
  'voiceOpinions.releasedBy',
  'voiceOpinions.disclosure',
  'voiceSubmissions.channel',
  'voiceSubmissions.frame',
  'voiceSubmissions.district',
] as const

/**
 * What was said about the items of the plan, or about one of them: what people chose to speak about, and what was sorted
 * to it. What was withdrawn is left out, and what staff said stays in the office.
 */
export async function listHeardAbout(context: Context, onlyItemId?: string): Promise<HeardAbout[]> {
  authorize(context, permissions, 'read-released-voices')
  let chosen = standing(context)
    .select([...columns, 'voiceOpinions.aboutRef as ref'])
    .where('voiceOpinions.aboutRef', '!=', '')
    .where('voiceSubmissions.channel', '!=', 'staff')
    .orderBy('voiceOpinions.id')
  let sorted = standing(context)
    .innerJoin('voiceGivenCodes', 'voiceGivenCodes.opinionId', 'voiceOpinions.id')
    .innerJoin('voiceCodes', 'voiceCodes.id', 'voiceGivenCodes.codeId')
    .select([...columns, 'voiceCodes.planItemId as ref'])
    .where('voiceCodes.planItemId', '!=', '')
    .where('voiceSubmissions.channel', '!=', 'staff')
    .orderBy('voiceOpinions.id')
  if (onlyItemId) {
    chosen = chosen.where('voiceOpinions.aboutRef', 'like', `${onlyItemId}%`)
    sorted = sorted.where('voiceCodes.planItemId', '=', onlyItemId)
  }
  const all = [...(await chosen.execute()), ...(await sorted.execute())].map((row) => {
    const itemId = row.ref.split('/')[0] ?? ''
    return { ...row, itemId, paragraphId: row.ref === itemId ? '' : row.ref }
  })
  const once = Map.groupBy(all, ({ id, itemId }) => `${id} ${itemId}`)
  const firsts = [...once.values()].flatMap(([first]) => first ?? [])
  return firsts.map(({ id, itemId, paragraphId, channel, frame, district, ...row }) => ({
    opinionId: id,
    itemId,
    paragraphId,
    channel,
    frame,
    district,
    released: row.releasedBy && row.disclosure === 'public' ? (row.redacted ?? '') : '',
  }))
}

/**
 * Which of these voices evidence may name: issues, and opinions a second person released and nobody took back.
 */
export async function listCitedVoices(context: Context, ids: readonly string[]): Promise<string[]> {
  authorize(context, permissions, 'read-released-voices')
  if (ids.length === 0) return []
  const opinions = await standing(context)
    .select('voiceOpinions.id')
    .where('voiceOpinions.id', 'in', [...ids])
    .where('voiceOpinions.releasedBy', 'is not', null)
    .where('voiceOpinions.disclosure', 'in', ['public', 'summary-only'])
    .execute()
  const issues = await tables(context)
    .selectFrom('voiceIssues')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return [...opinions, ...issues].map(({ id }) => id)
}

import { appendAudit } from '#src/platform/audit/append.ts'
import type { Context } from '#src/platform/context.ts'
import type { DailyVisit } from '#src/platform/daily.ts'
import { markPurged, type PurgeAgain } from '#src/platform/purges/purge-marks.ts'
import { collectionPhase } from '../core/survey.ts'
import { tables } from './tables.ts'

/**
 * What goes by itself, on its day: lists of invitations of closed surveys whose day has come, with an audit entry as a person
 * leaves it, and what somebody saved and never sent, once nobody can send it any more.
 */
export async function purgeWhatIsDue(
  context: Context,
  { today }: Pick<DailyVisit, 'today'>,
): Promise<number> {
  const due = await tables(context)
    .selectFrom('surveys')
    .select(['id', 'revision'])
    .where('state', '=', 'closed')
    .where('purgedAt', 'is', null)
    .where('purgeOn', '<=', today)
    .execute()
  for (const survey of due) await deleteAlone(context, survey, 'purge-day')
  await dropDrafts(context)
  return due.length
}

const markName = 'survey-invitations'

/** After a restore: the lists that were deleted before, and those whose day is past. */
export const purgeAgain: PurgeAgain = async (context, { isPurged, today }) => {
  const kept = await tables(context)
    .selectFrom('surveys')
    .select(['id', 'revision'])
    .where('purgedAt', 'is', null)
    .orderBy('id')
    .execute()
  const marked = kept.filter(({ id }) => isPurged(markName, id))
  for (const survey of marked) await deleteAlone(context, survey, 'restore')
  return marked.length + (await purgeWhatIsDue(context, { today }))
}

async function deleteAlone(
  context: Context,
  { id, revision }: { id: string; revision: number },
  reason: string,
) {
  await deleteInvitations(context, { surveyId: id, revision })
  await appendAudit(context, { action: 'purge-invitations', role: '', trail: { objects: [id], reason } })
}

/** Deletes the list; that it was deleted, and when, stays with the survey. In the transaction of the caller. */
export async function deleteInvitations(
  context: Context,
  { surveyId, revision }: { surveyId: string; revision: number },
) {
  await markPurged(context, markName, [surveyId])
  await tables(context).deleteFrom('surveyInvitations').where('surveyId', '=', surveyId).execute()
  await tables(context)
    .updateTable('surveys')
    .set({ purgedAt: context.now.toISOString(), revision: revision + 1 })
    .where('id', '=', surveyId)
    .execute()
}

async function dropDrafts(context: Context) {
  const open = await tables(context)
    .selectFrom('surveys')
    .select(['id', 'state', 'startsOn', 'closesAt'])
    .where('state', '=', 'open')
    .execute()
  const over = open.filter((survey) => collectionPhase(survey, context.now) === 'over').map(({ id }) => id)
  if (over.length > 0)
    await tables(context).deleteFrom('surveyDrafts').where('surveyId', 'in', over).execute()
}

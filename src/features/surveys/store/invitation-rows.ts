import type { Context } from '#src/platform/context.ts'
import { secretlyShuffled } from '#src/platform/secret-draw.ts'
import { inBatches, tables } from './tables.ts'

/** Writes all invitations of a survey anew, so that neither place nor transaction tells when a code was spent. */
export async function spreadInvitations(context: Context, surveyId: string) {
  const rows = await tables(context)
    .selectFrom('surveyInvitations')
    .selectAll()
    .where('surveyId', '=', surveyId)
    .execute()
  await tables(context).deleteFrom('surveyInvitations').where('surveyId', '=', surveyId).execute()
  await inBatches(secretlyShuffled(rows), (some) =>
    tables(context).insertInto('surveyInvitations').values(some).execute(),
  )
}

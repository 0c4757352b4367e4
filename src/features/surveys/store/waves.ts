import { z } from 'zod'
import { authorize } from '#src/platform/authorize.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { permissions } from '../core/permissions.ts'
import type { WaveJudgements } from '../core/results/wave-items.ts'
import { getSurvey } from './queries.ts'
import { tables } from './tables.ts'

const judgements = z.record(
  z.string(),
  z.strictObject({
    comparability: z.enum(['comparable', 'reference', 'not-comparable']),
    reason: z.string(),
  }),
)

export type KeptWaves = { earlierId: string; judgements: WaveJudgements; revision: number }

/** With which survey this one is compared; undefined while nobody has chosen. */
export async function findWaves(context: Context, surveyId: string): Promise<KeptWaves | undefined> {
  authorize(context, permissions, 'read-survey-results')
  const row = await tables(context)
    .selectFrom('surveyWaves')
    .select(['earlierId', 'judgements', 'revision'])
    .where('surveyId', '=', surveyId)
    .executeTakeFirst()
  return row && { ...row, judgements: judgements.parse(JSON.parse(row.judgements)) }
}

type Choosing = { surveyId: string; earlierId: string; judgements: WaveJudgements; revision: number }

/** Chooses the earlier survey and says which items can be compared, with the reason where a person has judged. */
export const compareWithEarlier = command(
  permissions,
  'compare-surveys',
  async (context, { surveyId, earlierId, judgements: judged, revision }: Choosing) => {
    const earlier = await getSurvey(context, earlierId)
    await getSurvey(context, surveyId)
    if (earlierId === surveyId || earlier.state !== 'closed')
      throw new Refusal('conflict', '締め切った、ほかの調査とだけ比べられます')
    const before = await findWaves(context, surveyId)
    refuseIfStale({ revision: before?.revision ?? 0 }, revision)
    const kept = { earlierId, judgements: JSON.stringify(judged), revision: revision + 1 }
    if (before)
      await tables(context).updateTable('surveyWaves').set(kept).where('surveyId', '=', surveyId).execute()
    else
      await tables(context)
        .insertInto('surveyWaves')
        .values({ surveyId, ...kept })
        .execute()
  },
)

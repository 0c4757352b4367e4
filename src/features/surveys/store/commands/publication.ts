import { command } from '#src/platform/command.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import type { Publication } from '../../core/results/publication-format.ts'
import { getSurvey } from '../queries.ts'
import { tables } from '../tables.ts'

type Publishing = { surveyId: string; revision: number; publication: Publication }

/** Publishes the results of a closed survey as they are now: the tables are kept and never computed anew. */
export const publishResults = command(
  permissions,
  'publish-survey',
  async (context, { surveyId, revision, publication }: Publishing) => {
    const survey = await getSurvey(context, surveyId)
    refuseIfStale(survey, revision)
    if (survey.state !== 'closed') throw new Refusal('conflict', '締め切った調査だけ、集計を公表できます')
    await tables(context)
      .updateTable('surveys')
      .set({
        publication: JSON.stringify(publication),
        publishedAt: context.now.toISOString(),
        revision: revision + 1,
      })
      .where('id', '=', surveyId)
      .execute()
  },
)

/** Takes the published results back. */
export const withdrawResults = command(
  permissions,
  'publish-survey',
  async (context, { surveyId, revision }: { surveyId: string; revision: number }) => {
    const survey = await getSurvey(context, surveyId)
    refuseIfStale(survey, revision)
    if (!survey.publishedAt) throw new Refusal('conflict', '公表していません')
    await tables(context)
      .updateTable('surveys')
      .set({ publication: null, publishedAt: null, revision: revision + 1 })
      .where('id', '=', surveyId)
      .execute()
  },
)

import { createHash } from 'node:crypto'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { datasetOfAnswers, designNotes } from '../core/results/dataset-of-answers.ts'
import { responseStatistics } from '../core/results/response-statistics.ts'
import { workOf } from '../core/results/survey-work.ts'
import type { Survey } from '../core/survey.ts'
import {
  countInvitations,
  getSurvey,
  listAnswers,
  listPublishedQuestionnaires,
  listReceipts,
} from './queries.ts'

/** The dataset of a survey with what statistics are computed from; undefined while nothing has been moved from the inbox. */
export async function resultsOf(context: Context, surveyId: string) {
  const survey = await getSurvey(context, surveyId)
  const answers = await listAnswers(context, surveyId)
  const kept = await listPublishedQuestionnaires(context, surveyId)
  const questionnaires = kept.map(({ questionnaire }) => questionnaire)
  if (questionnaires.length === 0 || answers.length === 0) return { survey, results: undefined }
  const dataset = datasetOfAnswers({ survey, questionnaires, answers })
  const hash = createHash('sha256').update(canonicalJson(dataset)).digest('hex')
  return {
    survey,
    results: {
      dataset,
      work: workOf(dataset),
      notes: designNotes(survey, answers),
      hash,
      isOneVersion: kept.length === 1,
    },
  }
}

/** The same, refused while there is nothing to tabulate. */
export async function existingResults(context: Context, surveyId: string) {
  const { survey, results } = await resultsOf(context, surveyId)
  return { survey, results: found(results, '集計できる回答') }
}

export type SurveyResults = NonNullable<Awaited<ReturnType<typeof resultsOf>>['results']>

/** How many came in against how many were sent; after the list is purged from the record of the sample. */
export async function responsesOf(context: Context, survey: Survey) {
  const sent = survey.sampling?.sizes.map(({ stratum, drawn }) => ({ stratum, sent: drawn }))
  const known = sent ?? (await countInvitations(context, survey.id))
  return responseStatistics(await listReceipts(context, survey.id), known)
}

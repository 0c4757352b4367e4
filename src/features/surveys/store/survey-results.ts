import { createHash } from 'node:crypto'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { permissions } from '../core/permissions.ts'
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
  authorize(context, permissions, 'read-survey-results')
  const survey = await getSurvey(context, surveyId)
  if (survey.state !== 'closed') return { survey, results: await computedResults(context, survey) }
  const kept = keptOf(context)
  const key = `${surveyId}/${survey.revision}`
  const found = kept.get(key) ?? { results: await computedResults(context, survey) }
  kept.delete(key)
  kept.set(key, found)
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old)
  return { survey, results: found.results }
}

/**
 * Results of the last few closed surveys, by database: nothing of a closed survey changes but with its revision, and to read
 * and prepare thousands of answers again for every cross table would take longer than the table.
 */
const keptByDatabase = new WeakMap<object, Map<string, { results: Computed | undefined }>>()
const mostKept = 4

function keptOf({ db }: Context) {
  const kept = keptByDatabase.get(db) ?? new Map<string, { results: Computed | undefined }>()
  keptByDatabase.set(db, kept)
  return kept
}

type Computed = NonNullable<Awaited<ReturnType<typeof computedResults>>>

async function computedResults(context: Context, survey: Survey) {
  const answers = await listAnswers(context, survey.id)
  const kept = await listPublishedQuestionnaires(context, survey.id)
  const questionnaires = kept.map(({ questionnaire }) => questionnaire)
  if (questionnaires.length === 0 || answers.length === 0) return undefined
  const dataset = datasetOfAnswers({ survey, questionnaires, answers })
  const hash = createHash('sha256').update(canonicalJson(dataset)).digest('hex')
  return {
    dataset,
    work: workOf(dataset),
    notes: designNotes(survey, answers),
    hash,
    isOneVersion: kept.length === 1,
  }
}

/** The same, refused while there is nothing to tabulate. */
export async function existingResults(context: Context, surveyId: string) {
  const { survey, results } = await resultsOf(context, surveyId)
  return { survey, results: found(results, '集計できる回答') }
}

export type SurveyResults = Computed

/** How many came in against how many were sent; after the list is purged from the record of the sample. */
export async function responsesOf(context: Context, survey: Survey) {
  const sent = survey.sampling?.sizes.map(({ stratum, drawn }) => ({ stratum, sent: drawn }))
  const known = sent ?? (await countInvitations(context, survey.id))
  return responseStatistics(await listReceipts(context, survey.id), known)
}

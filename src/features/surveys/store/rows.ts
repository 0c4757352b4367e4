import { z } from 'zod'
import { type Questionnaire, questionnaire } from '#src/formats/survey-question.ts'
import { readOnce } from '#src/lib/text/read-once.ts'
import { samplingRecord, strata } from '../core/sample/strata.ts'
import type { Survey } from '../core/survey.ts'
import type { SurveyTables } from './tables.ts'

type SurveyColumns = SurveyTables['surveys']

const strataIn = readOnce((text) => strata.parse(JSON.parse(text)))
const samplingIn = readOnce((text) => samplingRecord.parse(JSON.parse(text)))
const questionnaireIn = readOnce((text) => questionnaire.parse(JSON.parse(text)))

/** A survey as the core knows it. */
export function surveyOf({ publication: _, ...row }: SurveyColumns): Survey {
  return {
    ...row,
    strata: strataIn(row.strata),
    sampling: row.sampling === null ? undefined : samplingIn(row.sampling),
    purgeOn: row.purgeOn ?? undefined,
    purgedAt: row.purgedAt ?? undefined,
    publishedAt: row.publishedAt ?? undefined,
  }
}

/** 調査票 as the room keeps it, with the revision its editor was opened with. */
export type KeptQuestionnaire = {
  questionnaire: Questionnaire
  version: number
  publishedAt: string | undefined
  revision: number
}

export const questionnaireOf = (row: SurveyTables['surveyQuestionnaires']): KeptQuestionnaire => ({
  questionnaire: questionnaireIn(row.content),
  version: row.version,
  publishedAt: row.publishedAt ?? undefined,
  revision: row.revision,
})

export const answerCells = z.record(z.string(), z.string())

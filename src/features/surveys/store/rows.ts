import { z } from 'zod'
import { type Questionnaire, questionnaire } from '#src/formats/survey-question.ts'
import { samplingRecord, strata } from '../core/sample/strata.ts'
import type { Survey } from '../core/survey.ts'
import type { SurveyTables } from './tables.ts'

type SurveyColumns = SurveyTables['surveys']

/** A survey as the core knows it. */
export function surveyOf({ publication: _, ...row }: SurveyColumns): Survey {
  return {
    ...row,
    strata: strata.parse(JSON.parse(row.strata)),
    sampling: row.sampling === null ? undefined : samplingRecord.parse(JSON.parse(row.sampling)),
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
  questionnaire: questionnaire.parse(JSON.parse(row.content)),
  version: row.version,
  publishedAt: row.publishedAt ?? undefined,
  revision: row.revision,
})

export const answerCells = z.record(z.string(), z.string())

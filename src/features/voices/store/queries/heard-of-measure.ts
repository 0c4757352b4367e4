import { findMeasureStanding, type StandingInSurvey } from '#src/features/surveys/store/queries-standings.ts'
import type { Context } from '#src/platform/context.ts'
import { type HeardSummary, heardSummary } from '../../core/heard-summary.ts'
import { listHeardAbout } from './about-items.ts'

/** 市民の声 about a measure, to stand beside the fields of who writes it: where a survey puts it, and what was said. */
export type HeardOfMeasure = HeardSummary & { measureId: string; standing: StandingInSurvey | undefined }

export async function getHeardOfMeasure(context: Context, measureId: string): Promise<HeardOfMeasure> {
  return {
    measureId,
    standing: await findMeasureStanding(context, measureId),
    ...heardSummary(await listHeardAbout(context, measureId)),
  }
}

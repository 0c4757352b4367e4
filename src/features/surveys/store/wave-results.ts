import type { Context } from '#src/platform/context.ts'
import type { WavesToPublish } from '../core/results/publish-waves.ts'
import { waveItems } from '../core/results/wave-items.ts'
import { waveChapter, waveStamp } from '../core/results/wave-words.ts'
import { compareSurveys, everyLine, waveNotes } from '../core/results/waves.ts'
import type { Survey } from '../core/survey.ts'
import { findPublication, listTallies } from './queries.ts'
import { resultsOf, type SurveyResults } from './survey-results.ts'
import { findWaves } from './waves.ts'

/** A survey against the earlier one that was chosen; undefined while none is. */
export async function comparisonOf(
  context: Context,
  { survey, results }: { survey: Survey; results: SurveyResults },
) {
  const kept = await findWaves(context, survey.id)
  if (!kept) return undefined
  const before = await resultsOf(context, kept.earlierId)
  if (!before.results) return undefined
  const { results: earlier, survey: earlierSurvey } = before
  const lines = compareSurveys(earlier, results, kept.judgements)
  const circumstances = async (one: Survey, { work }: SurveyResults) => ({
    title: one.title,
    universe: one.universe,
    webShare: await webShareOf(context, one.id),
    isProbability: work.built.isProbability,
  })
  const notes = waveNotes(await circumstances(earlierSurvey, earlier), await circumstances(survey, results))
  const head = { title: earlierSurvey.title, hash: earlier.hash }
  return {
    earlierId: kept.earlierId,
    earlier: head,
    items: waveItems(earlier.dataset, results.dataset),
    judgements: kept.judgements,
    lines,
    notes,
    stamp: waveStamp({ source: results, earlier: head, lines: everyLine(lines) }),
    chapter: waveChapter({ source: results, earlier: head, lines, notes }),
  }
}

/** The same with what is published of the earlier survey: undefined unless it is, and from the same answers. */
export async function wavesToPublish(
  context: Context,
  { survey, results }: { survey: Survey; results: SurveyResults },
): Promise<WavesToPublish | undefined> {
  const comparison = await comparisonOf(context, { survey, results })
  if (!comparison) return undefined
  const published = await findPublication(context, comparison.earlierId)
  if (!published || published.dataHash !== comparison.earlier.hash) return undefined
  return { ...comparison, earlier: published }
}

export type SurveyComparison = NonNullable<Awaited<ReturnType<typeof comparisonOf>>>

async function webShareOf(context: Context, surveyId: string): Promise<number> {
  const counted = (await listTallies(context, surveyId)).filter(({ mode }) => mode !== 'kept-out')
  const sum = (rows: typeof counted) => rows.reduce((total, { count }) => total + Number(count), 0)
  return sum(counted) === 0 ? 0 : sum(counted.filter(({ mode }) => mode === 'web')) / sum(counted)
}

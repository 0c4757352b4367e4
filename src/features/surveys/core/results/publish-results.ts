import type { SurveyDataset } from '#src/formats/survey-dataset.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { marginOfError } from '#src/lib/statistics/sample/sample-size.ts'
import type { Work } from '../estimate/statistic-result.ts'
import { designLabels } from '../labels.ts'
import type { Survey } from '../survey.ts'
import type { Publication } from './publication-format.ts'
import { publishedPortfolios } from './publish-portfolio.ts'
import { publishedWaves, type WavesToPublish } from './publish-waves.ts'
import { everybody, releasedTables } from './released-tables.ts'
import { isWeighted, workOf } from './survey-work.ts'

type Publishing = {
  survey: Survey
  dataset: SurveyDataset
  sent: number | undefined
  notes: readonly string[]
  dataHash: string
  /** 経年比較, where an earlier survey was chosen that is published too. */
  waves?: WavesToPublish | undefined
}

/**
 * The results as everybody may read them: every question by the first variable of the strata (or in all), small cells
 * hidden together with those that would give them away (秘匿).
 *
 * All tables are one release. Where it cannot be made safe with the variable, it is published in all only.
 */
export function publicationOf({ survey, dataset, sent, notes, dataHash, waves }: Publishing): Publication {
  const work = workOf(dataset)
  const count = dataset.answers.count
  const [variable] = survey.strata.variables
  const { tables, byVariable, hasRankings } = safestTables(work, dataset, variable)
  const compared = waves && publishedWaves(waves, tables ?? [])
  const isProbability = survey.designKind === 'stratified' || survey.designKind === 'simple'
  const population = dataset.design.population ?? undefined
  const margin = isProbability && count > 1 && (population ?? count) >= count
  return {
    title: survey.title,
    universe: survey.universe,
    period: { start: survey.startsOn, end: tokyoDay(new Date(Date.parse(survey.closesAt) - 1)) },
    design: designLabels[survey.designKind],
    sent: sent ?? null,
    valid: count,
    isWeighted: isWeighted(work),
    isProbability: work.built.isProbability,
    marginPoints: margin
      ? marginOfError({ answers: count, share: 0.5, ...(population === undefined ? {} : { population }) }) *
        100
      : null,
    notes: [
      ...notes,
      ...(variable !== undefined && !byVariable
        ? [`「${variable}」ごとの表は、人数が少ない欄を隠しきれないので載せていません`]
        : []),
      ...(hasRankings ? [] : ['順位の設問の表は、人数が少ない欄を隠しきれないので載せていません']),
      ...(tables === undefined ? ['人数が少なく、どの表も載せられません'] : []),
    ],
    tables: tables ?? [],
    portfolios: publishedPortfolios(work, dataset.questionnaire, tables ?? []),
    ...(compared ? { waves: compared } : {}),
    dataHash,
  }
}

/** As much as can be made safe: by the variable before in all, and with the rankings before without them. */
function safestTables(work: Work, dataset: SurveyDataset, variable: string | undefined) {
  const withoutRankings = { ...work, frame: { ...work.frame, rankings: new Map() } }
  const hasAny = (work.frame.rankings?.size ?? 0) > 0
  for (const banner of variable === undefined ? [everybody] : [variable, everybody])
    for (const source of hasAny ? [work, withoutRankings] : [work]) {
      const tables = releasedTables(source, dataset, banner)
      if (tables) return { tables, byVariable: banner === variable, hasRankings: !hasAny || source === work }
    }
  return { tables: undefined, byVariable: variable === undefined, hasRankings: true }
}

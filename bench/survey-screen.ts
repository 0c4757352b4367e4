import { finishedAnswers } from '#src/features/surveys/core/answering/answer-cells.ts'
import { crossFigure } from '#src/features/surveys/core/results/cross-figure.ts'
import { datasetOfAnswers } from '#src/features/surveys/core/results/dataset-of-answers.ts'
import { countablesOf } from '#src/features/surveys/core/results/result-tables.ts'
import { workOf } from '#src/features/surveys/core/results/survey-work.ts'
import { strataOfText, stratumName } from '#src/features/surveys/core/sample/strata.ts'
import { endOfDay, type Survey } from '#src/features/surveys/core/survey.ts'
import { sampleAnswered, sampleCells, sampleStrata } from '#src/features/surveys/sample/sample-answers.ts'
import { sampleQuestionnaire } from '#src/features/surveys/sample/sample-questionnaire.ts'
import { seededRandom } from '#src/lib/text/seeded-random.ts'
import { median } from './measure.ts'

/** What the cross table page computes, of about 3,000 answers to 60 columns: every question by district, the slowest one told. */
export async function slowestOnScreen(): Promise<{ answers: number; tables: number; milliseconds: number }> {
  const read = strataOfText(sampleStrata)
  if (read.problem !== undefined) throw new Error(read.problem)
  const { strata } = read
  const measures = Array.from({ length: 28 }, (_, at) => ({
    id: `me_${at}`.padEnd(13, '0'),
    title: `取組${at}`,
  }))
  const questionnaire = sampleQuestionnaire(measures)
  const random = seededRandom('screen')
  const answers = strata.cells.flatMap(({ codes }, place) =>
    Array.from({ length: (sampleAnswered[place] ?? 0) * 7 }, () => ({
      version: 1,
      stratum: stratumName(codes),
      cells: finishedAnswers(questionnaire, sampleCells(random, codes, measures.length)).cells,
    })),
  )
  const survey: Survey = {
    id: 'sv_aaaaaaaaaa',
    title: '架空',
    introduction: '',
    universe: '',
    startsOn: '2026-06-01',
    endsOn: '2026-06-30',
    closesAt: endOfDay('2026-06-30'),
    state: 'closed',
    designKind: 'stratified',
    strata,
    sampling: undefined,
    purgedAt: undefined,
    publishedAt: undefined,
    revision: 1,
  }
  const work = workOf(datasetOfAnswers({ survey, questionnaires: [questionnaire], answers }))
  const countables = countablesOf(questionnaire).filter(({ kind }) => kind !== 'number')
  const banner = { value: '地区', label: '地区' }
  const times: number[] = []
  for (const one of countables) times.push(await median(() => crossFigure(work, one, banner), 3))
  return { answers: answers.length, tables: times.length, milliseconds: Math.max(...times) }
}

import { type AnswerColumn, type SurveyDataset, surveyFormat } from '#src/formats/survey-dataset.ts'
import type { Questionnaire, SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import {
  type AnswerCells,
  columnsOf,
  markColumn,
  textColumn,
  valueColumns,
} from '../answering/answer-cells.ts'
import { newOption, questionsOf } from '../questionnaire/edit-questionnaire.ts'
import { populationOf, type Strata, stratumName } from '../sample/strata.ts'
import type { Survey } from '../survey.ts'

/** An answer with the version of the questionnaire it was given to. */
export type GivenAnswer = { version: number; stratum: string; cells: AnswerCells }

type Sources = {
  survey: Survey
  /** Every version in use, the newest first: its columns are the columns of the dataset. */
  questionnaires: readonly Questionnaire[]
  answers: readonly GivenAnswer[]
}

/** Answers of a survey as `shirube-survey/1`. A question an answer's version did not have is 非該当 for it. */
export function datasetOfAnswers({ survey, questionnaires, answers }: Sources): SurveyDataset {
  const [newest] = questionnaires
  if (!newest) throw new RangeError('調査票がありません')
  const asked = new Map(
    questionnaires.map((one) => [one.version, new Set(questionsOf(one).flatMap(columnsOf))] as const),
  )
  const cellsAt = (column: string) =>
    answers.map(({ cells, version }) => cells[column] ?? (asked.get(version)?.has(column) ? '' : 'NAP'))
  const { strata } = survey
  return {
    schema: surveyFormat,
    surveyId: survey.id,
    title: survey.title,
    audience: 'residents',
    municipalityName: '',
    period: { start: survey.startsOn, end: survey.endsOn },
    universe: survey.universe,
    isInvented: survey.title.includes('架空'),
    questionnaire: newest,
    frame: strata.variables.map((name, place) => ({ name, label: name, options: levelsOf(strata, place) })),
    answers: {
      count: answers.length,
      columns: [
        ...stratumColumns(strata, answers),
        ...questionsOf(newest).flatMap((question) => questionColumns(question, cellsAt)),
      ],
    },
    design: designOf(survey, answers),
    fieldwork: [],
  }
}

function questionColumns(
  question: SurveyQuestion,
  cellsAt: (column: string) => readonly string[],
): AnswerColumn[] {
  const { type, items, options } = question
  if (type === 'note' || type === 'text-long') return []
  const texts = items.flatMap(({ column }) =>
    options.filter(({ hasText }) => hasText).map(({ code }) => textColumn(column, code)),
  )
  const marks = type === 'multiple' ? items : []
  const ranks = type === 'ranking' ? items : []
  return [
    ...marks.flatMap(({ column }) =>
      options.map(({ code }): AnswerColumn => {
        const name = markColumn(column, code)
        return { name, kind: 'mark', option: code, codes: cellsAt(name).map(markCode) }
      }),
    ),
    ...ranks.flatMap(({ column }) =>
      options.map(({ code }): AnswerColumn => {
        const name = markColumn(column, code)
        return { name, kind: 'rank', option: code, codes: cellsAt(name).map(rankCode) }
      }),
    ),
    ...valueColumns(question).map(({ column, options: list }) =>
      valueColumn(column, list, { type, cells: cellsAt(column) }),
    ),
    ...texts.map((name) => textsColumn(name, cellsAt(name))),
  ]
}

const levelsOf = ({ cells }: Strata, place: number): SurveyOption[] =>
  [...new Set(cells.map(({ codes }) => codes[place] ?? ''))].map((code) => newOption({ code, label: code }))

function stratumColumns(strata: Strata, answers: readonly GivenAnswer[]): AnswerColumn[] {
  const known = new Map(strata.cells.map(({ codes }) => [stratumName(codes), codes]))
  return strata.variables.map((name, place) => {
    const levels = levelsOf(strata, place).map(({ code }) => code)
    const codes = answers.map(({ stratum }) => levels.indexOf(known.get(stratum)?.[place] ?? ''))
    return { name, kind: 'choice', codes }
  })
}

const missingCodes: Readonly<Record<string, number>> = { '': -1, INV: -2, NAP: -3 }
const markCode = (value: string) => missingCodes[value] ?? (value === '1' ? 1 : 0)

const rankCode = (value: string) => missingCodes[value] ?? (Number(value) || 0)

type Values = { type: string; cells: readonly string[] }

function valueColumn(name: string, options: readonly SurveyOption[], { type, cells }: Values): AnswerColumn {
  if (options.length > 0) {
    const places = new Map(options.map(({ code }, place) => [code, place]))
    return {
      name,
      kind: 'choice',
      codes: cells.map((value) => missingCodes[value] ?? places.get(value) ?? -2),
    }
  }
  if (type !== 'number') return textsColumn(name, cells)
  const words = { '': 'no-answer', INV: 'invalid', NAP: 'not-applicable' } as const
  const isMissing = (value: string): value is keyof typeof words => value in words
  const values = cells.map((value) =>
    isMissing(value) ? words[value] : Number.isNaN(Number(value)) ? ('invalid' as const) : Number(value),
  )
  return { name, kind: 'number', values }
}

const textsColumn = (name: string, cells: readonly string[]): AnswerColumn => ({
  name,
  kind: 'text',
  texts: cells.map((value) => (value in missingCodes ? null : value)),
})

function designOf({ designKind, strata }: Survey, answers: readonly GivenAnswer[]): SurveyDataset['design'] {
  const isStratified = designKind === 'stratified' && !whyUnweighted({ designKind, strata }, answers)
  const isKnown = strata.cells.length > 0 && populationOf(strata) >= answers.length
  return {
    kind: designKind === 'stratified' && !isStratified ? 'simple' : designKind,
    description: '',
    population: isKnown ? populationOf(strata) : null,
    strata: isStratified
      ? { by: strata.variables, cells: strata.cells.map(({ codes, population }) => ({ codes, population })) }
      : null,
    clusterColumn: null,
    clusterPopulation: null,
    finiteCorrection: isKnown,
    weightColumn: null,
    margins: [],
  }
}

/** Why no weights can be given: people of unknown strata, or a stratum nobody answered in. */
export function whyUnweighted(
  { designKind, strata }: Pick<Survey, 'designKind' | 'strata'>,
  answers: readonly Pick<GivenAnswer, 'stratum'>[],
): string | undefined {
  if (designKind !== 'stratified') return undefined
  if (strata.cells.length === 0) return '層と人口がないので、重みをつけていません'
  const names = new Set(strata.cells.map(({ codes }) => stratumName(codes)))
  const unknown = answers.filter(({ stratum }) => !names.has(stratum)).length
  if (unknown > 0) return `層の分からない回答が${unknown}件あるので、重みをつけていません`
  const answered = Map.groupBy(answers, ({ stratum }) => stratum)
  const empty = [...names].find((name) => !answered.has(name))
  if (empty !== undefined) return `層「${empty}」の回答がまだないので、重みをつけていません`
  const over = strata.cells.find(
    ({ codes, population }) => (answered.get(stratumName(codes))?.length ?? 0) > population,
  )
  return over && `層「${stratumName(over.codes)}」の回答が人口より多いので、重みをつけていません`
}

/** What a reader of the results must know of the weights and the errors, in sentences. */
export function designNotes(
  survey: Pick<Survey, 'designKind' | 'strata'>,
  answers: readonly Pick<GivenAnswer, 'stratum'>[],
): string[] {
  const why = whyUnweighted(survey, answers)
  if (why !== undefined) return [why]
  if (survey.designKind !== 'stratified') return []
  const lonely = [...Map.groupBy(answers, ({ stratum }) => stratum)].filter(([, { length }]) => length === 1)
  return lonely.map(([name]) => `層「${name}」は回答が1件なので、全体の平均からの差で幅を見積もっています`)
}

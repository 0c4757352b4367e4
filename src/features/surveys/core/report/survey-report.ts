import { questionsOf } from '../questionnaire/edit-questionnaire.ts'
import { portfolioOf } from '../results/portfolio-result.ts'
import { countablesOf, tabulateCountable } from '../results/result-tables.ts'
import type { ReportChapter, ReportSource, SurveyReport } from './report-format.ts'
import { overviewChapter, questionnaireChapter } from './report-overview.ts'
import { crossTable, portfolioTable, simpleTable } from './report-tables.ts'

/** The whole report of a survey. */
export function surveyReport(source: ReportSource): SurveyReport {
  const { survey, dataset, work, hash, municipalityName, waves } = source
  const countables = countablesOf(dataset.questionnaire)
  const questions = countables.filter(({ kind }) => kind !== 'number')
  const { facts, chapter } = overviewChapter(source)
  const duals = questionsOf(dataset.questionnaire).filter(({ type }) => type === 'matrix-dual')
  const portfolios = duals.flatMap((question) => {
    const result = portfolioOf(work, question)
    return result ? [portfolioTable(source, question, result)] : []
  })
  const crossed = survey.strata.variables.map(
    (name): ReportChapter => ({
      title: `クロス集計（${name}別）`,
      lead: [`${name}ごとの割合です。回答が30件に満たない列は「参考値」です。`],
      tables: questions.map((one) => crossTable(source, one, { value: name, label: name })),
    }),
  )
  return {
    title: dataset.title,
    municipalityName,
    isInvented: dataset.isInvented,
    date: survey.endsOn,
    dataHash: hash,
    facts,
    chapters: [
      chapter,
      {
        title: '単純集計',
        lead: [
          '割合の分母は、その設問を聞かれた人（無回答・無効を含み、非該当を除く）です。四捨五入のため、合計が100.0％にならないことがあります。「-」は1人もいないこと、「0.0」は0.05％未満を表します。',
        ],
        tables: countables.map((one) => simpleTable(source, tabulateCountable(work, one))),
      },
      ...crossed,
      ...(portfolios.length > 0
        ? [{ title: '満足度・重要度', lead: [portfolioLead], tables: portfolios }]
        : []),
      ...(waves ? [waves] : []),
      questionnaireChapter(dataset.questionnaire),
    ],
  }
}

const portfolioLead =
  '満足度を横に、重要度を縦に取り、項目の平均で4つに分けます。標本誤差の幅が境にかかる項目は、どの区分とも言い切れないので「区分は未確定」とします。重要度は、本人に直接聞いた値です。'

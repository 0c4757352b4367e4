import { type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import { needsAnswers, runStatistic } from '../core/estimate/run-statistic.ts'
import type { StatisticSpec } from '../core/estimate/statistic-spec.ts'
import type { LoadedSurvey } from './load-survey.ts'
import { surveyFrom, telling } from './survey-options.ts'

export const resultsFormat = 'shirube-estimates/1'

export const estimateCommand: CliCommand = {
  name: 'survey estimate',
  summary: '書き出したとおりに、標本設計に基づく推計と検定をする',
  usage: 'spec.json [--data answers.csv]',
  help: [
    '結果はJSON：推計値、標準誤差、信頼区間、自由度、人数、設計効果',
    '書き方と例は docs/formats/survey.md',
    '求められない統計があるとき、その理由が結果に入り、終了コードが1になる',
  ],
  options: { data: { type: 'string' } },
  run: telling(async (call) => {
    const survey = await surveyFrom(call)
    if (!survey.spec) throw new UnusableCall('schema が shirube-estimate/1 のJSONを書いてください。')
    const results = survey.spec.statistics.map((statistic) => resultOf(survey, statistic))
    call.print(JSON.stringify(report(survey, results), null, 2))
    const problems = results.filter((result) => 'problem' in result)
    for (const { id, statistic, problem } of problems) call.remark(`${id ?? statistic}：${problem}`)
    return problems.length > 0 ? 1 : 0
  }),
}

type Result = { id?: string; statistic: string; problem?: string; results?: readonly object[] }

/** One statistic that cannot be computed does not take the others with it. */
function resultOf(survey: LoadedSurvey, spec: StatisticSpec): Result {
  const head = { ...(spec.id === undefined ? {} : { id: spec.id }), statistic: spec.statistic }
  if (needsAnswers(spec) && !survey.data)
    return { ...head, problem: '回答のファイル（data）を書いてください' }
  try {
    return { ...head, results: runStatistic(survey, spec) }
  } catch (error) {
    if (error instanceof RangeError) return { ...head, problem: error.message }
    throw error
  }
}

function report({ data, spec, built }: LoadedSurvey, results: readonly Result[]) {
  const { design, isProbability, hasFiniteCorrection, calibration, notes } = built
  return {
    schema: resultsFormat,
    title: spec?.title ?? '',
    ...(data
      ? {
          data,
          design: {
            isProbability,
            hasFiniteCorrection,
            strata: design.drawn.filter((count) => count > 0).length,
            units: design.drawn.reduce((sum, count) => sum + count, 0),
            isClustered: design.clusters !== undefined,
            ...(calibration ? { calibration } : {}),
            notes,
          },
        }
      : {}),
    results,
  }
}

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { estimateSpec } from '../core/estimate/estimate-spec.ts'
import { runStatistic } from '../core/estimate/run-statistic.ts'
import { statisticSpec } from '../core/estimate/statistic-spec.ts'
import { loadSurvey } from './load-survey.ts'

/**
 * The examples of `docs/formats/survey.md` and what comes out of them. When a result differs, look whether
 * the change is meant, then write it anew: `npm test -- src/features/surveys/work -u`.
 */
const examples = ['survey-estimate', 'survey-estimate-clusters']

const nineDigits = (_: string, value: unknown) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value

test.each(examples)('%s.example.json gives its results', async (name) => {
  const survey = await loadSurvey(`docs/formats/${name}.example.json`)
  const results = survey.spec?.statistics.map(({ id, statistic, ...spec }) => ({
    ...(id ? { id } : {}),
    statistic,
    results: runStatistic(survey, statisticSpec.parse({ statistic, ...spec })),
  }))
  await expect(`${JSON.stringify(results, nineDigits, 1)}\n`).toMatchFileSnapshot(
    `../../../../docs/formats/${name}.results.json`,
  )
})

test('every statistic has an example', () => {
  const shown = examples.flatMap((name) =>
    estimateSpec
      .parse(JSON.parse(readFileSync(`docs/formats/${name}.example.json`, 'utf8')))
      .statistics.map(({ statistic }) => statistic),
  )
  const all = statisticSpec.options.map(({ shape }) => shape.statistic.value)
  expect(all.filter((statistic) => !shown.includes(statistic))).toEqual([])
})

test('a quota sample gets shares, but no error, no interval and no test', async () => {
  const survey = await loadSurvey('docs/formats/survey-estimate.example.json')
  const quota = { ...survey, built: { ...survey.built, isProbability: false } }
  const [mean] = runStatistic(quota, statisticSpec.parse({ statistic: 'mean', variable: 'minutes' }))
  expect(mean).not.toHaveProperty('standardError')
  expect(mean).not.toHaveProperty('interval')
  for (const statistic of ['chi-square', 'rao-scott'])
    expect(() => runStatistic(quota, statisticSpec.parse({ statistic, row: 'live', column: 'sex' }))).toThrow(
      '確率標本ではない',
    )
})

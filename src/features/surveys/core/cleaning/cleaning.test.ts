import { expect, test } from 'vitest'
import { type SurveyDataset, surveyDataset } from '#src/formats/survey-dataset.ts'
import { smallSurvey } from '#test/statistics/small-survey.ts'
import { cleanAnswers } from './clean-answers.ts'

function survey(change: (columns: Record<string, unknown[]>, dataset: SurveyDataset) => void = () => {}) {
  const dataset = surveyDataset.parse(structuredClone(smallSurvey))
  const columns: Record<string, unknown[]> = {}
  for (const column of dataset.answers.columns)
    columns[column.name] =
      column.kind === 'number' ? column.values : column.kind === 'text' ? column.texts : column.codes
  change(columns, dataset)
  return dataset
}

const columnOf = (dataset: SurveyDataset, name: string) => {
  const column = dataset.answers.columns.find((one) => one.name === name)
  return column?.kind === 'number' ? column.values : column?.kind === 'text' ? column.texts : column?.codes
}

test('a question that was hidden: a blank is 非該当, a value is 無効 and stands in the log', () => {
  const given = survey(({ q3 = [] }) => {
    q3[0] = 30
    q3[1] = 'no-answer'
    q3[2] = 'not-applicable'
  })
  const { dataset, log } = cleanAnswers(given, [{ kind: 'branching' }])
  expect(columnOf(dataset, 'q3')?.slice(0, 3)).toEqual(['invalid', 'not-applicable', 'no-answer'])
  expect(log).toEqual([
    { rule: 'branching', row: 0, column: 'q3', before: 30, after: 'invalid' },
    { rule: 'branching', row: 1, column: 'q3', before: 'no-answer', after: 'not-applicable' },
    { rule: 'branching', row: 2, column: 'q3', before: 'not-applicable', after: 'no-answer' },
  ])
  expect(columnOf(given, 'q3')?.[0]).toBe(30)
  expect(cleanAnswers(dataset, [{ kind: 'branching' }]).log).toEqual([])
})

test('a number outside its range is 無効', () => {
  const { dataset, log } = cleanAnswers(
    survey(({ q3 = [] }) => {
      q3[2] = 200
    }),
    [{ kind: 'range' }],
  )
  expect(columnOf(dataset, 'q3')?.[2]).toBe('invalid')
  expect(log).toHaveLength(1)
})

function withLimit() {
  return survey((_, dataset) => {
    const question = dataset.questionnaire.sections[0]?.questions[1]
    if (question) question.maximum = 1
  })
}

test('too many marks: all 無効, or the first ones are kept', () => {
  const strict = cleanAnswers(withLimit(), [{ kind: 'too-many', resolve: 'invalid' }])
  expect([columnOf(strict.dataset, 'q2_1')?.[2], columnOf(strict.dataset, 'q2_2')?.[2]]).toEqual([-2, -2])
  const kept = cleanAnswers(withLimit(), [{ kind: 'too-many', resolve: 'keep-first' }])
  expect([columnOf(kept.dataset, 'q2_1')?.[2], columnOf(kept.dataset, 'q2_2')?.[2]]).toEqual([1, 0])
  expect(kept.log).toEqual([{ rule: 'too-many', row: 2, column: 'q2_2', before: 1, after: 0 }])
})

test('an option that stands alone gives way, or makes the answer 無効', () => {
  const alone = () =>
    survey((_, dataset) => {
      const option = dataset.questionnaire.sections[0]?.questions[1]?.options[1]
      if (option) option.isExclusive = true
    })
  const others = cleanAnswers(alone(), [{ kind: 'exclusive', resolve: 'keep-others' }])
  expect(others.log).toEqual([{ rule: 'exclusive', row: 2, column: 'q2_2', before: 1, after: 0 }])
  expect(cleanAnswers(alone(), [{ kind: 'exclusive', resolve: 'invalid' }]).log).toHaveLength(2)
})

test('flags change nothing: contradictions, blank sheets, unknown questions are refused', () => {
  const rules = [
    { kind: 'logic', name: '北地区で不満', condition: "district = 'A' and q1 = '3'" },
    { kind: 'blank-sheet', answeredShare: 0.5 },
  ] as const
  const { dataset, log } = cleanAnswers(survey(), rules)
  expect(dataset).toEqual(survey())
  expect(log).toEqual([
    { rule: 'logic', row: 2, note: '北地区で不満' },
    { rule: 'blank-sheet', row: 4 },
    { rule: 'blank-sheet', row: 5 },
  ])
  expect(() => cleanAnswers(survey(), [{ kind: 'straight-lining', question: 'q9' }])).toThrow('設問「q9」')
})

test('the same option in every line of a matrix is flagged', () => {
  const given = survey((_, dataset) => {
    const question = dataset.questionnaire.sections[0]?.questions[0]
    const [, codes] = dataset.answers.columns
    if (!question || codes?.kind !== 'choice') return
    question.items = ['q1', 'r2', 'r3'].map((column) => ({
      column,
      label: '',
      lineageId: '',
      isReworded: false,
    }))
    const others = [0, 1, 0, 1, 1, 1, 0, 2]
    dataset.answers.columns.push({ name: 'r2', kind: 'choice', codes: [...others] })
    dataset.answers.columns.push({ name: 'r3', kind: 'choice', codes: [...others] })
  })
  const { log } = cleanAnswers(given, [{ kind: 'straight-lining', question: 'q1' }])
  expect(log.map(({ row }) => row)).toEqual([0, 1, 6])
})

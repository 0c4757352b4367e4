import { expect, test } from 'vitest'
import { surveyQuestion } from '#src/formats/survey-question.ts'
import { newOption, newQuestionnaire, numbered } from '../questionnaire/edit-questionnaire.ts'
import { strataOfText } from '../sample/strata.ts'
import { readImport } from './import-answers.ts'

const read = strataOfText('地区,人口\n伊奈地区,10')
if (read.problem !== undefined) throw new Error(read.problem)
const { strata } = read
const wishes = ['子育て', '医療', '道路', '防災']
const ranked = numbered({
  ...newQuestionnaire(),
  sections: [
    {
      id: 's1',
      title: '',
      questions: [
        surveyQuestion.parse({
          code: 'q8',
          type: 'ranking',
          text: '大切な順に3つまで',
          maximum: 3,
          options: wishes.map((label, at) => newOption({ code: String(at + 1), label })),
          items: [{ column: 'q8', label: '' }],
        }),
      ],
    },
  ],
})
const ranking = (headings: readonly string[], ...rows: readonly (readonly string[])[]) => {
  const csv = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',')
  const service = rows.map((row, at) => [String(at + 1), '2026-08-09 12:11:00', 'ja', ...row])
  const lines = [['id', 'submitdate', 'startlanguage', ...headings], ...service].map(csv)
  return readImport(lines.join('\n'), { questionnaire: ranked, strata, today: '2026-09-01' })
}
const placesOf = (report: ReturnType<typeof ranking>) =>
  report.rows.map(({ cells }) => wishes.map((_, at) => cells[`q8_${at + 1}`] ?? ''))

test.each([
  ['codes', ['q8[1]', 'q8[2]', 'q8[3]']],
  ['codes with a stroke, which read like columns of ours', ['q8_1', 'q8_2', 'q8_3']],
  [
    'words of the question',
    ['大切な順に3つまで [Rank 1]', '大切な順に3つまで [Rank 2]', '大切な順に3つまで [Rank 3]'],
  ],
  ['words in Japanese', ['大切な順に3つまで [1位]', '大切な順に3つまで [2位]', '大切な順に3つまで [3位]']],
])('a ranking of LimeSurvey, one column a place, is read by headings of %s', (_name, headings) => {
  const report = ranking(headings, ['A3', '1', ''], ['医療', '', ''], ['', '', ''], ['N/A', 'N/A', 'N/A'])
  expect(report).toMatchObject({ service: 'LimeSurvey', findings: [], absent: [] })
  expect(placesOf(report)).toEqual([
    ['2', '0', '1', '0'],
    ['0', '1', '0', '0'],
    ['', '', '', ''],
    ['NAP', 'NAP', 'NAP', 'NAP'],
  ])
})

test('one thing in two places, a place left out and an unknown word are told, and none is lost', () => {
  const heads = ['q8[1]', 'q8[2]', 'q8[3]']
  const twice = ranking(heads, ['A1', 'A1', 'A2'])
  expect(twice.findings).toMatchObject([
    { line: 2, column: 'q8[1]', problem: expect.stringContaining('子育て') },
  ])
  const gap = ranking(heads, ['A1', '', 'A2'])
  expect(gap.findings).toMatchObject([{ line: 2, column: 'q8[1]', problem: expect.stringContaining('2位') }])
  const unknown = ranking(heads, ['公園', 'A2', ''])
  expect(unknown.unmatched).toMatchObject([{ column: 'q8', value: '公園', count: 1 }])
  expect(unknown.findings).not.toEqual([])
})

test('in a table of ours a column of a ranking is the place of its option', () => {
  const report = readImport('回答の番号,q8_1,q8_2,q8_3,q8_4\n1,2,1,0,0\n', {
    questionnaire: ranked,
    strata,
    today: '2026-09-01',
  })
  expect(report.findings).toEqual([])
  expect(placesOf(report)).toEqual([['2', '1', '0', '0']])
})

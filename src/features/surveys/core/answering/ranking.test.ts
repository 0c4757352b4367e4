import { expect, test } from 'vitest'
import { surveyQuestion } from '#src/formats/survey-question.ts'
import { readImport } from '../import/import-answers.ts'
import { checkQuestionnaire } from '../questionnaire/check-questionnaire.ts'
import { newQuestionnaire, numbered } from '../questionnaire/edit-questionnaire.ts'
import { finishedAnswers, shownCodes } from './answer-cells.ts'
import { answerWords } from './answer-words.ts'
import { keyedText, keyFields, readKeyed } from './key-in.ts'
import { answerProblems, cellsSent } from './read-answers.ts'

const question = surveyQuestion.parse({
  code: 'q1',
  number: '問1',
  type: 'ranking',
  text: '大切な順に選んでください。',
  maximum: 3,
  options: ['道路', '公園', '学校', '病院'].map((label, at) => ({ code: String(at + 1), label })),
  items: [{ column: 'q1' }],
})
const why = surveyQuestion.parse({
  code: 'q2',
  type: 'text-short',
  text: 'なぜ病院ですか。',
  showIf: "selected(q1, '4')",
  items: [{ column: 'q2' }],
})
const questionnaire = numbered({
  ...newQuestionnaire(),
  sections: [{ id: 's1', title: '順位', questions: [question, why] }],
})
const sent = (...order: string[]) => cellsSent(question, () => order)
const keyed = (text: string) => readKeyed(question, () => text)

test('places as the form sends them, as they are kept, and in words', () => {
  const cells = sent('4', '1', '')
  expect(cells).toEqual({ q1_1: '2', q1_2: '', q1_3: '', q1_4: '1' })
  expect(answerProblems(question, cells)).toEqual({})
  expect(answerWords(question, cells)).toEqual(['1位：病院', '2位：道路'])
  expect(finishedAnswers(questionnaire, cells).cells).toEqual({ q1_1: '2', q1_2: '0', q1_3: '0', q1_4: '1' })
  expect(finishedAnswers(questionnaire, {}).cells).toEqual({ q2: 'NAP' })
})

test.each([
  [['1', '1', ''], '問1：「道路」が2つの順位にあります'],
  [['', '2', '3'], '問1：1位が空いています'],
  [['1', '', '3'], '問1：2位が空いています'],
  [['1', '2', '3', '4'], '問1：3位まで選んでください'],
])('%j is refused', (order, problem) => {
  expect(answerProblems(question, sent(...order))).toEqual({ q1: problem })
})

test('keyed in as codes in their order, with blanks or without; the field shows them again', () => {
  const [field] = keyFields(question)
  expect(keyed('413').cells).toEqual({ q1_4: '1', q1_1: '2', q1_3: '3' })
  expect(keyed('4 1 3')).toEqual(keyed('413'))
  expect(field && keyedText(field, keyed('413').cells)).toBe('4 1 3')
  expect(keyed('4 5').problems['q1']).toContain('選択肢にない番号')
  expect(keyed('44').problems['q1']).toContain('2つの順位')
  expect(keyed('*').cells).toEqual({ q1_1: 'INV', q1_2: 'INV', q1_3: 'INV', q1_4: 'INV' })
})

test('from a file as a place by option; a tie is found by row and column', () => {
  const known = { questionnaire, strata: { variables: [], cells: [] }, today: '2026-04-01' }
  const head = 'q1_1,q1_2,q1_3,q1_4,q2\n'
  expect(readImport(`${head}2,,,1,近いから\n`, known).rows[0]?.cells).toMatchObject({ q1_1: '2', q1_2: '0' })
  expect(readImport(`${head}1,1,,,\n`, known).findings).toEqual([
    { line: 2, column: 'q1', problem: '問1：1位が2つあります' },
  ])
})

test('a condition looks at whether an option has any place', () => {
  expect(shownCodes(questionnaire, sent('1', '4')).has('q2')).toBe(true)
  expect(shownCodes(questionnaire, sent('1', '2')).has('q2')).toBe(false)
  expect(checkQuestionnaire(questionnaire)).toEqual([])
  const alone = { ...question, maximum: 9 }
  const section = { id: 's1', title: '', questions: [alone] }
  expect(checkQuestionnaire({ ...questionnaire, sections: [section] })[0]?.message).toContain('9つまで')
})

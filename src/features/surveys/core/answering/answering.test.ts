import { expect, test } from 'vitest'
import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { sampleQuestionnaire } from '../../sample/sample-questionnaire.ts'
import { findQuestion, newOption } from '../questionnaire/edit-questionnaire.ts'
import { finishedAnswers, shownCodes } from './answer-cells.ts'
import { answerWords, stepsFor } from './answer-words.ts'
import { keyFields, readKeyed } from './key-in.ts'
import { accessCodeWords, readCode, receiptWords, withCheck } from './numbers-with-check.ts'
import { answerProblems, cellsSent } from './read-answers.ts'

const measures = [
  { id: 'me_aaaaaaaaaa', title: '道路' },
  { id: 'me_bbbbbbbbbb', title: '公園' },
]
const questionnaire = sampleQuestionnaire(measures)
const question = (code: string) => findQuestion(questionnaire, code) as SurveyQuestion
const sent = (values: Record<string, string[]>) => (name: string) => values[name] ?? []

test('a code is read however it is typed, and one wrong letter is noticed', () => {
  const code = withCheck('7K3Q9XM4T')
  expect(code).toHaveLength(10)
  expect(readCode(accessCodeWords(code))).toBe(code)
  expect(readCode(`　${receiptWords(code).toLowerCase()} `)).toBe(code)
  expect(readCode([...code].map((sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0)).join(''))).toBe(
    code,
  )
  for (const wrong of ['', 'ABC', code.replace('7', '8'), `${code}2`, code.replace('K', 'O')])
    expect(readCode(wrong)).toBeUndefined()
})

test('swapping two neighbours is noticed', () => {
  const code = withCheck('7K3Q9XM4T')
  for (let at = 0; at < 8; at++) {
    const signs = [...code]
    ;[signs[at], signs[at + 1]] = [signs[at + 1] ?? '', signs[at] ?? '']
    expect(readCode(signs.join(''))).toBeUndefined()
  }
})

test('a question on a condition is shown only to those it is for, and those after it see it as 非該当', () => {
  expect(shownCodes(questionnaire, { q3: '5' }).has('q4')).toBe(true)
  expect(shownCodes(questionnaire, { q3: '1' }).has('q4')).toBe(false)
  expect(shownCodes(questionnaire, {}).has('q4')).toBe(false)
})

test('finished answers: hidden is NAP, unmarked is 0, long text stands apart', () => {
  const dissatisfied = finishedAnswers(questionnaire, { q3: '4', q4_2: '1', q7: '  長い意見' })
  expect(dissatisfied.cells).toMatchObject({ q3: '4', q4_1: '0', q4_2: '1', q7: '1' })
  expect(dissatisfied.cells['q1']).toBeUndefined()
  expect(dissatisfied.texts).toEqual([{ column: 'q7', text: '  長い意見' }])
  const satisfied = finishedAnswers(questionnaire, { q3: '1', q4_2: '1' })
  expect(satisfied.cells).toMatchObject({ q4_1: 'NAP', q4_2: 'NAP', q4_8_text: 'NAP' })
  const blank = finishedAnswers(questionnaire, { q3: '4' })
  expect(blank.cells['q4_1']).toBeUndefined()
})

test('what a form sends: codes outside the options are dropped, digits in full width are read', () => {
  expect(cellsSent(question('q1'), sent({ q1: ['9'] }))).toEqual({ q1: '' })
  expect(cellsSent(question('q2'), sent({ q2: ['　３ '] }))).toEqual({ q2: '3' })
  expect(cellsSent(question('q4'), sent({ q4: ['1', '7'], q4_8_text: [' 夜道 '] }))).toMatchObject({
    q4_1: '1',
    q4_2: '',
    q4_8_text: '夜道',
  })
})

test.each([
  ['q2', { q2: '三' }, '問2：数字で書いてください'],
  ['q2', { q2: '8' }, '問2：7以下の数を書いてください'],
  ['q2', { q2: '-1' }, '問2：0以上の数を書いてください'],
  ['q4', { q4_1: '1', q4_2: '1', q4_3: '1', q4_4: '1' }, '問4：3つまで選んでください（いま4つ）'],
  ['q4', { q4_1: '1', q4_9: '1' }, '問4：「特にない」は、ほかの答えと一緒に選べません'],
  ['q1', { q1: '7' }, '「7」は選択肢にありません'],
  ['q7', { q7: 'あ'.repeat(2001) }, '問7：2,000字以内で書いてください（いま2,001字）'],
])('%s with %o: %s', (code, cells, problem) => {
  expect(Object.values(answerProblems(question(code), cells))).toEqual([problem])
})

test('no answer is no problem', () => {
  for (const code of ['q1', 'q2', 'q3', 'q4', 'q6', 'q7'])
    expect(answerProblems(question(code), {})).toEqual({})
})

test('answers in words, with the text of その他 and the lines of a matrix', () => {
  expect(answerWords(question('q4'), { q4_8: '1', q4_8_text: '夜道', q4_1: '1' })).toEqual([
    '買い物が不便',
    'その他（夜道）',
  ])
  expect(answerWords(question('q6'), { q6_1: '1', q6_2i: '5' })).toEqual([
    '道路（満足度）：満足',
    '公園（重要度）：重要でない',
  ])
  expect(answerWords(question('q2'), { q2: '3' })).toEqual(['3日'])
  expect(answerWords(question('q1'), {})).toEqual([])
})

test('a page without a shown question is left out', () => {
  const [first, second] = questionnaire.sections
  if (!first || !second) throw new Error('no sections')
  const only = { ...second, questions: second.questions.filter(({ code }) => code === 'q4') }
  const about = { ...first, questions: [...first.questions, question('q3')] }
  const branched = { ...questionnaire, sections: [about, only] }
  expect(stepsFor(branched, { q3: '1' }).map(({ id }) => id)).toEqual(['s1'])
  expect(stepsFor(branched, { q3: '5' }).map(({ id }) => id)).toEqual(['s1', 's2'])
})

test('keyed in: several codes, 無回答 as a dot, 無効 as a star; two codes for one answer are refused', () => {
  const keyed = (code: string, typed: Record<string, string>) =>
    readKeyed(question(code), (name) => typed[name] ?? '')
  expect(keyed('q4', { q4: '1、３ 9' }).problems).toEqual({
    q4: '問4：「特にない」は、ほかの答えと一緒に選べません',
  })
  expect(keyed('q4', { q4: '1 3' }).cells).toEqual({ q4_1: '1', q4_3: '1' })
  expect(keyed('q4', { q4: '*' }).cells['q4_5']).toBe('INV')
  expect(keyed('q1', { q1: '.' })).toEqual({ cells: {}, problems: {} })
  expect(keyed('q1', { q1: '*' }).cells).toEqual({ q1: 'INV' })
  expect(keyed('q1', { q1: '1 2' }).problems).toEqual({ q1: '問1：「1 2」は選択肢にありません' })
  expect(keyed('q4', { q4: '6' }).problems['q4']).toContain('選択肢にない番号')
  expect(keyFields(question('q6')).map(({ name }) => name)).toEqual(['q6_1', 'q6_1i', 'q6_2', 'q6_2i'])
})

test('an explanation has no field and no column', () => {
  const note: SurveyQuestion = {
    ...question('q1'),
    type: 'note',
    items: [],
    options: [newOption({ code: '1', label: 'x' })],
  }
  expect(keyFields(note)).toEqual([])
})

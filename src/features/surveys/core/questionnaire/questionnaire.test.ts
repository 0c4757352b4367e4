import { expect, test } from 'vitest'
import type { Questionnaire, SurveyQuestion } from '#src/formats/survey-question.ts'
import { questionnaire as format } from '#src/formats/survey-question.ts'
import { sampleQuestionnaire } from '../../sample/sample-questionnaire.ts'
import { checkQuestionnaire } from './check-questionnaire.ts'
import {
  addQuestion,
  addSection,
  deleteQuestion,
  findQuestion,
  moveQuestion,
  moveSection,
  newQuestionnaire,
  questionsOf,
  saveQuestion,
} from './edit-questionnaire.ts'
import { enteredOf, readQuestionForm, simpleBranch } from './question-form.ts'

const sample = () => sampleQuestionnaire([{ id: 'me_aaaaaaaaaa', title: '道路' }])
const changed = (code: string, change: Partial<SurveyQuestion>) => {
  const question = findQuestion(sample(), code)
  if (!question) throw new Error(code)
  return saveQuestion(sample(), { ...question, ...change })
}
const problems = (questionnaire: Questionnaire) =>
  checkQuestionnaire(questionnaire).map(({ message }) => message)

test('the sample questionnaire is whole and fits the format', () => {
  expect(problems(sample())).toEqual([])
  expect(format.parse(sample())).toEqual(sample())
})

test('questions get codes nobody had, numbers by place, and cross into the next section at its edge', () => {
  const one = addQuestion(newQuestionnaire(), 's1', 'single')
  const two = addQuestion(addSection(one.questionnaire, '次'), 's2', 'note')
  const three = addQuestion(two.questionnaire, 's2', 'matrix-dual')
  expect([one.code, two.code, three.code]).toEqual(['q1', 'q2', 'q3'])
  expect(questionsOf(three.questionnaire).map(({ number }) => number)).toEqual(['問1', '', '問2'])
  const without = deleteQuestion(three.questionnaire, 'q2')
  expect(addQuestion(without, 's1', 'date').code).toBe('q4')
  const moved = moveQuestion(without, 'q3', 'up')
  expect(moved.sections.map(({ questions }) => questions.length)).toEqual([2, 0])
  expect(moveQuestion(moved, 'q1', 'up')).toEqual(moved)
  expect(moveSection(moved, 's2', 'up').sections.map(({ id }) => id)).toEqual(['s2', 's1'])
})

test.each([
  [
    'q1',
    { showIf: "selected(q5, '1')" },
    '問1：後にある問5を条件にしています。前にある設問だけを条件にできます',
  ],
  ['q3', { showIf: "q3 = '1'" }, '問3：自分自身を条件にしています'],
  ['q3', { showIf: 'answered(q4)' }, '問3：問4と互いを条件にしています（どちらも出せません）'],
  ['q4', { showIf: "q9 = '1'" }, '問4：条件の設問が、調査票にありません'],
  ['q4', { showIf: "q3 = '7'" }, '問4：条件の問3に、選択肢「7」がありません'],
  ['q4', { showIf: 'q3 +' }, '問4：条件「q3 +」の3文字目からが分かりません'],
  [
    'q5',
    { showIf: "q3 = '1' and selected(q4, '2')" },
    '問5：この条件を満たす答え方がありません（だれも答えられない設問です）',
  ],
  [
    'q5',
    { showIf: 'q2 > 5 and q2 < 2' },
    '問5：この条件を満たす答え方がありません（だれも答えられない設問です）',
  ],
  ['q4', { maximum: 7 }, '問4：7つまで選べますが、選択肢は6つです'],
  ['q1', { options: [] }, '問1：選択肢を2つ以上書いてください'],
  ['q1', { text: ' ' }, '問1：文がありません'],
  ['q2', { minimum: 9 }, '問2：最小が最大より大きくなっています'],
  ['q6', { items: [] }, '問6：表の行がありません'],
])('%s with %o', (code, change, message) => {
  expect(problems(changed(code, change))).toContain(message)
})

test('a condition that somebody can meet is let through', () => {
  for (const showIf of [
    "q3 in ('4', '5') and selected(q4, '2')",
    'q2 >= 7',
    "not answered(q1) or q1 = '2'",
    "selected(q4, '1') and selected(q4, '5')",
  ])
    expect([showIf, problems(changed('q5', { showIf }))]).toEqual([showIf, []])
})

test('all problems come at once, an empty section among them', () => {
  const bad = addSection(changed('q1', { text: '', options: [] }), '空のページ')
  expect(problems(bad)).toEqual([
    'ページ「空のページ」に設問がありません',
    '問1：文がありません',
    '問1：選択肢を2つ以上書いてください',
  ])
  expect(problems(newQuestionnaire())).toEqual(['設問がありません'])
})

test('the form of a question gives back what was saved', () => {
  for (const question of questionsOf(sample())) {
    expect(readQuestionForm(question, enteredOf(question))).toEqual({ question })
  }
})

test('rows without words go, new lines of a matrix get columns of their own', () => {
  const question = findQuestion(sample(), 'q6') as SurveyQuestion
  const entered = { ...enteredOf(question), 'item-0-label': '', 'item-1-label': '公園', 'item-2-label': '川' }
  const read = readQuestionForm(question, entered)
  expect(
    read.problems === undefined && read.question.items.map(({ column, label }) => [column, label]),
  ).toEqual([
    ['q6_2', '公園'],
    ['q6_3', '川'],
  ])
})

test('mistakes in the form of a question stand beside their fields', () => {
  const question = findQuestion(sample(), 'q4') as SurveyQuestion
  const entered = {
    ...enteredOf(question),
    text: '',
    maximum: '三',
    branchOn: '',
    'option-0-code': '！',
    'option-1-points': 'x',
  }
  expect(readQuestionForm(question, entered).problems).toEqual({
    text: '設問の文を入力してください',
    branchOn: '条件になる設問を選んでください',
    maximum: '最大は数字で入力してください',
    'option-1-points': '選択肢「通勤・通学が不便」の点は、数字にしてください',
    'option-0-code': '選択肢「買い物が不便」の番号は、数字か英字にしてください',
  })
  const both = { ...enteredOf(question), showIf: "q1 = '1'" }
  expect(readQuestionForm(question, both).problems?.['showIf']).toContain('どちらかだけ')
})

test('only a list of options of one question is a simple condition', () => {
  expect(simpleBranch("selected(q3, '4') or selected(q3, '5')")).toEqual({ column: 'q3', codes: ['4', '5'] })
  for (const showIf of [
    '',
    "q3 = '1'",
    "selected(q3, '4') or selected(q4, '5')",
    "not selected(q3, '4')",
    'q3 =',
  ])
    expect(simpleBranch(showIf)).toBeUndefined()
})

import { expect, test } from 'vitest'
import { answerForm, dayProblem } from './view-answer.ts'

const blank = { answerKind: '', answer: '', answeredOn: '', versionId: '', itemId: '' }
const whole = { ...blank, answerKind: 'later', answer: '知らせます。', answeredOn: 'R5.2.10' }
const fieldsOf = (typed: object) =>
  answerForm.safeParse(typed).error?.issues.map(({ path }) => path.join('.')) ?? []

test('a view may stay without an answer, whatever day stands there; an answer has its words, kind and day', () => {
  expect(fieldsOf(blank)).toEqual([])
  expect(fieldsOf({ ...blank, answeredOn: '2023-02-10' })).toEqual([])
  expect(answerForm.parse(whole)).toMatchObject({ answeredOn: '2023-02-10' })
  expect(fieldsOf({ ...whole, answer: '' })).toEqual(['answer'])
  expect(fieldsOf({ ...whole, answerKind: '' })).toEqual(['answerKind'])
  expect(fieldsOf({ ...whole, answeredOn: '' })).toEqual(['answeredOn'])
})

test('a version and the place that changed in it belong together', () => {
  expect(fieldsOf({ ...whole, versionId: 've_0000000001' })).toEqual(['itemId'])
  expect(fieldsOf({ ...whole, itemId: 'me_0000000001' })).toEqual(['versionId'])
})

test('an answer is given from the day of the report to today', () => {
  const bounds = { reportedOn: '2023-02-10', today: '2023-03-01' }
  expect(dayProblem('2023-02-10', bounds)).toBeUndefined()
  expect(dayProblem('2023-03-01', bounds)).toBeUndefined()
  expect(dayProblem('2023-02-09', bounds)).toContain('答申の日より前')
  expect(dayProblem('2023-03-02', bounds)).toContain('まだ来ていない')
})

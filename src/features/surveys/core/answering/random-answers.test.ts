import { expect, test } from 'vitest'
import { sampleQuestionnaire } from '../../sample/sample-questionnaire.ts'
import { findQuestion, saveQuestion } from '../questionnaire/edit-questionnaire.ts'
import { tryQuestionnaire } from './random-answers.ts'

const questionnaire = sampleQuestionnaire([{ id: 'me_aaaaaaaaaa', title: '道路' }])

test('invented people answer by the rules, come to every question, and do the same again', () => {
  const trial = tryQuestionnaire(questionnaire, 300, 'x')
  expect(trial).toMatchObject({
    unseen: [],
    refused: [],
    questions: { least: 7, most: 8 },
    pages: { least: 3 },
  })
  const branched = trial.lines.find(({ code }) => code === 'q4')?.shown ?? 0
  expect(branched).toBeGreaterThan(60)
  expect(branched).toBeLessThan(140)
  expect(tryQuestionnaire(questionnaire, 300, 'x')).toEqual(trial)
  expect(tryQuestionnaire(questionnaire, 300, 'y')).not.toEqual(trial)
})

test('a question nobody comes to, and limits nobody can keep, are found', () => {
  const change = (code: string, rest: object) =>
    saveQuestion(questionnaire, { ...findQuestion(questionnaire, code), ...rest } as never)
  expect(
    tryQuestionnaire(change('q4', { showIf: 'q2 > 7' }), 100, 'x').unseen.map(({ code }) => code),
  ).toEqual(['q4'])
  expect(tryQuestionnaire(change('q2', { minimum: 9, maximum: 8 }), 100, 'x').refused[0]).toContain('問2')
})

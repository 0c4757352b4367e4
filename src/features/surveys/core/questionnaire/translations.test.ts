import { expect, test } from 'vitest'
import { sampleQuestionnaire } from '../../sample/sample-questionnaire.ts'
import { answerWords } from '../answering/answer-words.ts'
import { answerProblems } from '../answering/read-answers.ts'
import { japanese } from '../words/japanese.ts'
import { filled, languageCodes, languages, wordsIn } from '../words/languages.ts'
import { checkQuestionnaire } from './check-questionnaire.ts'
import { findQuestion, saveQuestion } from './edit-questionnaire.ts'
import { inLanguage, languagesOf, missingTexts, sourceTexts, withTranslations } from './translations.ts'

const questionnaire = sampleQuestionnaire([{ id: 'me_aaaaaaaaaa', title: '道路' }])
const texts = sourceTexts(questionnaire)
const all = Object.fromEntries(texts.map(({ key }) => [key, `EN ${key}`]))
const english = withTranslations(questionnaire, 'en', { texts, typed: all })

test('a whole translation: other words, the same codes, columns and conditions', () => {
  expect(checkQuestionnaire(english)).toEqual([])
  expect(languagesOf(english)).toEqual(['en'])
  const said = inLanguage(english, 'en')
  expect(findQuestion(said, 'q4')).toMatchObject({ number: 'Q4', text: 'EN q4', maximum: 3 })
  expect(findQuestion(said, 'q4')?.showIf).toBe(findQuestion(questionnaire, 'q4')?.showIf)
  expect(findQuestion(said, 'q6')?.items[0]).toMatchObject({ column: 'q6_1', label: 'EN q6.item.q6_1' })
  expect(said.sections[0]?.title).toBe('EN section.s1')
  expect(sourceTexts(said)).toHaveLength(texts.length)
})

test('a text without a translation, or whose Japanese changed since, keeps the questionnaire from being used', () => {
  const { q1: _, ...rest } = all
  const part = withTranslations(questionnaire, 'en', { texts, typed: rest })
  expect(checkQuestionnaire(part)[0]?.message).toContain('英語に、訳のない文か、もとの文が変わった訳が1件')
  const changed = { ...findQuestion(english, 'q1') } as never
  const reworded = saveQuestion(english, { ...(changed as object), text: '新しい文です。' } as never)
  expect(missingTexts(reworded, 'en').map(({ key }) => key)).toEqual(['q1'])
  expect(findQuestion(inLanguage(reworded, 'en'), 'q1')?.text).toBe('新しい文です。')
  expect(withTranslations(english, 'en', { texts, typed: {} })).toEqual(questionnaire)
})

test('やさしい日本語 may leave texts as they are', () => {
  const plain = withTranslations(questionnaire, 'ja-plain', {
    texts,
    typed: { q1: '何年、住んでいますか。' },
  })
  expect(checkQuestionnaire(plain)).toEqual([])
  expect(findQuestion(inLanguage(plain, 'ja-plain'), 'q1')).toMatchObject({
    number: '問1',
    text: '何年、住んでいますか。',
  })
})

test('answers and mistakes are told in the language', () => {
  const q4 = findQuestion(inLanguage(english, 'en'), 'q4')
  const cells = { q4_1: '1', q4_9: '1' }
  expect(q4 && answerProblems(q4, cells, wordsIn('en'))).toEqual({
    q4: 'Q4: “EN q4.option.9” cannot be chosen together with other answers',
  })
  expect(q4 && answerWords(q4, cells, wordsIn('en'))).toEqual(['EN q4.option.1', 'EN q4.option.9'])
})

test.each(languageCodes)('%s says everything the form says, with the same places to fill in', (code) => {
  const { words } = languages[code]
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()
  for (const [name, text] of Object.entries(japanese)) {
    const said = words[name as keyof typeof japanese]
    expect([name, said !== '', places(said)]).toEqual([name, true, places(text)])
  }
  expect(filled('{n}-{m}', { n: 1 })).toBe('1-')
})

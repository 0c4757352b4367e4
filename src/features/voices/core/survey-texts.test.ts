import { expect, test } from 'vitest'
import { newSurveyVoices, type SurveyTexts } from './survey-texts.ts'

const survey: SurveyTexts = {
  surveyId: 'sv_0000000001',
  column: 'q12',
  label: '市民意向調査 q12',
  endsOn: '2026-06-30',
  channel: 'survey',
  frame: 'sampled',
  texts: [
    { text: '道が暗い', district: '谷和原' },
    { text: 'バスを増やして', district: '伊奈' },
    { text: '道が暗い', district: '谷和原' },
    { text: ' \u0007 ', district: '' },
  ],
}

test('texts lose day, receipt and order of their answers; what two people wrote alike is two voices', () => {
  const fresh = newSurveyVoices(survey, [])
  expect(fresh.map(({ original }) => original)).toEqual(['バスを増やして', '道が暗い', '道が暗い'])
  expect(new Set(fresh.map(({ receivedOn }) => receivedOn))).toEqual(new Set(['2026-06-30']))
  const turned = newSurveyVoices({ ...survey, texts: [...survey.texts].reverse() }, [])
  expect(turned).toEqual(fresh)
})

test('taken over again, only what is new comes', () => {
  const known = [{ original: '道が暗い', district: '谷和原' }]
  expect(newSurveyVoices(survey, known).map(({ original }) => original)).toEqual([
    'バスを増やして',
    '道が暗い',
  ])
  expect(newSurveyVoices(survey, newSurveyVoices(survey, []))).toEqual([])
})

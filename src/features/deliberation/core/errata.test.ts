import { expect, test } from 'vitest'
import { corrected, erratumProblem } from './errata.ts'

const minutes = '会長：始めます。\n委員：人口は4万人です。\n委員：4万人に賛成です。'

test('words that stand once in the minutes can be put right; the old text stays what it was', () => {
  const erratum = { oldWords: '人口は4万人', newWords: '人口は5万人' }
  expect(erratumProblem(minutes, erratum)).toBeUndefined()
  expect(corrected(minutes, [erratum])).toContain('人口は5万人です')
  expect(minutes).toContain('人口は4万人です')
})

test('words that are not there, stand there twice, or do not change anything are no erratum', () => {
  expect(erratumProblem(minutes, { oldWords: '6万人', newWords: '5万人' })).toContain('ありません')
  expect(erratumProblem(minutes, { oldWords: '4万人', newWords: '5万人' })).toContain('何度も')
  expect(erratumProblem(minutes, { oldWords: '始めます', newWords: '始めます' })).toContain('同じ')
})

test('an erratum can itself be put right', () => {
  const first = { oldWords: '人口は4万人', newWords: '人口は5万人' }
  const second = { oldWords: '人口は5万人', newWords: '人口は約5万人' }
  expect(erratumProblem(minutes, second)).toContain('ありません')
  expect(erratumProblem(corrected(minutes, [first]), second)).toBeUndefined()
  expect(corrected(minutes, [first, second])).toContain('人口は約5万人です')
})

test('signs that mean something in a replacement are taken as they are', () => {
  expect(corrected('費用は1円です', [{ oldWords: '1円', newWords: '$& 円' }])).toBe('費用は$& 円です')
})

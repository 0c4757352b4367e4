import { expect, test } from 'vitest'
import { phrasesOf } from './phrases.ts'

test('a title breaks between what is read together, never inside a word', () => {
  expect(phrasesOf('子育ての相談先がある保護者の割合')).toEqual([
    '子育ての',
    '相談先がある',
    '保護者の',
    '割合',
  ])
})

test('numbers stay with what they count, brackets with what they hold', () => {
  expect(phrasesOf('75〜84歳の人')).toEqual(['75〜84歳の', '人'])
  expect(phrasesOf('排出量（推計）').at(-1)).toBe('（推計）')
})

test('the pieces together are the words, and words without Japanese are one piece', () => {
  const words = '温室効果ガス排出量の削減率（平成25年度比）'
  expect(phrasesOf(words).join('')).toBe(words)
  expect(phrasesOf('Quality of life')).toEqual(['Quality of life'])
  expect(phrasesOf('')).toEqual([''])
})

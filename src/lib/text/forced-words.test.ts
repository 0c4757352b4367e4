import { expect, test } from 'vitest'
import { indexForcedWords, readForcedWords, splitAtForcedWords } from './forced-words.ts'

const words = indexForcedWords(readForcedWords('みらい平\nみらい平駅 # 駅名\n停留所=バス停=バス停留所\n\n'))

test('the longest match wins', () => {
  expect(splitAtForcedWords('みらい平駅とみらい平', words).map(({ text }) => text)).toEqual([
    'みらい平駅',
    'と',
    'みらい平',
  ])
})

test('synonyms are counted as the word they stand for', () => {
  expect(splitAtForcedWords('バス停', words)).toEqual([{ text: 'バス停', start: 0, base: '停留所' }])
})

test('the parts together are the text', () => {
  const text = '駅のバス停留所はみらい平地区にない'
  expect(
    splitAtForcedWords(text, words)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})

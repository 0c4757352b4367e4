import { expect, test } from 'vitest'
import { foundTexts, markedPieces } from './find-texts.ts'

const texts = [
  { column: 'q7', text: 'バスの本数を増やしてほしい。' },
  { column: 'q7', text: 'ﾊﾞｽは、子供が乗りやすくしてほしい。' },
  { column: 'q9', text: 'こどもの遊び場がほしい。' },
]
const found = (words: string, column = '') => foundTexts(texts, { words, column }).map(({ text }) => text)

test('every word must stand in a text, however it is written', () => {
  expect(found('バス')).toHaveLength(2)
  expect(found('ばす 子ども')).toEqual(['ﾊﾞｽは、子供が乗りやすくしてほしい。'])
  expect(found('子ども')).toHaveLength(2)
  expect(found('子ども', 'q9')).toEqual(['こどもの遊び場がほしい。'])
  expect(found('')).toHaveLength(3)
  expect(found('鉄道')).toEqual([])
})

test('what was looked for is marked in the text as it was written, and nothing of the text is lost', () => {
  const pieces = markedPieces('ﾊﾞｽは、子供が乗る。バス停も。', 'バス 子ども')
  expect(pieces.filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual(['ﾊﾞｽ', '子供', 'バス'])
  expect(pieces.map(({ text }) => text).join('')).toBe('ﾊﾞｽは、子供が乗る。バス停も。')
  expect(markedPieces('公園', '')).toEqual([{ text: '公園', isFound: false }])
})

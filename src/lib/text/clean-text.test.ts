import { expect, test } from 'vitest'
import { cleanText, comparisonText, sentencesOf } from './clean-text.ts'

test('width is made one, blanks become one space, long vowel marks stay', () => {
  expect(cleanText('　ＡＢＣ１２　ｶﾞｰﾄﾞ\n\n下校路 ').text).toBe('ABC12 ガード 下校路')
})

test('marks nobody sees fall out: control, zero-width, right-to-left, a broken half of an emoji', () => {
  expect(cleanText('\u202eバス\u200b停\u0000\ud83d').text).toBe('バス停')
})

test('a piece of the clean text leads back to the words as they were written', () => {
  const verbatim = '  ㍿のﾊﾞｽ が\u200b来ない'
  const { text, startOf, endOf } = cleanText(verbatim)
  expect(text).toBe('株式会社のバス が来ない')
  const written = (word: string) => {
    const from = text.indexOf(word)
    return verbatim.slice(startOf(from), endOf(from + word.length))
  }
  expect(written('バス')).toBe('ﾊﾞｽ')
  expect(written('株式')).toBe('㍿')
  expect(written('来ない')).toBe('来ない')
})

test('cleaning twice is cleaning once', () => {
  for (const text of ['ｶﾞ　ａ', 'が', '①②㈱ ﬀ', '👨‍👩‍👧と公園', '\ufeff外字']) {
    expect(cleanText(cleanText(text).text).text).toBe(cleanText(text).text)
  }
})

test('texts are compared without blanks and case, with their punctuation', () => {
  expect(comparisonText('ＩＣ の　そば。')).toBe('icのそば。')
})

test('sentences keep their end marks and closing brackets; blank ones fall out', () => {
  expect(sentencesOf('暗い。「直して！」\n　\nお願い')).toEqual(['暗い。', '「直して！」', 'お願い'])
})

import { expect, test } from 'vitest'
import { contentWords } from '#src/lib/text/content-words.ts'
import { readForcedWords } from '#src/lib/text/forced-words.ts'
import { segmentWords } from '#src/lib/text/segment-words.ts'
import { defaultWordLists } from '#src/lib/text/word-lists.ts'
import { openTokeniser } from './tokeniser.ts'

const plain = await openTokeniser()
const ofTown = await openTokeniser(readForcedWords('みらい平\n停留所=バス停\n放課後児童=学童保育'))
const content = (text: string) => contentWords({ text, tokens: ofTown.tokenise(text) }, defaultWordLists)

test('a place the dictionary cuts to pieces stays whole when it is named', () => {
  expect(plain.tokenise('みらい平地区').map(({ surface }) => surface)).toEqual(['み', 'らい', '平地', '区'])
  expect(ofTown.tokenise('みらい平地区').map(({ surface }) => surface)).toEqual(['みらい平', '地区'])
})

test('a kept word remembers what the dictionary makes of it, with its places', () => {
  const [word] = ofTown.tokenise('\u3000学童保育')
  expect(word).toMatchObject({ surface: '学童保育', base: '放課後児童', start: 1, end: 5 })
  expect(word?.parts?.map(({ surface, start, end }) => [surface, start, end])).toEqual([
    ['学童', 1, 3],
    ['保育', 3, 5],
  ])
})

test('content words are base forms, without particles, formal nouns and stop words', () => {
  expect(content('バス停まで歩けない。学童に入れず、困ることが多いです')).toEqual([
    '停留所',
    '歩ける',
    '学童',
    '入れる',
    '困る',
  ])
})

test('mail and web addresses are no words', () => {
  expect(content('返事はaaa@example.jpへ、https://example.jp/a を見て')).toEqual(['返事'])
})

test('nothing is left of an answer that says nothing', () => {
  for (const text of ['特になし', 'とくにない。', '－', '']) expect(content(text)).toEqual([])
})

test('tokens in order give back the verbatim but for blanks and unseen marks', () => {
  const text = '免許を返したら、ｶｰﾄﾞが㍿\u200bで使えず\n（３回）困った👨‍👩‍👧！'
  const tokens = plain.tokenise(text)
  expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toContain('免許を返したら、ｶｰﾄﾞが㍿')
  for (const [at, { start }] of tokens.entries()) {
    expect(start).toBeGreaterThanOrEqual(tokens[at - 1]?.start ?? 0)
  }
})

test('a letter of 200,000 signs without a stop is cut in seconds', () => {
  for (const sign of ['ア', '漢']) {
    const began = performance.now()
    const tokens = plain.tokenise(sign.repeat(200_000 / sign.length))
    expect(tokens.at(-1)?.end).toBe(200_000)
    expect(performance.now() - began).toBeLessThan(10_000)
  }
}, 60_000)

test('without a dictionary the segmenter still finds words', () => {
  expect(segmentWords('公園3つに木を').map(({ kind }) => kind)).toEqual([
    'noun',
    'number',
    'particle',
    'particle',
    'noun',
    'particle',
  ])
})

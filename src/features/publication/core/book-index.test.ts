import { expect, test } from 'vitest'
import { bookIndex } from './book-index.ts'

const entry = (term: string, kana = '', places = ['measure-a']) => ({ term, kana, places })
const heads = (...entries: ReturnType<typeof entry>[]) =>
  bookIndex(entries).map(({ head, entries: own }) => `${head}：${own.map(({ term }) => term).join('・')}`)

test('words stand in the order of their readings, voiced sounds with their row', () => {
  expect(
    heads(
      entry('防災', 'ぼうさい'),
      entry('空き家', 'あきや'),
      entry('学校', 'がっこう'),
      entry('協働', 'きょうどう'),
    ),
  ).toEqual(['あ：空き家', 'か：学校・協働', 'は：防災'])
})

test('a word in kana is its own reading, also in katakana', () => {
  expect(heads(entry('バス'), entry('ワークショップ'), entry('ん'))).toEqual([
    'は：バス',
    'わ：ワークショップ・ん',
  ])
})

test('Latin words and kanji without a reading come last, in groups of their own', () => {
  expect(heads(entry('漢字'), entry('EBPM'), entry('いす'))).toEqual([
    'あ：いす',
    '英数字：EBPM',
    '読みのない語：漢字',
  ])
})

test('the same word of two lists is one entry with all its places', () => {
  expect(
    bookIndex([
      entry('協働', 'きょうどう', ['measure-a', 'term-1']),
      entry('協働', 'きょうどう', ['term-1', 'measure-b']),
    ]),
  ).toEqual([{ head: 'か', entries: [{ term: '協働', places: ['measure-a', 'term-1', 'measure-b'] }] }])
})

test('brackets at the beginning do not count', () => {
  expect(heads(entry('「いばらき」プラン'))).toEqual(['あ：「いばらき」プラン'])
})

import { expect, test } from 'vitest'
import { cutText } from '#test/words.ts'
import { keyInContext, lettersInContext } from './key-in-context.ts'

const texts = [
  cutText('b', '市役所 の 窓口 へ 歩い/歩く て 行く'),
  cutText('a', '待機 児童 が 市 に いる 。 歩く 道 が ない'),
]

test('a word is found in every form, in the order of the voices', () => {
  expect(keyInContext(texts, '歩く', { width: 3 })).toEqual([
    { id: 'a', start: 10, end: 12, left: 'いる。', key: '歩く', right: '道がな' },
    { id: 'b', start: 7, end: 9, left: '窓口へ', key: '歩い', right: 'て行く' },
  ])
})

test('whole tokens together spell a word; a part of a token does not', () => {
  expect(keyInContext(texts, '待機児童')).toMatchObject([{ id: 'a', key: '待機児童' }])
  expect(keyInContext(texts, '市')).toMatchObject([{ id: 'a', key: '市' }])
  expect(keyInContext(texts, '市', { isPhrase: true })).toHaveLength(2)
})

test('lines can be sorted by what follows or precedes', () => {
  expect(keyInContext(texts, '歩く', { sortBy: 'right' }).map(({ id }) => id)).toEqual(['b', 'a'])
  expect(keyInContext(texts, '歩く', { sortBy: 'left' }).map(({ id }) => id)).toEqual(['a', 'b'])
})

test('a line has no line break and no half of an emoji', () => {
  const [line] = keyInContext([{ ...cutText('a', '👍👍👍 バス 👍👍👍'), text: '👍👍\n バス 👍👍' }], 'バス', {
    width: 2,
  })
  expect(line?.left).not.toMatch(/\n/)
  expect(line?.left.isWellFormed()).toBe(true)
})

test('texts that nobody cut are searched letter by letter, however they are spelt', () => {
  const plain = [
    { id: 'b', text: '子供の遊び場。こどもが　ほしい' },
    { id: 'a', text: 'ﾊﾞｽとばすの、バスを' },
  ]
  expect(lettersInContext(plain, 'バス', { width: 2 }).map(({ id, key, right }) => [id, key, right])).toEqual(
    [
      ['a', 'ﾊﾞｽ', 'とば'],
      ['a', 'ばす', 'の、'],
      ['a', 'バス', 'を'],
    ],
  )
  expect(lettersInContext(plain, '子ども').map(({ key, start }) => [key, start])).toEqual([
    ['子供', 0],
    ['こども', 7],
  ])
  expect(lettersInContext(plain, '　')).toEqual([])
})

test('nothing is found for nothing', () => {
  expect(keyInContext(texts, ' ')).toEqual([])
  expect(() => keyInContext(texts, '市', { width: -1 })).toThrow(RangeError)
})

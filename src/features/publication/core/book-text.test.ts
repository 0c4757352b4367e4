import { expect, test } from 'vitest'
import { bookWriter } from './book-text.ts'

const writer = bookWriter(
  ({ id }) => (id.startsWith('dp_') ? '7,412' : undefined),
  'https://plan.example.jp/',
)

test('plain words need no structure', () => {
  expect(writer.text('人口は増えています。')).toEqual([{ words: ['人口は増えています。'] }])
  expect(writer.text('')).toEqual([])
})

test('numbers are put into the sentence, and a missing one is a dash', () => {
  expect(writer.text('人口は{{dp_2c8h5n0x1q|int}}人')).toEqual([{ words: ['人口は7,412人'] }])
  expect(writer.line('{{in_4f7j0m3q6t:target|int}}人')).toBe('―人')
})

test('marks become structure', () => {
  expect(writer.text('｜伊奈《いな》の**道**\n\n- 一\n- 二')).toEqual([
    { words: [{ ruby: '伊奈', reading: 'いな' }, 'の', { strong: ['道'] }] },
    { list: [[{ words: ['一'] }], [{ words: ['二'] }]], isOrdered: false },
  ])
})

test('what looks like the typesetter’s markup stays words', () => {
  const hostile = '#panic("x") $x^2$ <b>太</b> @ref [[x]] #{1+1}'
  expect(writer.line(hostile)).toBe(hostile)
  expect(JSON.stringify(writer.text(hostile))).toContain('#panic(\\"x\\") $x^2$ <b>太</b>')
})

test('links to the own site are made whole, since paper knows no site; script addresses are only words', () => {
  expect(writer.text('[計画](/plan)')).toEqual([
    { words: [{ link: 'https://plan.example.jp/plan', words: ['計画'] }] },
  ])
  expect(writer.text('[x](javascript:alert(1))')).toEqual([{ words: ['x'] }])
  expect(bookWriter(() => undefined).text('[計画](/plan)')).toEqual([{ words: ['計画'] }])
})

test('a line end is a space between Latin words and nothing between Japanese ones', () => {
  expect(writer.text('市は\n進めます')).toEqual([{ words: ['市は進めます'] }])
  expect(writer.text('the city\nacts')).toEqual([{ words: ['the city acts'] }])
})

test('a name that is empty says so, since a heading may not be empty', () => {
  expect(writer.title('  ')).toBe('（名前はまだありません）')
})

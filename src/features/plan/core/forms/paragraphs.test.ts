import { expect, test } from 'vitest'
import { matchParagraphs, paragraphNumbers } from './paragraphs.ts'

const before = [
  { id: 'me_0000000001/situation/p1', text: '人口は増えています。' },
  { id: 'me_0000000001/situation/p2', text: '道路は足りません。' },
  { id: 'me_0000000001/situation/p3', text: '緑は豊かです。' },
]
const numbers = () => {
  const given = paragraphNumbers('me_0000000001', 7)
  return () => given.next('situation')
}
const idsAfter = (...texts: string[]) =>
  matchParagraphs(before, texts, numbers()).map(({ id }) => id.split('/').at(-1))

test('an edited paragraph keeps its id', () => {
  expect(idsAfter('人口は増えています。', '道路がもっと要ります。', '緑は豊かです。')).toEqual([
    'p1',
    'p2',
    'p3',
  ])
})

test('paragraphs that change places take their ids along', () => {
  expect(idsAfter('緑は豊かです。', '人口は増えています。', '道路は足りません。')).toEqual(['p3', 'p1', 'p2'])
})

test('a paragraph added in front is new, and the others stay who they are', () => {
  expect(idsAfter('はじめに。', '人口は増えています。', '道路は足りません。', '緑は豊かです。')).toEqual([
    'p8',
    'p1',
    'p2',
    'p3',
  ])
})

test('a dropped paragraph’s number is not given again', () => {
  expect(idsAfter('人口は増えています。', '緑は豊かです。', '新しい段落です。')).toEqual(['p1', 'p3', 'p2'])
  expect(
    idsAfter('人口は増えています。', '道路は足りません。', '緑は豊かです。', '新しい段落です。').at(-1),
  ).toBe('p8')
})

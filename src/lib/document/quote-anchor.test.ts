import { expect, test } from 'vitest'
import { closestWords } from './closest-words.ts'
import { anchorTo, findAnchor, type QuoteAnchor, type ReadParagraph } from './quote-anchor.ts'

const id = 'me_0000000001/situation/p1'
const paragraph = (words: string): ReadParagraph => ({ id, words })
const anchored = (words: string, quote: string, start?: number): QuoteAnchor => {
  const anchor = anchorTo(paragraph(words), quote, start)
  if (!anchor) throw new Error(`${quote} does not stand there`)
  return anchor
}
const found = (anchor: QuoteAnchor, words: string) => {
  const place = findAnchor(anchor, [paragraph(words)])
  return 'start' in place ? [place.state, words.slice(place.start, place.end)] : [place.state]
}

test('quoted words are found again, wherever in the paragraph they went', () => {
  const anchor = anchored('市は、バスの便を増やします。', 'バスの便')
  expect(found(anchor, '市は、バスの便を増やします。')).toEqual(['same', 'バスの便'])
  expect(found(anchor, '駅前では、市がバスの便を増やします。')).toEqual(['same', 'バスの便'])
})

test('words that stand twice are told apart by their neighbours', () => {
  const words = '北では道路を直し、南では道路をつくります。'
  const second = anchored(words, '道路を', words.lastIndexOf('道路を'))
  const now = '西では道路を調べ、北では道路を直し、南では道路をつくります。'
  const place = findAnchor(second, [paragraph(now)])
  expect(place).toMatchObject({ state: 'same', start: now.lastIndexOf('道路を') })
})

test('edited words are the closest ones; another sentence is none', () => {
  const anchor = anchored('公共交通の利用者は減っています。', '利用者は減っています')
  expect(found(anchor, '公共交通の利用者数は減ってきています。')).toEqual([
    'changed',
    '利用者数は減ってきています',
  ])
  expect(found(anchor, '子育てを支える人を増やします。')).toEqual(['paragraph'])
})

test('a paragraph that is gone keeps its words in the anchor', () => {
  const anchor = anchored('市は、バスの便を増やします。', 'バスの便')
  expect(findAnchor(anchor, [{ id: 'me_0000000001/situation/p2', words: 'バスの便' }])).toEqual({
    state: 'gone',
  })
  expect(anchor.quote).toBe('バスの便')
})

test('blanks and line ends of a copy do not matter; words of nobody are refused', () => {
  expect(anchored('保育所と\n学校（義務教育）の間', ' 学校 （義務教育）').quote).toBe('学校（義務教育）')
  expect(anchored('保育所と\n学校の間', '所と学校').quote).toBe('所と\n学校')
  expect(anchorTo(paragraph('保育所'), '病院')).toBeUndefined()
})

test('no quote is a remark on the paragraph as a whole', () => {
  const anchor = anchored('市は、バスの便を増やします。', ' ')
  expect(findAnchor(anchor, [paragraph('市は、鉄道をよくします。')])).toEqual({
    state: 'paragraph',
    isWhole: true,
  })
})

test('the fewest edits win, the earliest on a tie', () => {
  expect(closestWords('あいうえお', 'いxえ', 1)).toEqual({ start: 1, end: 4, edits: 1 })
  expect(closestWords('あいうえお', 'かきく', 1)).toBeUndefined()
  expect(closestWords('あいあい', 'あう', 1)).toMatchObject({ start: 0, edits: 1 })
})

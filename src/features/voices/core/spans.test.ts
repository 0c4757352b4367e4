import { expect, test } from 'vitest'
import { seededRandom } from '#src/lib/text/seeded-random.ts'
import { gapsOf, joinSpans, sentenceSpans, splitSpan } from './spans.ts'

const letter = 'バスを増やしてください。夜も必要です！\n学童が足りません。'
const words = (text: string) => text.replaceAll(/\s/g, '')

test('sentences together are the whole letter', () => {
  const spans = sentenceSpans(letter)
  expect(spans).toHaveLength(3)
  expect(spans.map(({ start, end }) => letter.slice(start, end)).join('')).toBe(letter)
})

test('a split letter holds every word it held before', () => {
  const random = seededRandom('spans')
  for (let round = 0; round < 200; round++) {
    const text = Array.from({ length: 30 }, () => 'あい。\n 、！'.charAt(Math.floor(random() * 7))).join('')
    const whole = { start: 0, end: text.length }
    const starts = sentenceSpans(text).filter(() => random() < 0.5)
    const parts = splitSpan(
      text,
      whole,
      starts.map(({ start }) => start),
    )
    expect(words(parts.map(({ start, end }) => text.slice(start, end)).join(''))).toBe(words(text))
    expect(gapsOf(text, parts).gaps).toEqual([])
  }
})

test('joining takes what lies between along', () => {
  const [first, , third] = sentenceSpans(letter)
  if (!first || !third) throw new Error('three sentences')
  expect(joinSpans([third, first])).toEqual({ start: 0, end: letter.length })
})

test('what no opinion holds is shown with its share', () => {
  const [first] = sentenceSpans(letter)
  if (!first) throw new Error('a sentence')
  const { gaps, share } = gapsOf(letter, [first])
  expect(gaps.map(({ start, end }) => letter.slice(start, end))).toEqual([
    '夜も必要です！\n学童が足りません。',
  ])
  expect(share).toBeGreaterThan(0.5)
})

test('a letter of 200,000 signs is cut at once', () => {
  const began = performance.now()
  expect(sentenceSpans('道'.repeat(200_000))).toHaveLength(1)
  expect(sentenceSpans('。'.repeat(200_000))).toHaveLength(1)
  expect(performance.now() - began).toBeLessThan(2000)
})

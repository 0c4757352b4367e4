import { expect, test } from 'vitest'
import { seededRandom } from '#src/lib/text/seeded-random.ts'
import { carrySpans, correctionForm } from './correction.ts'
import { sentenceSpans, trimmedSpan } from './spans.ts'

const letter = '昼のバスが少ない。\n学童の定員を増やして。😀公園に木を。'
const sentences = sentenceSpans(letter).flatMap((span) => trimmedSpan(letter, span) ?? [])
const wordsAfter = (after: string) =>
  carrySpans(letter, after, sentences).map((span) => span && after.slice(span.start, span.end))

test('an opinion takes over what replaces its words; the others keep theirs', () => {
  expect(wordsAfter(letter)).toEqual(['昼のバスが少ない。', '学童の定員を増やして。', '😀公園に木を。'])
  expect(wordsAfter(letter.replace('昼', '夕方'))).toEqual([
    '夕方のバスが少ない。',
    '学童の定員を増やして。',
    '😀公園に木を。',
  ])
  expect(wordsAfter('朝のバスが少ない。\n学童の定員をふやして。公園に木を。')).toEqual([
    '朝のバスが少ない。',
    '学童の定員をふやして。',
    '公園に木を。',
  ])
})

test('an opinion that is struck out has no place any more, and what is put in between belongs to none', () => {
  expect(wordsAfter('昼のバスが少ない。\n😀公園に木を。')).toEqual([
    '昼のバスが少ない。',
    undefined,
    '😀公園に木を。',
  ])
  expect(wordsAfter(`${letter}以上、谷和原の者より`).at(-1)).toBe('😀公園に木を。')
})

test('one sign corrected anywhere changes only the opinion it stands in', () => {
  const random = seededRandom('correction')
  for (let round = 0; round < 200; round++) {
    const at = Math.floor(random() * letter.length)
    if (!letter[at]?.match(/\p{L}/u)) continue
    const after = `${letter.slice(0, at)}※${letter.slice(at + 1)}`
    for (const [place, { start, end }] of sentences.entries()) {
      const expected = after.slice(start, end)
      expect(wordsAfter(after)[place]).toBe(expected)
    }
  }
})

test('a letter written anew keeps every place inside it', () => {
  const random = seededRandom('anew')
  const sign = () => 'あいうえおかきくけこ。\n'[Math.floor(random() * 12)] ?? 'あ'
  for (let round = 0; round < 100; round++) {
    const [before, after] = [40, 60].map((length) => Array.from({ length }, sign).join('')) as [
      string,
      string,
    ]
    for (const span of carrySpans(before, after, sentenceSpans(before))) {
      if (!span) continue
      expect(span.start).toBeGreaterThanOrEqual(0)
      expect(span.end).toBeLessThanOrEqual(after.length)
      expect(after.slice(span.start, span.end).trim()).not.toBe('')
    }
  }
})

test('a correction without a reason, or without words, is told at its field', () => {
  const problems = correctionForm.safeParse({ original: ' ', reason: '' }).error?.issues ?? []
  expect(problems.map(({ path }) => path.join())).toEqual(['original', 'reason'])
})

import { expect, test } from 'vitest'
import { seededRandom } from '#src/lib/text/seeded-random.ts'
import { splitSpan } from './spans.ts'
import { mayCheck, moveSpan, needsCheck } from './transcript.ts'

test('what stands before a correction stays, what stands behind it moves along', () => {
  const before = 'バスを増やして。学重が足りない。街灯も。'
  const after = 'バスを増やして。学童の数が足りない。街灯も。'
  const words = (from: string) => {
    const start = before.indexOf(from)
    const span = moveSpan(before, after, { start, end: start + from.length })
    return after.slice(span.start, span.end)
  }
  expect(words('バスを増やして。')).toBe('バスを増やして。')
  expect(words('学重が足りない。')).toBe('学童の数が足りない。')
  expect(words('街灯も。')).toBe('街灯も。')
})

test('whatever is corrected, the parts of a letter go on holding the whole of it, in order', () => {
  const random = seededRandom('transcript')
  const letter = (length: number) =>
    Array.from({ length }, () => 'あいうえ。'.charAt(Math.floor(random() * 5))).join('')
  for (let round = 0; round < 300; round++) {
    const before = letter(24)
    const at = Math.floor(random() * 20)
    const after =
      before.slice(0, at) + letter(Math.floor(random() * 5)) + before.slice(at + Math.floor(random() * 4))
    const parts = splitSpan(before, { start: 0, end: before.length }, [6, 12, 18])
    const moved = parts.map((part) => moveSpan(before, after, part))
    expect(moved[0]?.start).toBe(0)
    expect(moved.at(-1)?.end).toBe(after.length)
    for (const [place, { start, end }] of moved.entries()) {
      expect(start).toBeLessThanOrEqual(end)
      expect(start).toBeLessThanOrEqual(moved[place - 1]?.end ?? 0)
    }
  }
})

test('paper is compared, the web form is not; and never by whoever typed it', () => {
  expect(needsCheck({ channel: 'comment', method: 'fax' })).toBe(true)
  expect(needsCheck({ channel: 'comment', method: 'online' })).toBe(false)
  expect(mayCheck({ id: 'a' }, { enteredBy: 'a' })).toBe(false)
  expect(mayCheck({ id: 'b' }, { enteredBy: 'a' })).toBe(true)
})

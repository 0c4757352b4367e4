import { expect, test } from 'vitest'
import { type Coverage, replaceMissing } from './missing-characters.ts'

// a bell, a space of no width, half of a pair: no font has a shape for them
const shapeless = new Set([0x7, 0x200b, 0xd800])
const isSelector = (codePoint: number) => codePoint >= 0xfe00 && codePoint <= 0xfe0f

const coverage: Coverage = {
  has: (codePoint) => codePoint < 0x1_0000 && !shapeless.has(codePoint) && !isSelector(codePoint),
  hasForm: (codePoint, selector) => codePoint === 0x845b && selector === 0xe0100,
}

const shown = (text: string) => replaceMissing({ a: ['x', text] }, coverage, ['book.json'])

test('a character no font has becomes 〓 and is named with its place', () => {
  expect(shown('𠮷野家')).toEqual({
    value: { a: ['x', '〓野家'] },
    missing: [{ character: '𠮷', path: ['book.json', 'a', 1] }],
  })
})

test('characters of names that the fonts have stay as they are', () => {
  expect(shown('髙橋﨑山')).toEqual({ value: { a: ['x', '髙橋﨑山'] }, missing: [] })
})

test('a family of seven code points is one character to a reader', () => {
  const { value, missing } = shown('👨‍👩‍👧‍👦です')
  expect(value).toEqual({ a: ['x', '〓です'] })
  expect(missing).toHaveLength(1)
})

test('a form of a character the fonts know is kept, another falls back to the character', () => {
  expect(shown('葛\u{e0100}城').value).toEqual({ a: ['x', '葛\u{e0100}城'] })
  expect(shown('葛\u{e0105}城')).toEqual({ value: { a: ['x', '葛城'] }, missing: [] })
})

test('controls and half of a surrogate pair never reach the typesetter', () => {
  expect(shown('a\u0007b\u200bc').value).toEqual({ a: ['x', 'abc'] })
  expect(JSON.stringify(shown('x\ud800y').value)).not.toContain('\\ud800')
})

test('line ends and values that are no text stay', () => {
  expect(replaceMissing({ n: 1, none: null, yes: true, text: '一\n二' }, coverage).value).toEqual({
    n: 1,
    none: null,
    yes: true,
    text: '一\n二',
  })
})

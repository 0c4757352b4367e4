import { expect, test } from 'vitest'
import { fontCoverage } from './font-coverage.ts'
import { readCoverage } from './fonts.ts'

const coverage = readCoverage()
const has = (character: string) => coverage.has(character.codePointAt(0) ?? 0)

test('the fonts of the book have kana, the kanji of names and the signs of the charts', () => {
  expect([...'あア亜髙﨑〓→↗↘★●○◇◆①㎡−％'].filter((character) => !has(character))).toEqual([])
})

test('emoji and kanji beyond the fonts are known to be missing', () => {
  expect([...'😀𠮷'].filter(has)).toEqual([])
})

test('a form of a character that the fonts hold is found', () => {
  expect(coverage.hasForm(0x8fbb, 0xe0100) || coverage.hasForm(0x8fbb, 0xe0101)).toBe(true)
  expect(coverage.hasForm(0x3042, 0xe01ef)).toBe(false)
})

test('bytes that are no font are refused', () => {
  expect(() => fontCoverage(new Uint8Array(64))).toThrow(RangeError)
})

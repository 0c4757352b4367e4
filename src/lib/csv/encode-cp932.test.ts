import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'
import { encodeCp932 } from './encode-cp932.ts'

const back = (text: string) => {
  const decoded = decodeText(encodeCp932(text).bytes)
  return 'text' in decoded ? decoded.text : decoded.problem
}

test('〜 and − are written where Windows has them, and nothing becomes a question mark', () => {
  expect([...encodeCp932('〜−').bytes]).toEqual([0x81, 0x60, 0x81, 0x7c])
  expect(back('18〜39歳：−2')).toBe('18～39歳：－2')
  expect(encodeCp932('18〜39歳：−2‖—').lost).toEqual([])
})

test('letters of names that are only in CP932 are kept; 𠮷 and signs of the day are told and replaced', () => {
  expect(back('髙﨑①㈱ｱｲｳ')).toBe('髙﨑①㈱ｱｲｳ')
  expect([...encodeCp932('髙').bytes]).toEqual([0xfb, 0xfc])
  const { bytes, lost } = encodeCp932('𠮷野家😀𠮷')
  expect(lost).toEqual([
    { sign: '𠮷', count: 2 },
    { sign: '😀', count: 1 },
  ])
  expect(new TextDecoder('shift_jis').decode(bytes)).toBe('〓野家〓〓')
})

test('every character the decoder knows comes back as itself', () => {
  const kanji = Array.from({ length: 0x9fff - 0x4e00 }, (_, at) => String.fromCodePoint(0x4e00 + at))
  const kept = kanji.filter((sign) => encodeCp932(sign).lost.length === 0)
  expect(kept.length).toBeGreaterThan(6500)
  expect(back(kept.join(''))).toBe(kept.join(''))
})

import { expect, test } from 'vitest'
import { frameOfCsv } from '../frame/frame-of-csv.ts'
import { indicatorFor, judgeCondition, rowsMeeting } from './judge-condition.ts'
import { columnsOf, parseCondition } from './parse-condition.ts'

const frame = frameOfCsv(
  'age,q1,y,m_1,m_2\n18-29,1,3,1,0\n30-39,2,,0,0\n70+,,10,NAP,NAP\n30-39,INV,-2,0,1\n',
  {
    multiple: {
      m: [
        { column: 'm_1', code: '1' },
        { column: 'm_2', code: '2' },
      ],
    },
  },
)
const met = (text: string) => [...rowsMeeting(frame, text)].join('')

test('comparisons, lists, and, or, not and brackets', () => {
  expect(met("age = '30-39'")).toBe('0101')
  expect(met("age in ('18-29', '70+')")).toBe('1010')
  expect(met("q1 = '1' or y >= 10")).toBe('1010')
  expect(met("not (age = '30-39') and y <> 3")).toBe('0010')
  expect(met('y < 0')).toBe('0001')
  expect(met('y ≠ 3')).toBe('0011')
})

test('answered and selected, of questions with one answer and with several', () => {
  expect(met('answered(q1)')).toBe('1100')
  expect(met('answered(m)')).toBe('1001')
  expect(met("selected(m, '2')")).toBe('0001')
  expect(met("selected(q1, '2')")).toBe('0100')
})

test('what is missing is neither met nor not met, unless the rest decides', () => {
  expect([0, 1, 2, 3].map(judgeCondition(frame, 'y > 2'))).toEqual([true, undefined, true, false])
  expect([0, 1].map(judgeCondition(frame, "y > 2 or age = '30-39'"))).toEqual([true, true])
  expect([0, 1].map(judgeCondition(frame, "y > 2 and age = '18-29'"))).toEqual([true, false])
  expect([...indicatorFor(frame, 'y > 2')]).toEqual([1, Number.NaN, 1, 0])
})

test('what cannot be read is refused with its place', () => {
  expect(() => parseCondition('q1 = ')).toThrow('終わり')
  expect(() => parseCondition('q1 + 2 = 3')).toThrow('3文字目から')
  expect(() => parseCondition("q1 = '1' q2")).toThrow('「q2」（9文字目）')
  expect(() => parseCondition('length(q1) = 2')).toThrow(RangeError)
  expect(() => judgeCondition(frame, "q9 = '1'")).toThrow('列「q9」がありません')
  expect(() => met('age > 20')).toThrow('数ではない')
})

test('names with other signs stand in backquotes, quotes are doubled', () => {
  expect(parseCondition("`年齢 10歳` = 'it''s'")).toMatchObject({ column: '年齢 10歳', value: "it's" })
  expect(columnsOf(parseCondition('a = 1 and not (b in (2,3) or answered(c))'))).toEqual(['a', 'b', 'c'])
})

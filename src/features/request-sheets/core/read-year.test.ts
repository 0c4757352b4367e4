import { expect, test } from 'vitest'
import { readYear } from './read-year.ts'

test.each([
  ['2027', '2027'],
  ['２０２７', '2027'],
  ['2027年度', '2027'],
  ['令和9年度', '2027'],
  ['令和元年度', '2019'],
  ['R5', '2023'],
  ['平成30年', '2018'],
  ['2023/4/1', '2023'],
  ['2023-03-31', '2022'],
  ['令和5年3月31日', '2022'],
  ['令和5年3月', '2022'],
  ['2023/4', '2023'],
])('%s is the fiscal year %s', (typed, year) => {
  expect(readYear(typed)).toMatchObject({ value: year })
})

test('what was read otherwise than it was typed is said; four plain digits are not', () => {
  expect(readYear('2027')).toEqual({ value: '2027' })
  expect(readYear('R9')).toEqual({ value: '2027', note: '「R9」を 2027（令和9年度）と読みました' })
})

test.each(['27', '45017', '令和5〜7年度', '来年', '1200人', '明治1000年', '1905-07-14', ''])(
  '%s is none',
  (typed) => {
    expect(readYear(typed).problem).toContain('西暦の4けた')
  },
)

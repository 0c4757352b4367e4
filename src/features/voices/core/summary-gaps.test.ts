import { expect, test } from 'vitest'
import { summaryGaps } from './summary-gaps.ts'

const gaps = (verbatim: string, summary: string) =>
  summaryGaps(verbatim, summary).map(({ text, reason }) => [reason, text])

test('figures, pages and negations that the summary lost are named in their order', () => {
  expect(
    gaps('26頁の値は22％ではなく11％です。統合はすべきではない。', '値の誤りと、統合についての意見'),
  ).toEqual([
    ['page', '26頁'],
    ['number', '22'],
    ['number', '11'],
    ['negation', 'べきではない'],
  ])
})

test('what stands in the summary in another width or with a comma is kept', () => {
  expect(gaps('Ｐ．１４の１，２００人は足りません。', 'p.14の1200人では足りない')).toEqual([])
  expect(gaps('人口は5万人', '人口は50万人')).toEqual([['number', '5']])
})

test('a word that only looks like a negation is none, and without a summary nothing is missing', () => {
  expect(gaps('バスが少ない。道が危ない。', '交通の不便')).toEqual([])
  expect(gaps('22％', '')).toEqual([])
})

test('the same letter asked twice gives the same answer', () => {
  const ask = () => gaps('直さないでほしい', '直さないこと')
  expect(ask()).toEqual([])
  expect(ask()).toEqual(ask())
})

test('every gap is the words that stand at its place', () => {
  const letter = '第3章 p.7「２０３０年」まで待てません。10ページも。'
  for (const { start, end, text } of summaryGaps(letter, '要約')) expect(letter.slice(start, end)).toBe(text)
})

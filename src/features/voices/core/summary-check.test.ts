import { expect, test } from 'vitest'
import { lostInSummary } from './summary-check.ts'

const lost = (verbatim: string, summary: string) =>
  lostInSummary(verbatim, summary).map(({ words, kind }) => `${kind} ${words}`)

test.each([
  ['45ページの表で、3校が2校になっている。', '表の数が合わない。', ['page 45ページ', 'number 3', 'number 2']],
  ['P.12の表がない。', '表が見つからない。', ['page P.12']],
  ['45頁の表で、３校が2校になっている。', '45ページの表：3校→2校', []],
  ['1,200人の意見を聞くべきではない。', '1200人の意見を聞く。', ['negation べきではない']],
  ['工業団地をつくらないでほしい。', '工業団地をつくってほしい。', ['negation ない']],
  ['工業団地には反対です。', '工業団地について', ['negation 反対']],
  ['バスが少ない。増やせないか。', 'バスを増やしてほしい。', []],
  ['道を直してくださいませんか。', '道の補修', []],
  ['3回お願いしたが直らない。', '', []],
])('of 「%s」, 「%s」 loses %j', (verbatim, summary, expected) => {
  expect(lost(verbatim, summary)).toEqual(expected)
})

test('what is lost stands where it says', () => {
  const verbatim = '前は12本あったのに、いまは 4 本しかない。'
  const found = lostInSummary(verbatim, '本数の話')
  expect(found.length).toBe(3)
  for (const { start, end, words } of found) expect(verbatim.slice(start, end)).toBe(words)
})

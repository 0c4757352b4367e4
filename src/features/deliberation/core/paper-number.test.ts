import { expect, test } from 'vitest'
import { byPaperNumber, isNumberTaken, nextPaperNumber, numberedName, paperNumber } from './paper-number.ts'

test.each([
  ['資料１－２', '資料1-2'],
  [' 資料 1 ‐ 2 ', '資料1-2'],
  ['資料1ー2', '資料1-2'],
  ['資料1の2', '資料1-2'],
  ['参考資料3', '参考資料3'],
  ['データー集', 'データー集'],
])('%s is kept as %s', (typed, kept) => {
  expect(paperNumber(typed)).toBe(kept)
})

test.each([
  [
    '資料2-1_市民意向調査　取りまとめ_都市建設部会.pdf',
    { number: '資料2-1', title: '市民意向調査 取りまとめ 都市建設部会' },
  ],
  ['資料１　素案.docx', { number: '資料1', title: '素案' }],
  ['参考資料10_人口.ver2.xlsx', { number: '参考資料10', title: '人口.ver2' }],
  ['素案.pdf', undefined],
  ['資料集.pdf', undefined],
  ['資料1.pdf', undefined],
])('the name %s carries %o', (fileName, carried) => {
  expect(numberedName(fileName)).toEqual(carried)
})

const paper = (id: string, label: string, replacesId?: string) => ({ id, label, replacesId })

test('a number is taken once, however it is typed; a replaced paper hands it on', () => {
  const papers = [paper('a', '資料1'), paper('b', '資料1', 'a'), paper('c', '資料1-2')]
  expect(isNumberTaken(papers, '資料１')).toBe(true)
  expect(isNumberTaken(papers, '資料1－2')).toBe(true)
  expect(isNumberTaken(papers, '資料2')).toBe(false)
})

test('the next number follows the highest one, not the count', () => {
  expect(nextPaperNumber([])).toBe('資料1')
  expect(nextPaperNumber([paper('a', '資料１'), paper('b', '資料10-2'), paper('c', '別紙20')])).toBe('資料11')
})

test('papers stand by their numbers as people count', () => {
  const labels = ['資料10', '資料2', '資料1-10', '資料1', '資料１-2', '参考資料1']
  const sorted = labels.map((label) => ({ label })).sort(byPaperNumber)
  expect(sorted.map(({ label }) => label)).toEqual([
    '参考資料1',
    '資料1',
    '資料１-2',
    '資料1-10',
    '資料2',
    '資料10',
  ])
})

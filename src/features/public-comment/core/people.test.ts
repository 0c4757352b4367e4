import { expect, test } from 'vitest'
import { corrected, correctionProblems, submittersOf } from './people.ts'
import { resultTable, sumChecks } from './result.ts'

const sent = (receiptNumber: string, method: string, receivedOn: string, sender?: string) => ({
  receiptNumber,
  method,
  receivedOn,
  sender,
})

test('who sends twice is one person, counted by the way of the first; the unknown are each their own', () => {
  const people = submittersOf([
    sent('B', 'fax', '2026-04-03', 'x'),
    sent('A', 'post', '2026-04-02', 'x'),
    sent('C', 'post', '2026-04-02'),
    sent('D', 'post', '2026-04-02'),
    sent('E', 'fax', '2026-04-01', 'y'),
  ])
  expect(people).toEqual([
    { method: 'fax', receiptNumbers: ['E'] },
    { method: 'post', receiptNumbers: ['A', 'B'] },
    { method: 'post', receiptNumbers: ['C'] },
    { method: 'post', receiptNumbers: ['D'] },
  ])
})

const table = resultTable.parse({
  caseId: 'cc_0000000001',
  publishedOn: '2026-05-01',
  submitters: 4,
  submissions: 5,
  opinions: 0,
  byMethod: [
    { method: '郵送', people: 3, submissions: 3 },
    { method: 'ファクス', people: 1, submissions: 2 },
  ],
  byClass: [],
  changed: 0,
  withheld: 0,
  wordless: 0,
  late: 0,
  rows: [],
})
const said = (post: number, fax: number, reason = '') => ({
  people: new Map([
    ['郵送', post],
    ['ファクス', fax],
  ]),
  reason,
})
const fields = (...correction: Parameters<typeof said>) => [
  ...correctionProblems(table, said(...correction)).keys(),
]

test('another number needs its reason, is no more than what came that way, and nobody at all is no result', () => {
  expect(fields(3, 1)).toEqual([])
  expect(fields(2, 1)).toEqual(['reason'])
  expect(fields(2, 1, '連名の1通')).toEqual([])
  expect(fields(4, 1, '連名')).toEqual(['郵送'])
  expect(fields(Number.NaN, 1, '連名')).toEqual(['郵送'])
  expect(fields(3, 1, '何となく')).toEqual(['reason'])
  expect(fields(0, 0, '何となく')).toEqual(['reason'])
})

test('a corrected count keeps what was counted and why, and its ways add up again', () => {
  expect(corrected(table, said(3, 1))).toBe(table)
  const right = corrected(table, said(2, 1, '同じ人が2通'))
  expect(right).toMatchObject({ submitters: 3, correction: { counted: 4, reason: '同じ人が2通' } })
  expect(sumChecks(right).every(({ isRight }) => isRight)).toBe(true)
  expect(sumChecks({ ...table, submitters: 5 }).filter(({ isRight }) => !isRight)).toMatchObject([
    { sum: 4, of: 5 },
  ])
})

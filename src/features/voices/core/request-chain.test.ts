import { expect, test } from 'vitest'
import { type ChainedRequest, continuationProblem, earlierRequests, timesAsked } from './request-chain.ts'

const request = (receiptNumber: string, continues = ''): ChainedRequest => ({
  submissionId: `su_${receiptNumber}`,
  receiptNumber,
  continues,
})
const all = new Map(
  [request('A'), request('B', 'A'), request('C', 'B'), request('D', 'gone')].map((one) => [
    one.receiptNumber,
    one,
  ]),
)

test('the same request is counted back through the years', () => {
  expect(earlierRequests(all, request('C', 'B')).map(({ receiptNumber }) => receiptNumber)).toEqual([
    'B',
    'A',
  ])
  expect([request('A'), request('C', 'B'), request('D', 'gone')].map((one) => timesAsked(all, one))).toEqual([
    1, 3, 1,
  ])
})

test('a circle ends where it began', () => {
  const circle = new Map([request('A', 'B'), request('B', 'A')].map((one) => [one.receiptNumber, one]))
  expect(timesAsked(circle, request('A', 'B'))).toBe(2)
})

test.each([
  ['', undefined],
  ['B', undefined],
  ['C', 'この要望の番号'],
  ['X', '見つかりません'],
])('C may go on from 「%s」: %s', (continues, problem) => {
  const found = continuationProblem(all, request('C', continues))
  if (problem === undefined) expect(found).toBeUndefined()
  else expect(found).toContain(problem)
})

test('an earlier request cannot go on from a later one', () => {
  expect(continuationProblem(all, request('A', 'C'))).toContain('前後が逆')
  expect(continuationProblem(all, request('A', 'B'))).toContain('前後が逆')
})

import { expect, test } from 'vitest'
import { dissimilarity, sizeClassOf, summarizeErrors } from './backtest.ts'

test('errors are summed up in percent of what was counted', () => {
  const summary = summarizeErrors([
    { code: '1', projected: 110, actual: 100 },
    { code: '2', projected: 95, actual: 100 },
    { code: '3', projected: 5, actual: 0 },
  ])
  expect(summary).toMatchObject({
    count: 2,
    meanAbsolutePercent: expect.closeTo(7.5, 9),
    biasPercent: expect.closeTo(2.5, 9),
  })
  expect(sizeClassOf(29_999)).toBe(2)
  expect(dissimilarity({ M: [1, 0], F: [] }, { M: [0, 1], F: [] })).toBe(1)
})

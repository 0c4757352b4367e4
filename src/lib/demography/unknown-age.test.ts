import { expect, test } from 'vitest'
import { basisFactors, convertBasis, distributeUnknown } from './unknown-age.ts'

test('unknown ages are spread over their sex, and a large share is told', () => {
  const { base, unknownShare, isLarge } = distributeUnknown({ M: [30, 70], F: [50, 50] }, { M: 10, F: 0 })
  expect(base.M[0]).toBeCloseTo(33, 12)
  expect(base.F).toEqual([50, 50])
  expect(unknownShare).toBeCloseTo(10 / 210, 12)
  expect(isLarge).toBe(true)
})

test('one basis becomes another by factors, which bring back the day they were taken from', () => {
  const [register, census] = [
    { M: [100], F: [110] },
    { M: [96], F: [107] },
  ]
  const converted = convertBasis(register, basisFactors(census, register))
  expect(converted.M[0]).toBeCloseTo(96, 12)
  expect(converted.F[0]).toBeCloseTo(107, 12)
})

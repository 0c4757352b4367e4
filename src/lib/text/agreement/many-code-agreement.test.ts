import { expect, test } from 'vitest'
import { seededRandom } from '../seeded-random.ts'
import { type ManyCoded, manyCodeAgreement } from './many-code-agreement.ts'
import { fleissKappa } from './many-coders.ts'

const unit = (id: string, ...judgements: (string | undefined)[]): ManyCoded => ({
  id,
  judgements: judgements.map((codes) => codes?.split(' ').filter(Boolean)),
})

test('three coders: κ of Fleiss on what all judged, and who stands apart', () => {
  const [bus] = manyCodeAgreement([
    unit('1', 'bus', 'bus', 'bus'),
    unit('2', 'bus', 'bus', ''),
    unit('3', '', '', ''),
    unit('4', '', 'bus', ''),
  ])
  const byHand = fleissKappa([
    [3, 0],
    [2, 1],
    [0, 3],
    [1, 2],
  ])
  expect(bus).toMatchObject({ code: 'bus', units: 4, fleiss: byHand.coefficient })
  expect(bus?.fleiss).toBeCloseTo(1 / 3, 10)
  expect(bus?.agreement).toBeCloseTo(2 / 3, 10)
  expect(bus?.apart).toEqual([
    { id: '2', gave: 2, of: 3 },
    { id: '4', gave: 1, of: 3 },
  ])
})

test('what one coder did not judge counts for α by the others, and not for κ', () => {
  const [bus] = manyCodeAgreement([
    unit('1', 'bus', 'bus', undefined),
    unit('2', 'bus', undefined, undefined),
    unit('3', '', '', ''),
    unit('4', '', 'bus', ''),
  ])
  expect(bus).toMatchObject({ units: 3, apart: [{ id: '4', gave: 1, of: 3 }] })
  expect(bus?.fleiss).toBeCloseTo(
    fleissKappa([
      [0, 3],
      [1, 2],
    ]).coefficient ?? Number.NaN,
    10,
  )
  expect(bus?.alpha).toBeLessThan(1)
})

test('the order of units and of coders changes nothing; all the same has no coefficient', () => {
  const random = seededRandom('coders')
  const some = () => ['a', 'b'].filter(() => random() < 0.5).join(' ')
  const units = Array.from({ length: 30 }, (_, at) => unit(`u${at + 10}`, some(), some(), some()))
  const turned = units.map(({ id, judgements }) => ({ id, judgements: judgements.toReversed() })).toReversed()
  expect(manyCodeAgreement(turned)).toEqual(manyCodeAgreement(units))
  const [same] = manyCodeAgreement([unit('1', 'a', 'a', 'a'), unit('2', 'a', 'a', 'a')])
  expect(same).toEqual({ code: 'a', units: 2, agreement: 1, apart: [] })
})

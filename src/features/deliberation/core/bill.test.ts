import { expect, test } from 'vitest'
import { type Amendment, billStanding, outcomeProblem } from './bill.ts'

const amendment = (outcome: Amendment['outcome']): Amendment => ({
  id: 'am_0000000001',
  billId: 'bl_0000000001',
  proposer: '総務委員会',
  proposedOn: '2023-03-10',
  words: '目標の数を改める。',
  outcome,
  versionId: undefined,
})

test('a bill goes from its submission over the committee to the resolution', () => {
  expect(billStanding({ outcome: '', committee: '' })).toBe('提出済み')
  expect(billStanding({ outcome: '', committee: '総務委員会' })).toBe('総務委員会に付託')
  expect(billStanding({ outcome: 'carried-amended', committee: '総務委員会' })).toBe('修正可決')
})

test('the outcome of the bill fits those of its amendments', () => {
  expect(outcomeProblem('carried', [])).toBeUndefined()
  expect(outcomeProblem('carried', [amendment('rejected')])).toBeUndefined()
  expect(outcomeProblem('carried', [amendment('carried')])).toContain('修正可決')
  expect(outcomeProblem('carried-amended', [amendment('rejected')])).toContain('可決した修正案がありません')
  expect(outcomeProblem('carried-amended', [amendment('carried')])).toBeUndefined()
  expect(outcomeProblem('rejected', [amendment('')])).toContain('修正案それぞれの結果')
  expect(outcomeProblem('withdrawn', [amendment('')])).toBeUndefined()
})

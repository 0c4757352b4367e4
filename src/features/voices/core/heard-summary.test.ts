import { expect, test } from 'vitest'
import { heardSummary } from './heard-summary.ts'

test('counts by channel in their order, quotes only where released and short enough to stand beside a field', () => {
  const heard = [
    { channel: 'request', released: '' },
    { channel: 'survey', released: '学童は低学年でいっぱい。' },
    { channel: 'survey', released: 'あ'.repeat(200) },
    { channel: 'workshop', released: '将棋なら教えられる。' },
    { channel: 'workshop', released: '三つ目の引用。' },
  ] as const
  expect(heardSummary(heard)).toEqual({
    total: 5,
    byChannel: [
      { channel: 'survey', count: 2 },
      { channel: 'workshop', count: 2 },
      { channel: 'request', count: 1 },
    ],
    quotes: ['学童は低学年でいっぱい。', '将棋なら教えられる。'],
  })
  expect(heardSummary([])).toEqual({ total: 0, byChannel: [], quotes: [] })
})

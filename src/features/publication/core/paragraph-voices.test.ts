import { expect, test } from 'vitest'
import { paragraphVoices } from './paragraph-voices.ts'

test('each paragraph has its own counts and quotes; what is about the whole measure belongs to none', () => {
  const heard = [
    { paragraphId: 'me_1/issues/p4', channel: 'comment' as const, released: '夜の便も要る。' },
    { paragraphId: 'me_1/issues/p4', channel: 'comment' as const, released: '' },
    { paragraphId: 'me_1/issues/p5', channel: 'comment' as const, released: '' },
    { paragraphId: '', channel: 'workshop' as const, released: '施策の全体に。' },
  ]
  expect([...paragraphVoices(heard)]).toEqual([
    [
      'me_1/issues/p4',
      { total: 2, byChannel: [{ channel: 'comment', count: 2 }], quotes: ['夜の便も要る。'] },
    ],
    ['me_1/issues/p5', { total: 1, byChannel: [{ channel: 'comment', count: 1 }], quotes: [] }],
  ])
})

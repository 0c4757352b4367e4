import { expect, test } from 'vitest'
import { type LinkedVoice, linkedVoices } from './on-items.ts'

const voice = (opinionId: string, changes: Partial<LinkedVoice> = {}): LinkedVoice => ({
  opinionId,
  submissionId: `su_${opinionId}`,
  channel: 'workshop',
  frame: 'open-call',
  sessionRef: '',
  sessionLabel: '',
  receivedOn: '2026-07-01',
  isReleased: false,
  text: '',
  summary: '',
  ...changes,
})
const link = (opinionId: string, by: 'about' | 'code' | 'issue' = 'code') => ({
  opinionId,
  itemId: 'me_a',
  by,
})

test('an opinion linked in several ways counts once, and tells the ways', () => {
  const heard = [voice('op_1', { isReleased: true, text: '街灯を' }), voice('op_2')]
  const links = [link('op_1'), link('op_1', 'issue'), link('op_2')]
  const one = linkedVoices(['me_a'], links, heard).get('me_a')
  expect(one).toMatchObject({
    opinions: 2,
    submissions: 2,
    published: [{ opinionId: 'op_1', text: '街灯を', by: ['code', 'issue'] }],
  })
})

test('counts tell channel and how the voices were collected; opinions and submissions stay apart', () => {
  const heard = [
    voice('op_1', { channel: 'comment', submissionId: 'su_x' }),
    voice('op_2', { channel: 'comment', submissionId: 'su_x', frame: 'invited' }),
    voice('op_3', { channel: 'survey', frame: 'sampled' }),
  ]
  const one = linkedVoices(
    ['me_a', 'me_b'],
    heard.map(({ opinionId }) => link(opinionId)),
    heard,
  )
  expect(one.get('me_a')?.channels).toEqual([
    { channel: 'survey', frames: ['sampled'], opinions: 1, submissions: 1 },
    { channel: 'comment', frames: ['invited', 'open-call'], opinions: 2, submissions: 1 },
  ])
  expect(one.get('me_b')).toMatchObject({ opinions: 0, channels: [], published: [] })
})

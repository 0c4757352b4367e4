import { expect, test } from 'vitest'
import { participantProblems, participantsByChannel, participantWords } from './participants.ts'

const came = { participants: 22, cameOnline: 2, cameInWriting: undefined, spoke: 18 }
const nobody = { participants: undefined, cameOnline: undefined, cameInWriting: undefined, spoke: undefined }

test('who took part is said by way, with how many of them spoke', () => {
  expect(participantWords(came)).toBe('参加 22人（会場 20人、オンライン 2人）、うち話した・書いた人 18人')
  expect(participantWords({ ...nobody, participants: 22 })).toBe('参加 22人')
  expect(participantWords({ ...nobody, participants: 9, cameInWriting: 9 })).toBe('参加 9人（書面 9人）')
  expect(participantWords(nobody)).toBe('')
})

test('parts are never more than the whole', () => {
  expect(participantProblems(came)).toEqual({})
  expect(Object.keys(participantProblems({ ...came, cameInWriting: 21 }))).toEqual(['cameOnline'])
  expect(Object.keys(participantProblems({ ...came, spoke: 23 }))).toEqual(['spoke'])
  expect(Object.keys(participantProblems({ ...nobody, spoke: 1 }))).toEqual(['participants'])
})

test('participants are added up by channel; what was cancelled or not written down is left out', () => {
  const cafe = { kind: 'world-cafe', cancelledAt: undefined } as const
  const counts = participantsByChannel([
    { ...cafe, ...came },
    { ...cafe, ...came, participants: 30, spoke: 25 },
    { ...cafe, ...came, cancelledAt: '2026-07-01T00:00:00.000Z' },
    { ...cafe, ...nobody },
    { ...cafe, ...came, kind: 'briefing', spoke: undefined },
  ])
  expect(counts.get('workshop')).toEqual({ sessions: 2, people: 52, spoke: 43 })
  expect(counts.get('briefing')).toEqual({ sessions: 1, people: 22, spoke: undefined })
})

import { expect, test } from 'vitest'
import { meetingEvents } from './meeting-events.ts'
import type { Meeting } from './meetings.ts'

const meeting = {
  id: 'mt_1',
  bodyId: 'bo_1',
  number: 3,
  heldOn: '2026-12-16',
  startsAt: '14:00',
  endsAt: '16:00',
  place: '伊奈庁舎',
  isWritten: false,
  state: 'called',
  topics: '素案',
} as Meeting & { topics: string }
const eventsOf = (changes: Partial<Meeting>) =>
  meetingEvents({
    meetings: [{ ...meeting, ...changes }],
    sessions: [],
    nameOf: () => '審議会',
    site: 'https://x.example',
  })

test('a meeting stands at its hours and place, and leads to its page', () => {
  expect(eventsOf({})).toEqual([
    {
      id: 'mt_1',
      title: '審議会 第3回',
      firstDay: '2026-12-16',
      lastDay: '2026-12-16',
      hours: { startsAt: '14:00', endsAt: '16:00' },
      place: '伊奈庁舎',
      isCancelled: false,
      description: '素案',
      url: 'https://x.example/meetings/mt_1',
    },
  ])
})

test('a cancelled one says so, one past midnight ends with its day, a written one is a deadline without hours', () => {
  expect(eventsOf({ state: 'cancelled' })).toMatchObject([{ isCancelled: true }])
  expect(eventsOf({ startsAt: '22:00', endsAt: '00:30' })).toMatchObject([{ hours: { endsAt: '23:59' } }])
  const [written] = eventsOf({ isWritten: true })
  expect(written?.title).toBe('審議会 第3回（書面開催の締切）')
  expect([written?.hours, written?.place]).toEqual([undefined, undefined])
  expect(eventsOf({ startsAt: '' })[0]?.hours).toBeUndefined()
})

test('a session of the assembly is all its days', () => {
  const session = { id: 'as_1', bodyId: 'bo_2', kind: 'regular' as const, name: '第4回定例会', revision: 1 }
  const days = { startsOn: '2026-12-03', endsOn: '2026-12-18' }
  const sources = { meetings: [], sessions: [{ ...session, ...days }], nameOf: () => '市議会', site: '' }
  expect(meetingEvents(sources)).toMatchObject([
    { title: '市議会 第4回定例会', firstDay: '2026-12-03', lastDay: '2026-12-18' },
  ])
})

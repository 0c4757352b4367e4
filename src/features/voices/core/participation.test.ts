import { expect, test } from 'vitest'
import { writeCalendar } from '#src/lib/calendar/write-calendar.ts'
import { type Participation, participationEvents, sortParticipation } from './participation.ts'

const one = (id: string, firstDay: string, changes: Partial<Participation> = {}): Participation => ({
  id,
  kind: '市民説明会',
  title: '説明会',
  firstDay,
  lastDay: firstDay,
  startsAt: '',
  endsAt: '',
  place: '',
  howTo: '',
  href: `/participation/${id}`,
  isCancelled: false,
  ...changes,
})

test('what goes on today is still to come; the next first, the past from its end', () => {
  const all = [
    one('a', '2026-07-01'),
    one('b', '2026-08-01'),
    one('c', '2026-07-20'),
    one('d', '2026-06-01', { lastDay: '2026-07-10' }),
    one('e', '2026-06-10'),
  ]
  const { coming, over } = sortParticipation(all, '2026-07-10')
  expect(coming.map(({ id }) => id)).toEqual(['d', 'c', 'b'])
  expect(over.map(({ id }) => id)).toEqual(['a', 'e'])
})

test('the calendar says place, hours, way and what does not take place', () => {
  const events = participationEvents(
    [
      one('ho_1', '2026-07-12', {
        startsAt: '13:30',
        endsAt: '15:00',
        place: '公民館',
        howTo: '申込不要',
        isCancelled: true,
      }),
    ],
    'https://plan.example.jp',
  )
  const text = writeCalendar({ name: '参加の予定', host: 'plan.example.jp', stampedAt: new Date(0), events })
  expect(text).toContain('SUMMARY:【中止】説明会（市民説明会）')
  expect(text).toContain('DTSTART:20260712T043000Z')
  expect(text).toContain('STATUS:CANCELLED')
  expect(text).toContain('URL:https://plan.example.jp/participation/ho_1')
})

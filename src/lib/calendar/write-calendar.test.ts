import { expect, test } from 'vitest'
import { writeCalendar } from './write-calendar.ts'

const base = { name: '総合計画', host: 'plan.example.jp', stampedAt: new Date('2026-04-01T00:00:00Z') }
const event = { id: 'ta_0000000001', title: '市民説明会', firstDay: '2026-12-30', lastDay: '2026-12-31' }

test('an event of whole days ends on the day after its last', () => {
  const text = writeCalendar({ ...base, events: [event] })
  expect(text).toContain('DTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270101\r\n')
  expect(text).toContain('DTSTAMP:20260401T000000Z')
  expect(text).toContain('UID:ta_0000000001@plan.example.jp')
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
})

test('signs with a meaning of their own and line breaks are escaped', () => {
  const text = writeCalendar({ ...base, events: [{ ...event, title: 'a;b,c\\d\nBEGIN:VEVENT' }] })
  expect(text).toContain('SUMMARY:a\\;b\\,c\\\\d\\nBEGIN:VEVENT')
})

test('no line is longer than 75 octets, and unfolding gives the words back', () => {
  const title = '計画書の素案に対する意見募集と市民説明会の開催について𠮷'.repeat(4)
  const text = writeCalendar({ ...base, events: [{ ...event, title }] })
  const sizes = text.split('\r\n').map((line) => new TextEncoder().encode(line).length)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`)
})

test('an event of some hours is told in universal time, with its place; a cancelled one says so', () => {
  const hours = { startsAt: '08:30', endsAt: '10:00' }
  const text = writeCalendar({
    ...base,
    events: [{ ...event, hours, place: '谷和原公民館, 2階', isCancelled: true }],
  })
  expect(text).toContain('DTSTART:20261229T233000Z\r\nDTEND:20261230T010000Z\r\n')
  expect(text).toContain('LOCATION:谷和原公民館\\, 2階\r\nSTATUS:CANCELLED\r\n')
  const open = writeCalendar({ ...base, events: [{ ...event, hours: { startsAt: '13:30', endsAt: '' } }] })
  expect(open).toContain('DTSTART:20261230T043000Z\r\nDTEND:20261230T053000Z')
})

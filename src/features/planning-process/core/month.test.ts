import { expect, test } from 'vitest'
import { weekdayOf } from '#src/lib/japanese/day-words.ts'
import { isMonth, monthAfter, monthsOf, sessionEntries, taskEntries, weeksOf } from './month.ts'
import type { Task } from './schedule.ts'

const months = Array.from({ length: 48 }, (_, at) => monthAfter('2025-01', at))

test.each(months)('%s is whole weeks, holds each of its days once, and begins on a Sunday', (month) => {
  const weeks = weeksOf(month, [])
  const days = weeks.flat()
  expect(weeks.every((week) => week.length === 7)).toBe(true)
  expect(weekdayOf(days[0]?.day ?? '')).toBe(0)
  const own = days.filter(({ isInMonth }) => isInMonth).map(({ day }) => day)
  const length = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
  expect(own).toHaveLength(length)
  expect(new Set(own).size).toBe(length)
})

test('holidays are named, and the end of the year is closed', () => {
  const days = weeksOf('2026-01', []).flat()
  expect(days.find(({ day }) => day === '2026-01-12')?.holiday).toBe('成人の日')
  expect(days.find(({ day }) => day === '2026-01-02')?.isBusinessDay).toBe(false)
})

test('a task stands on its first and last day, a milestone on its day, a cancelled one nowhere', () => {
  const task = (own: Partial<Task>) =>
    ({ id: 'ta_1', kind: 'task', state: 'started', title: '調査', ...own }) as Task
  const entries = taskEntries(
    [
      task({ plannedStart: '2026-09-01', plannedEnd: '2026-09-30' }),
      task({ id: 'ta_2', kind: 'milestone', plannedStart: '2026-09-10', plannedEnd: '2026-09-15' }),
      task({ id: 'ta_3', state: 'cancelled', plannedStart: '2026-09-01', plannedEnd: '2026-09-02' }),
    ],
    { addressOf: () => '/', remarkOf: () => '' },
  )
  expect(entries.map(({ day, kind }) => [day, kind])).toEqual([
    ['2026-09-01', 'begins'],
    ['2026-09-30', 'deadline'],
    ['2026-09-15', 'milestone'],
  ])
})

test('months go over the end of a year, and only months are months', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
  expect(['2026-13', '2026-1', 'abc', ''].some(isMonth)).toBe(false)
})

test('a session stands on the days it opens and closes; one of a day stands once', () => {
  const long = { id: 'as_1', name: '第2回定例会', startsOn: '2026-06-05', endsOn: '2026-06-25' }
  const short = { id: 'as_2', name: '臨時会', startsOn: '2026-07-01', endsOn: '2026-07-01' }
  expect(
    sessionEntries([long, short], '/x').map(({ day, title, remark, href }) => [day, title, remark, href]),
  ).toEqual([
    ['2026-06-05', '第2回定例会', '開会', '/x#as_1'],
    ['2026-06-25', '第2回定例会', '閉会', '/x#as_1'],
    ['2026-07-01', '臨時会', '開会・閉会', '/x#as_2'],
  ])
})

test('months go from the first to the last, over the turn of the year, in whatever order the days are', () => {
  expect(monthsOf(['2027-02-01', '2026-11-30', '2026-12-01'])).toEqual([
    '2026-11',
    '2026-12',
    '2027-01',
    '2027-02',
  ])
  expect(monthsOf([])).toEqual([])
})

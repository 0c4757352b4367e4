import { expect, test } from 'vitest'
import { dayOfWeekWords, namesWords, nearDays, nearDayWords, nextWork, type TodayWork } from './today.ts'

const today = '2026-11-28'
const work = (id: string, dueOn?: string): TodayWork => ({
  id,
  title: id,
  href: `/${id}`,
  note: '',
  dueOn,
  state: { words: '未着手', tone: 'quiet' },
})

test('work by its day, without a day at the end; eight are shown and the rest counted', () => {
  const all = [work('いつか'), work('来月', '2026-12-20'), work('遅れ', '2026-11-01'), work('今日', today)]
  expect(nextWork(all).shown.map(({ id }) => id)).toEqual(['遅れ', '今日', '来月', 'いつか'])
  const many = Array.from({ length: 11 }, (_, n) => work(`w${n}`, today))
  expect(nextWork(many)).toMatchObject({ more: 3 })
  expect(nextWork(many).shown).toHaveLength(8)
})

test('days ahead: from today to the thirtieth', () => {
  const day = (id: string, on: string) => ({ id, day: on, title: id, href: '/' })
  const all = [
    day('31日先', '2026-12-29'),
    day('30日先', '2026-12-28'),
    day('昨日', '2026-11-27'),
    day('今日', today),
  ]
  expect(nearDays(all, today).map(({ id }) => id)).toEqual(['今日', '30日先'])
})

test('days and names in words', () => {
  expect(['2026-11-27', today, '2026-11-29', '2026-12-05'].map((day) => nearDayWords(day, today))).toEqual([
    'きのう',
    '今日',
    'あす',
    '12月5日',
  ])
  expect(dayOfWeekWords(today)).toBe('11月28日（土）')
  expect(namesWords(['道路課', '税務課', '会計課', '農政課', '議会事務局'])).toBe(
    '道路課・税務課・会計課 ほか2',
  )
  expect(namesWords(['道路課'])).toBe('道路課')
})

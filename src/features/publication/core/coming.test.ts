import { expect, test } from 'vitest'
import { type Coming, comingNext, dayAndTime, nearWords } from './coming.ts'
import { latestNews } from './news.ts'

const coming = (id: string, day: string, own: Partial<Coming> = {}): Coming => ({
  id,
  day,
  startsAt: '',
  endsAt: '',
  isUntil: false,
  title: id,
  href: `/${id}`,
  note: '',
  label: '説明会',
  ...own,
})
const today = '2026-11-28'

test('the next four, today still among them, by day and hour', () => {
  const all = [
    coming('審議会', '2026-12-14', { startsAt: '14:00' }),
    coming('昼', '2026-11-28', { startsAt: '13:00' }),
    coming('朝', '2026-11-28', { startsAt: '09:30' }),
    coming('昨日', '2026-11-27'),
    coming('来年', '2027-02-01'),
    coming('遠い', '2027-03-01'),
  ]
  expect(comingNext(all, today).map(({ id }) => id)).toEqual(['朝', '昼', '審議会', '来年'])
})

test('near days by their word, others by what it is', () => {
  expect(nearWords(coming('a', '2026-11-28'), today)).toEqual({ words: '今日', isNear: true })
  expect(nearWords(coming('a', '2026-11-29', { isUntil: true }), today).words).toBe('あすまで')
  expect(nearWords(coming('a', '2026-11-30'), today)).toEqual({ words: '説明会', isNear: false })
})

test('day and hours in words; a last day says until', () => {
  expect(dayAndTime(coming('a', '2026-12-14', { startsAt: '14:00', endsAt: '15:30' }))).toEqual({
    day: '12月14日（月）',
    time: '14時〜15時30分',
  })
  expect(dayAndTime(coming('a', '2026-12-28', { isUntil: true }))).toEqual({
    day: '12月28日（月）まで',
    time: '',
  })
})

test('news of all rooms in the order of their days, the newest first, four at most', () => {
  const news = latestNews({
    versions: [
      { id: 've_1', label: '素案 第1版', publicNote: '素案ができました。', publishedOn: '2026-11-28' },
      { id: 've_0', label: '骨子案', publicNote: '', publishedOn: '2026-08-03' },
    ],
    meetings: [{ id: 'mt_1', name: '審議会 第2回', day: '2026-10-24', topics: '素案' }],
    results: [{ id: 'cc_1', title: '骨子案へのご意見', day: '2026-09-01' }],
    surveys: [{ id: 'sv_1', title: '市民アンケート', day: '2026-03-01' }],
    frame: { persons: 53_400, yearWords: '令和9年度', day: '2026-09-30' },
  })
  expect(news.map(({ title }) => title)).toEqual([
    '素案 第1版を公表しました',
    '審議会 第2回の記録を公開しました',
    '計画人口を決めました',
    '「骨子案へのご意見」の結果を公表しました',
  ])
  expect(news[2]?.note).toContain('令和9年度に53,400人')
})

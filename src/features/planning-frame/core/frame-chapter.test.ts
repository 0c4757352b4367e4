import { expect, test } from 'vitest'
import { frameChapter, withFrameChapter } from './frame-chapter.ts'
import type { PlanningFrame } from './scenario.ts'

const frame = {
  year: 2027,
  persons: 52_400,
  reason: '開発を見込みます。',
  alternatives: '',
  meeting: '政策調整会議',
  decidedOn: '2026-09-30',
  scenarioName: '開発反映',
  origin: 'invented',
} as unknown as PlanningFrame

test('the chapter says number, reason and decision, and that it is invented', () => {
  const { text } = frameChapter(frame)
  expect(text).toContain('令和9年（2027年）の計画人口を、**52,400人**とします（見本（架空）の推計です）。')
  expect(text).toContain('開発を見込みます。')
  expect(text).toContain('令和8年9月30日の政策調整会議で採用しました。')
})

test('it takes the place of the older one, or comes last', () => {
  const chapter = frameChapter(frame)
  const others = [{ heading: '策定の趣旨', text: 'x' }]
  expect(withFrameChapter(others, chapter)).toEqual([...others, chapter])
  const old = { ...chapter, text: '古い' }
  expect(withFrameChapter([old, ...others], chapter)).toEqual([chapter, ...others])
})

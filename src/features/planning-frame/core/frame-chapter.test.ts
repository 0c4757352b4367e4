import { expect, test } from 'vitest'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { noAssumptions } from './assumptions.ts'
import { frameChapter, withFrameChapter } from './frame-chapter.ts'
import { runScenario } from './run-scenario.ts'
import type { PlanningFrame } from './scenario.ts'

const inputs = inputsOf(oneCity(), 'life-table-and-rates')
const assumptions = {
  ...noAssumptions,
  households: { size: 2.5, change: 0, floor: 1 },
  workers: { share: 0.6 },
}
const frame: PlanningFrame = {
  id: 'fr_0000000001',
  scenarioId: 'sc_0000000001',
  exactPersons: 52_394,
  roundedTo: 100,
  inputs,
  assumptions,
  seed: 7,
  inputsHash: 'sha256:0',
  adoptedAt: '',
  year: 2027,
  persons: 52_400,
  reason: '開発を見込みます。',
  alternatives: '',
  meeting: '政策調整会議',
  decidedOn: '2026-09-30',
  scenarioName: '開発反映',
  origin: 'invented',
}
const counts = [{ year: 2020, persons: 49_872, source: '令和2年国勢調査' }]
const chapter = frameChapter({ frame, run: runScenario(frame, { withFan: true }), counts })

test('the chapter says number, reason and decision, and that it is invented', () => {
  expect(chapter.text).toContain(
    '令和9年（2027年）の計画人口を、**52,400人**とします（見本（架空）の推計です）。',
  )
  expect(chapter.text).toContain('開発を見込みます。')
  expect(chapter.text).toContain('令和8年9月30日の政策調整会議で採用しました。')
})

test('residents, households and workers of every year stand in it', () => {
  expect(chapter.text).toContain('- 2045年：52,884人（0～14歳')
  expect(chapter.text).toMatch(/- 2045年：21,154世帯（1世帯に2\.50人）、就業者[\d,]+人/)
  expect(chapter.text).toContain('簡易の数です')
})

test('so do the method, how far it can be trusted, and what can be run again', () => {
  expect(chapter.text).toContain('コーホート要因法')
  expect(chapter.text).toContain('子ども女性比')
  expect(chapter.text).toMatch(/2045年の人口は、10回に8回は[\d,]+人から[\d,]+人まで/)
  expect(chapter.text).toContain('「開発反映」の2015年から2020年への推計は、実績に対して＋1.9％')
  expect(chapter.text).toContain('入力の控え sha256:0…')
})

test('who is expected by development, and how they are not counted twice, is told with its source', () => {
  const rates = { M: inputs.base.M.map(() => 0), F: inputs.base.F.map(() => 0) }
  const developed = {
    ...assumptions,
    sites: [{ name: '駅東', profile: 'family', entrants: [{ year: 2026, persons: 1200 }] }],
    guard: '隣の市の2010年と2015年の国勢調査から。',
    guardTable: { kind: 'replace' as const, rates },
  }
  const own = { ...frame, assumptions: developed }
  const { text } = frameChapter({ frame: own, run: runScenario(own, { withFan: true }), counts })
  expect(text).toContain(
    '住宅の開発による転入を、合わせて1,200人見込んでいます。過去の開発を二重に数えないように、5～44歳の純移動率を、ほかの地域のものに置き換えました。隣の市の2010年と2015年の国勢調査から。',
  )
  expect(chapter.text).not.toContain('二重に数えない')
})

test('it takes the place of the older one, or comes last', () => {
  const others = [{ heading: '策定の趣旨', text: 'x' }]
  expect(withFrameChapter(others, chapter)).toEqual([...others, chapter])
  const old = { ...chapter, text: '古い' }
  expect(withFrameChapter([old, ...others], chapter)).toEqual([chapter, ...others])
})

import { expect, test } from 'vitest'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { TextRun, TextTable } from '#src/lib/document/text-document.ts'
import { planWithIndicator, planWithMeasure } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import { comparisonDocument } from './comparison-document.ts'

const compare = (after: PlanDocument, before = smallPlan()) => {
  const { blocks } = comparisonDocument(before, after, '2026-11-27')
  return blocks.filter((block): block is TextTable => block.kind === 'table')
}

const words = (runs: readonly TextRun[] = []) =>
  runs
    .map((run) =>
      typeof run === 'string'
        ? run
        : 'added' in run
          ? `＋${run.added}＋`
          : 'removed' in run
            ? `－${run.removed}－`
            : '?',
    )
    .join('')

test('a changed text stands on both sides, with the words marked that differ', () => {
  const [table] = compare(planWithMeasure({ desiredState: 'だれもが安心して子どもを育てられるまち。' }))
  expect(table?.caption).toBe('1-1　子育て環境の充実')
  const [newer, older] = (table?.rows[0] ?? []).map(words)
  expect(newer).toContain('＋')
  expect(newer?.replaceAll('＋', '')).toBe('だれもが安心して子どもを育てられるまち。')
  expect(older?.replaceAll('－', '')).toBe('だれもが安心して子どもを育てられる。')
})

test('targets stand with value, unit and year; what came or went has one side', () => {
  const weaker = planWithIndicator({ target: { fiscalYear: 2027, value: 5, comment: '', kind: 'value' } })
  const [newer, older, sentence] = (compare(weaker)[0]?.rows[0] ?? []).map(words)
  expect([newer, older].map((side) => side?.replaceAll(/[＋－]/g, ''))).toEqual([
    '5人（令和9年度）',
    '0人（令和9年度）',
  ])
  expect(sentence).toContain('目標')
  const removed = compare({ ...smallPlan(), indicators: [] })[0]?.rows[0] ?? []
  expect(removed.slice(0, 2).map(words)).toEqual(['（なし）', '－保育所等の待機児童数－'])
})

test('the same plan on both sides gives a document that says so, and no table', () => {
  const { blocks } = comparisonDocument(smallPlan(), smallPlan(), '2026-11-27')
  expect(blocks.map((block) => ('runs' in block ? words(block.runs) : ''))[0]).toMatch(/変更はありません|0件/)
  expect(compare(smallPlan())).toEqual([])
})

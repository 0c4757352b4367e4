import { expect, test } from 'vitest'
import { lintPlan } from '#src/features/plan/core/lint/lint-plan.ts'
import { readSamplePlan } from '#src/features/plan/sample/sample-plan.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { indicatorId, measureId, planWithMeasure } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import { bookFacts } from './book-facts.ts'
import { marksOf } from './chart-marks.ts'

const ofTheBook = (plan: PlanDocument) =>
  lintPlan(plan, { rendered: { of: bookFacts } }).findings.filter(({ ruleId }) =>
    ['DC004', 'DC005', 'DC006', 'DC007', 'DC008', 'DC011', 'DC012'].includes(ruleId),
  )

test('headings, tables and figures of the book stand under their items', () => {
  const { headings, tables, figures } = bookFacts(smallPlan())
  expect(headings[0]).toMatchObject({ level: 1, text: expect.stringContaining('みほん市総合計画') })
  expect(headings.find(({ subjectId }) => subjectId === measureId)).toMatchObject({ level: 3 })
  expect(tables).toMatchObject([
    {
      subjectId: measureId,
      caption: '子育て環境の充実の指標',
      head: ['指標', '基準値', '中間値', '目標値', '方向と出典'],
      rows: [
        [
          expect.stringMatching(/^保育所等の待機児童数\n/),
          '18人（令和4年度）',
          '8人（令和7年度）',
          '0人（令和9年度）',
          expect.any(String),
        ],
      ],
    },
  ])
  expect(figures).toMatchObject([{ subjectId: indicatorId, alternative: expect.stringContaining('目標は') }])
  expect(figures[0]?.marks.length).toBeGreaterThan(2)
})

test('the book of the sample town is clean, and a text that contradicts its own table is found', () => {
  expect(ofTheBook(readSamplePlan())).toEqual([])
  const text = '保育所等の待機児童数の目標は3人です。施策1-9と図2に示します。'
  const plan = planWithMeasure({ situation: [{ id: `${measureId}/situation/p1`, text }] })
  expect(ofTheBook(plan).map(({ message }) => message)).toEqual([
    '「保育所等の待機児童数」が、本文は3人、表は0人です。',
    expect.stringMatching(/施策1-9|図2/),
    expect.stringMatching(/施策1-9|図2/),
  ])
})

test('marks of one form are told apart by their colour only, hollow and dashed ones are not', () => {
  const line = (style: string) => `<path d="M1 2L3 4" fill="none" stroke-width="1" ${style}/>`
  const forms = (svg: string) => new Set(marksOf(svg).map(({ form }) => form)).size
  expect(forms(line('stroke="#c00"') + line('stroke="#00c"'))).toBe(1)
  expect(forms(line('stroke="#c00"') + line('stroke="#00c" stroke-dasharray="1 1"'))).toBe(2)
  expect(forms('<circle r="1" fill="#111"/><circle r="1" fill="#ffffff" stroke="#111"/>')).toBe(2)
})

import { expect, test } from 'vitest'
import { changesOf, measureOf } from './cases/plan-cases.ts'
import { changedTexts } from './change-texts.ts'
import { textDiff } from './text-diff.ts'

test('a paragraph shows what it said and what it says', () => {
  const [change] = changesOf((plan) => {
    for (const issue of measureOf(plan).issues) issue.text = '年度の途中にも保育所へ入れることが課題です。'
  })
  const { before, after } = changedTexts(change ?? { edits: [] })
  expect(before).toBe('年度の途中に保育所へ入りにくいことが課題です。')
  expect(textDiff(before, after).map(({ kind }) => kind)).toContain('removed')
})

test('a direction that goes shows its heading and text', () => {
  const changes = changesOf((plan) => Object.assign(measureOf(plan), { directions: [] }))
  expect(changedTexts(changes[0] ?? { edits: [] })).toEqual({
    before: '受入れの拡大\n保育士の確保を進めます。',
    after: '',
  })
})

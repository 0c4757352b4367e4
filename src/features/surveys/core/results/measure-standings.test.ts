import { expect, test } from 'vitest'
import { measureStandings } from './measure-standings.ts'
import type { PortfolioLine } from './portfolio-result.ts'

const line = (
  label: string,
  satisfaction: number,
  importance: number,
  measureId?: string,
): PortfolioLine => ({
  number: 1,
  label,
  measureId,
  satisfaction: { estimate: satisfaction, answers: 300 },
  importance: { estimate: importance, answers: 300 },
  quadrant: 'improve',
  isUndecided: false,
  gap: importance - satisfaction,
  answers: 300,
})

test('ranks among all lines, also those without a measure; equal means share the better rank', () => {
  const standings = measureStandings([
    line('公共交通', -0.8, 1.4, 'me_1'),
    line('医療', -0.1, 1.6, 'me_2'),
    line('観光', -0.1, 0.2),
    line('子育て', 0.4, 1.4, 'me_3'),
  ])
  expect([...standings.keys()]).toEqual(['me_1', 'me_2', 'me_3'])
  expect(standings.get('me_1')).toMatchObject({ satisfactionRank: 4, importanceRank: 2, of: 4 })
  expect(standings.get('me_2')).toMatchObject({ satisfactionRank: 2, importanceRank: 1 })
  expect(standings.get('me_3')).toMatchObject({ satisfactionRank: 1, importanceRank: 2 })
})

test('no lines, nothing', () => {
  expect(measureStandings([]).size).toBe(0)
})

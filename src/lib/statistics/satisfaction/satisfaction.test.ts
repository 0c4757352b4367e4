import { expect, test } from 'vitest'
import { inventedSurvey } from '#test/statistics/invented-survey.ts'
import { prepareDesign, simpleRandomSample } from '../design/sampling-design.ts'
import { fiveStepPoints, scoreValues } from '../tabulation/score.ts'
import { gaps, improvementIndexes, standardGaps } from './improvement-index.ts'
import { confidenceEllipse, satisfactionPortfolio } from './portfolio.ts'
import { standardScores } from './standard-scores.ts'

const three = [
  { satisfaction: 0.4, importance: 1 },
  { satisfaction: 0.1, importance: 1.2 },
  { satisfaction: -0.2, importance: 0.5 },
]
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 11))

test('three items worked by hand: 偏差値, distance, angle and index (example-checks tiny.cs3)', () => {
  expect(standardScores([0.4, 0.1, -0.2], 'sample')).toEqual(close([60, 50, 40]))
  expect(standardScores([1, 1.2, 0.5], 'sample')).toEqual(
    close([52.7735009811261, 58.3205029433784, 38.9059960754954]),
  )
  const indexes = improvementIndexes(three, 'sample') ?? []
  expect(indexes.map(({ distance }) => distance)).toEqual(
    close([10.3774904332554, 8.32050294337844, 14.9357598761135]),
  )
  expect(indexes.map(({ angle = 0 }) => angle)).toEqual(close([119.498640433063, 45, 92.9688862258027]))
  expect(indexes.map(({ index }) => index)).toEqual(
    close([-3.40135398764615, 4.16025147168922, -0.492695241867667]),
  )
})

test('too few items, equal items and the centre', () => {
  expect(improvementIndexes(three.slice(1), 'sample')).toBeUndefined()
  expect(
    improvementIndexes(
      three.map((item) => ({ ...item, importance: 1 })),
      'sample',
    ),
  ).toBeUndefined()
  const crossed = [0, 1, 2].map((value) => ({ satisfaction: value, importance: value === 1 ? 1 : 2 - value }))
  expect(improvementIndexes(crossed, 'population')?.[1]).toEqual({ distance: 0, index: 0, grade: 'keep' })
  expect(gaps(three)).toEqual(close([0.6, 1.1, 0.7]))
  expect(standardGaps(three, 'sample')).toEqual(
    close([-0.72264990188739, 0.83205029433784, -0.10940039245046]),
  )
})

function portfolio() {
  const { item, design } = inventedSurvey()
  const plain = prepareDesign(simpleRandomSample(design.rows))
  const values = (name: string) => scoreValues(item(name), { points: fiveStepPoints, variant: 'valid' })
  const items = [1, 2, 3, 4, 5, 6].map((place) => ({
    satisfaction: values(`q0${place}`),
    importance: values(`q${String(place + 6).padStart(2, '0')}`),
  }))
  return satisfactionPortfolio(items, plain)
}

test('CS portfolio of the invented survey: means, 偏差値 and index of the first three items', () => {
  const { points } = portfolio()
  const satisfaction = points.map((point) => point.satisfaction.estimate)
  const importance = points.map((point) => point.importance.estimate)
  expect(satisfaction.slice(0, 3)).toEqual(close([-0.136237897648686, 0.0493398193189715, 0.128222996515679]))
  expect(importance.slice(0, 3)).toEqual(close([0.023643949930459, 0.18118948824343, 0.305226480836237]))
  const scores = [standardScores(satisfaction, 'sample'), standardScores(importance, 'sample')]
  expect(scores[0]?.slice(0, 3)).toEqual(close([44.141978204825, 52.3080007767117, 55.7791169002208]))
  expect(scores[1]?.slice(0, 3)).toEqual(close([50.7515764564631, 58.4488493322009, 64.5089801927528]))
  const pairs = points.map((_, place) => ({
    satisfaction: satisfaction[place] ?? 0,
    importance: importance[place] ?? 0,
  }))
  expect(
    improvementIndexes(pairs, 'sample')
      ?.slice(0, 3)
      .map(({ index }) => index),
  ).toEqual(close([3.43278839097055, 2.89233133091728, 4.04008655472507]))
})

test('a point whose interval holds an axis is undecided', () => {
  const { points, axes } = portfolio()
  const first = points[0]
  expect(first?.quadrant).toBe('improve')
  expect(Math.abs((first?.importance.estimate ?? 0) - axes.importance)).toBeLessThan(0.05)
  expect(first?.isUndecided).toBe(true)
  expect(points.some(({ isUndecided }) => !isUndecided)).toBe(true)
})

test('an ellipse lies along the larger variance and turns with the covariance', () => {
  const upright = confidenceEllipse([1, 0, 0, 4])
  expect(upright.degrees).toBeCloseTo(90, 12)
  expect(upright.long / upright.short).toBeCloseTo(2, 12)
  // χ²₂(0.95) = −2·log 0.05
  expect(upright.short).toBeCloseTo(Math.sqrt(-2 * Math.log(0.05)), 11)
  expect(confidenceEllipse([2, 1, 1, 2]).degrees).toBeCloseTo(45, 12)
})

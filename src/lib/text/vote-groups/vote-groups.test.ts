import { expect, test } from 'vitest'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { kMeans } from '../topics/k-means.ts'
import { groupVotes, type Mark, type VoterMarks, withinSquares } from './group-votes.ts'
import { pointSilhouette } from './point-silhouette.ts'
import { principalPlane } from './principal-components.ts'

/** Twelve voters, six statements; figures below by R 4: prcomp(m), kmeans(scores, k, nstart = 50), cluster::silhouette. */
const matrix = [
  [1, 1, -1, -1, 0, 1],
  [1, 1, -1, -1, 1, 1],
  [1, 0, -1, -1, 0, 1],
  [1, 1, -1, 0, -1, 1],
  [1, 1, -1, -1, -1, 1],
  [0, 1, -1, -1, 1, 1],
  [-1, -1, 1, 1, 0, 1],
  [-1, -1, 1, 1, 1, 1],
  [-1, 0, 1, 1, -1, 0],
  [-1, -1, 1, 0, 0, 1],
  [0, -1, 1, 1, 1, 1],
  [-1, -1, 0, 1, -1, 1],
]
const firstPoints = [
  [-1.9557529, 0.04735680547],
  [-1.93826265, 1.00596551613],
  [-1.4677651, 0.17119587982],
  [-1.48499062, -1.10149276113],
]
const marks: readonly Mark[] = ['disagree', 'pass', 'agree']
const voters: VoterMarks[] = matrix.map((row, at) => ({
  id: String(at + 1).padStart(2, '0'),
  marks: row.map((value) => marks[value + 1]),
}))
const options = { seed: 'test', least: 5, most: 5 }

test('principal components are those of R', () => {
  const plane = principalPlane(matrix)
  expect(plane?.explained[0]).toBeCloseTo(0.719456974542, 8)
  expect(plane?.explained[1]).toBeCloseTo(0.171851164815, 8)
  for (const [at, [x = 0, y = 0]] of firstPoints.entries()) {
    expect(plane?.points[at]?.x).toBeCloseTo(x, 7)
    expect(plane?.points[at]?.y).toBeCloseTo(y, 7)
  }
})

test('k-means and silhouette of the points are those of R', () => {
  const points = principalPlane(matrix)?.points ?? []
  const two = Array.from({ length: 12 }, (_, at) => (at < 6 ? 0 : 1))
  const three = [0, 0, 0, 0, 0, 0, 1, 1, 2, 1, 1, 2]
  expect(withinSquares(points, two)).toBeCloseTo(9.252552719, 7)
  expect(withinSquares(points, three)).toBeCloseTo(5.429516661, 7)
  expect(pointSilhouette(points, two)).toBeCloseTo(0.6609282093, 8)
  expect(pointSilhouette(points, three)).toBeCloseTo(0.6362058116, 8)
  const rows = { width: 2, values: Float64Array.from(points.flatMap(({ x, y }) => [x, y])) }
  expect([...kMeans(rows, 2, seededRandom('a'))]).toEqual(two)
})

test('voters who answer alike are a group, whatever their order; smaller groups than allowed are never formed', () => {
  const found = groupVotes(voters, options)
  expect(found?.groups).toEqual([
    ['01', '02', '03', '04', '05', '06'],
    ['07', '08', '09', '10', '11', '12'],
  ])
  expect(found?.choices).toEqual([{ groups: 2, silhouette: 0.6609 }])
  expect(found?.explained).toBe(0.8913)
  expect(groupVotes(shuffled(voters, seededRandom('b')), options)).toEqual(found)
  expect(groupVotes(voters, { ...options, least: 7 })).toBeUndefined()
})

test('who answered fewer than half of the statements is in no group', () => {
  const silent = { id: '13', marks: ['agree', 'agree', undefined, undefined, undefined, undefined] as Mark[] }
  const found = groupVotes([...voters, silent], options)
  expect(found?.left).toEqual(['13'])
  expect(found?.groups.flat()).not.toContain('13')
})

test('a blank counts as the mean of its statement, so it pulls nobody anywhere', () => {
  const withBlank = voters.map((voter) =>
    voter.id === '01' ? { ...voter, marks: voter.marks.with(5, undefined) } : voter,
  )
  const filled = matrix.map((row, at) => (at === 0 ? row.with(5, 10 / 11) : row))
  expect(groupVotes(withBlank, options)?.explained).toBeCloseTo(
    (principalPlane(filled)?.explained ?? [0, 0]).reduce((sum, share) => sum + share, 0),
    4,
  )
})

test('where all say the same there is nothing to divide; an id that occurs twice is refused', () => {
  const same = voters.map(({ id }) => ({ id, marks: ['agree', 'pass'] as Mark[] }))
  expect(groupVotes(same, options)).toBeUndefined()
  expect(groupVotes([], options)).toBeUndefined()
  expect(() => groupVotes([...voters, ...voters], options)).toThrow(RangeError)
})

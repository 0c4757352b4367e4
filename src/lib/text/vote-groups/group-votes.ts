import { inIdOrder, rounded } from '../order.ts'
import { seededRandom } from '../seeded-random.ts'
import { kMeans } from '../topics/k-means.ts'
import { pointSilhouette } from './point-silhouette.ts'
import { type PlanePoints, principalPlane } from './principal-components.ts'

/** What one voter said to each statement: agrees, disagrees, passes, or left it blank. */
export type Mark = 'agree' | 'disagree' | 'pass' | undefined
export type VoterMarks = { id: string; marks: readonly Mark[] }

export type VoteGroups = {
  /** Voters by group, the largest group first. */
  groups: string[][]
  /** Voters who answered fewer than half of the statements: they are in no group. */
  left: string[]
  /** Every number of groups that was tried and allowed, with its silhouette. */
  choices: { groups: number; silhouette: number }[]
  /** Share of the differences that the two directions show, 0–1. */
  explained: number
}

type GroupOptions = { seed: string /** No group is smaller than this. */; least: number; most: number }

const starts = 25
const values = { agree: 1, disagree: -1, pass: 0 } as const

/**
 * Groups of voters who answered alike: agree 1, disagree −1, pass 0, a blank as the mean of the statement; the two
 * principal components; k-means from 25 starts, the number of groups by the silhouette (Small et al. 2021, Polis, who use
 * the same steps). Groups under `least` are never formed: where no division keeps to it, there is none (undefined).
 *
 * The order of the voters does not matter. Refuses an id that occurs twice (RangeError).
 */
export function groupVotes(voters: readonly VoterMarks[], options: GroupOptions): VoteGroups | undefined {
  const { least, most } = options
  const isCounted = ({ marks }: VoterMarks) =>
    marks.filter((mark) => mark !== undefined).length * 2 >= marks.length
  const ordered = inIdOrder(voters)
  const counted = ordered.filter(isCounted)
  if (counted.length < 2 * least) return undefined
  const plane = principalPlane(filledIn(counted))
  if (!plane) return undefined
  const found = Array.from({ length: Math.max(0, most - 1) }, (_, at) => at + 2)
    .filter((count) => count * least <= counted.length)
    .map((count) => division(plane, count, options))
    .filter(({ labels, count }) => smallestOf(labels, count) >= least)
  const best = found.reduce<Division | undefined>(
    (kept, one) => (kept === undefined || one.silhouette > kept.silhouette ? one : kept),
    undefined,
  )
  if (!best) return undefined
  const groups = Array.from({ length: best.count }, (_, group) =>
    counted.filter((__, at) => best.labels[at] === group).map(({ id }) => id),
  )
  return {
    groups: groups.sort((a, b) => b.length - a.length),
    left: ordered.filter((one) => !isCounted(one)).map(({ id }) => id),
    choices: found.map(({ count, silhouette }) => ({ groups: count, silhouette })),
    explained: rounded(plane.explained[0] + plane.explained[1]),
  }
}

/** Statements nobody answered say nothing of anybody and are 0 for all. */
function filledIn(voters: readonly VoterMarks[]): number[][] {
  const width = Math.max(0, ...voters.map(({ marks }) => marks.length))
  const means = Array.from({ length: width }, (_, column) => {
    const given = voters.flatMap(({ marks }) => {
      const mark = marks[column]
      return mark === undefined ? [] : [values[mark]]
    })
    return given.length > 0 ? given.reduce<number>((all, value) => all + value, 0) / given.length : 0
  })
  return voters.map(({ marks }) =>
    means.map((mean, column) => {
      const mark = marks[column]
      return mark === undefined ? mean : values[mark]
    }),
  )
}

type Division = { count: number; labels: number[]; silhouette: number }

/** The division with the smallest sum of squares of all starts; of equals the first. */
function division({ points }: PlanePoints, count: number, { seed }: GroupOptions): Division {
  const random = seededRandom(`${seed}/${count}`)
  const rows = { width: 2, values: Float64Array.from(points.flatMap(({ x, y }) => [x, y])) }
  let best: { labels: number[]; squares: number } | undefined
  for (let start = 0; start < starts; start++) {
    const labels = [...kMeans(rows, count, random)]
    const squares = withinSquares(points, labels)
    if (best === undefined || squares < best.squares - 1e-9) best = { labels, squares }
  }
  const labels = best?.labels ?? []
  return { count, labels, silhouette: rounded(pointSilhouette(points, labels)) }
}

/** Sum of the squared distances of the points from the middle of their group. */
export function withinSquares(points: PlanePoints['points'], labels: readonly number[]): number {
  const groups = Map.groupBy(
    points.map((point, at) => ({ point, label: labels[at] ?? 0 })),
    ({ label }) => label,
  )
  let total = 0
  for (const members of groups.values()) {
    const x = members.reduce((sum, { point }) => sum + point.x, 0) / members.length
    const y = members.reduce((sum, { point }) => sum + point.y, 0) / members.length
    for (const { point } of members) total += (point.x - x) ** 2 + (point.y - y) ** 2
  }
  return total
}

const smallestOf = (labels: readonly number[], count: number) =>
  Math.min(...Array.from({ length: count }, (_, group) => labels.filter((label) => label === group).length))

import type { Random } from '../seeded-random.ts'
import type { Rows } from './reduce.ts'

const mostRounds = 25

/**
 * k-means (Lloyd 1982) from starting points drawn by k-means++ (Arthur and Vassilvitskii 2007). Of two
 * centres equally near the first wins. Gives the cluster of each row, numbered without gaps by their first
 * row.
 */
export function kMeans(rows: Rows, clusters: number, random: Random): Int32Array {
  const { width } = rows
  const count = rows.values.length / width
  const centres = startingCentres(rows, clusters, random)
  const labels = new Int32Array(count).fill(-1)
  for (let round = 0; round < mostRounds; round++) {
    if (!assign(rows, centres, labels)) break
    moveCentres(rows, labels, centres)
  }
  return renumbered(labels)
}

function startingCentres(rows: Rows, clusters: number, random: Random): Float64Array {
  const { width, values } = rows
  const count = values.length / width
  const centres = new Float64Array(clusters * width)
  const nearest = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  let chosen = Math.floor(random() * count)
  for (let cluster = 0; cluster < clusters; cluster++) {
    const centre = values.subarray(chosen * width, (chosen + 1) * width)
    centres.set(centre, cluster * width)
    let total = 0
    for (let row = 0; row < count; row++) {
      const least = nearest[row] as number
      nearest[row] = Math.min(least, distance(rows, row, { centre, least }))
      total += nearest[row] as number
    }
    let left = random() * total
    chosen = 0
    while (chosen < count - 1 && left >= (nearest[chosen] as number)) left -= nearest[chosen++] as number
  }
  return centres
}

/** The squared distance, or, once it cannot be below `least` any more, what it came to so far. */
function distance({ width, values }: Rows, row: number, { centre, least }: Nearest): number {
  const start = row * width
  let sum = 0
  for (let column = 0; column < width; column++) {
    const difference = (values[start + column] as number) - (centre[column] as number)
    sum += difference * difference
    if (sum >= least) return sum
  }
  return sum
}

type Nearest = { centre: Float64Array; least: number }

/** Gives each row its nearest centre; tells whether one changed. */
function assign(rows: Rows, centres: Float64Array, labels: Int32Array): boolean {
  let hasChanged = false
  const all = Array.from({ length: centres.length / rows.width }, (_, cluster) =>
    centres.subarray(cluster * rows.width, (cluster + 1) * rows.width),
  )
  for (let row = 0; row < labels.length; row++) {
    let best = 0
    let least = Number.POSITIVE_INFINITY
    for (let cluster = 0; cluster < all.length; cluster++) {
      const centre = all[cluster] as Float64Array
      const here = distance(rows, row, { centre, least })
      if (here < least) {
        least = here
        best = cluster
      }
    }
    if (labels[row] !== best) hasChanged = true
    labels[row] = best
  }
  return hasChanged
}

/** Each centre goes to the mean of its rows; one without rows stays. */
function moveCentres({ width, values }: Rows, labels: Int32Array, centres: Float64Array): void {
  const sums = new Float64Array(centres.length)
  const counts = new Int32Array(centres.length / width)
  for (let row = 0; row < labels.length; row++) {
    const cluster = labels[row] as number
    counts[cluster] = (counts[cluster] as number) + 1
    for (let column = 0; column < width; column++) {
      const at = cluster * width + column
      sums[at] = (sums[at] as number) + (values[row * width + column] as number)
    }
  }
  for (let at = 0; at < centres.length; at++) {
    const size = counts[Math.floor(at / width)] as number
    if (size > 0) centres[at] = (sums[at] as number) / size
  }
}

function renumbered(labels: Int32Array): Int32Array {
  const numbers = new Map<number, number>()
  return labels.map((label) => {
    const number = numbers.get(label) ?? numbers.size
    numbers.set(label, number)
    return number
  })
}

/** A stratum of the frame: persons, and for Neyman's allocation the standard deviation of the answer. */
export type FrameStratum = { population: number; deviation?: number }

/** How a sample is divided among strata. */
export type AllocationRule = 'proportional' | 'equal' | 'neyman'

/** Persons in the whole sample, the rule, and at least how many of each stratum. */
export type AllocationAim = { sample: number; rule: AllocationRule; minimum?: number; takeAll?: boolean }

/** The sizes of the strata, in their order. */
export type Allocation = {
  /** Persons to draw in each stratum; the sum is the sample exactly. */
  sizes: number[]
  /** Strata of fewer than 2, which show no variance: to be merged with another. */
  tooSmall: number[]
}

/**
 * Divides a sample among strata: proportional n·N_h/N, equal, or Neyman n·N_hS_h/ΣN_hS_h, with a minimum
 * each.
 *
 * Rounded by largest remainders, ties to the lower stratum. Refuses (RangeError) a stratum that would have
 * to give more persons than it has (with `takeAll` it is drawn whole and the others give the rest), a
 * sample above the population, and Neyman without deviations.
 */
export function allocateSample(
  strata: readonly FrameStratum[],
  { sample, rule, minimum = 0, takeAll = false }: AllocationAim,
): Allocation {
  const population = strata.reduce((sum, stratum) => sum + stratum.population, 0)
  if (!Number.isInteger(sample) || sample < 1) throw new RangeError('標本の大きさは1以上の整数です')
  if (sample > population) throw new RangeError(`標本${sample}人が、母集団${population}人を超えています`)
  const floors = strata.map((stratum) => Math.min(minimum, stratum.population))
  const kept = floors.reduce((sum, floor) => sum + floor, 0)
  if (kept > sample) throw new RangeError('層ごとの最小の人数の合計が、標本を超えています')
  const claims = strata.map((stratum) => claimOf(stratum, rule))
  const shares = shareOut({ strata, claims, floors, sample, takeAll })
  const sizes = largestRemainders(shares, sample)
  for (const [place, size] of sizes.entries()) {
    if (size > (strata[place] as FrameStratum).population)
      throw new RangeError(`層${place + 1}：抽出数${size}人が、人口を超えています`)
  }
  return { sizes, tooSmall: [...sizes.keys()].filter((place) => (sizes[place] as number) < 2) }
}

function claimOf({ population, deviation }: FrameStratum, rule: AllocationRule): number {
  if (rule === 'proportional') return population
  if (rule === 'equal') return population > 0 ? 1 : 0
  if (deviation === undefined) throw new RangeError('ネイマン配分には、層ごとの標準偏差が要ります')
  return population * deviation
}

type Sharing = {
  strata: readonly FrameStratum[]
  claims: number[]
  floors: number[]
  sample: number
  takeAll: boolean
}

/**
 * Shares by claim; a stratum below its minimum or above its persons is fixed there, and the rest divided
 * anew.
 */
function shareOut({ strata, claims, floors, sample, takeAll }: Sharing): number[] {
  const fixed = new Map<number, number>()
  for (;;) {
    const free = [...strata.keys()].filter((place) => !fixed.has(place))
    const rest = sample - [...fixed.values()].reduce((sum, size) => sum + size, 0)
    const claimed = free.reduce((sum, place) => sum + (claims[place] as number), 0)
    if (free.length > 0 && rest > 0 && claimed === 0) throw new RangeError('標本を配分できる層がありません')
    const shareOf = (place: number) => (claimed === 0 ? 0 : (rest * (claims[place] as number)) / claimed)
    const over = free.filter(
      (place) => takeAll && shareOf(place) > (strata[place] as FrameStratum).population,
    )
    const under = free.filter((place) => shareOf(place) < (floors[place] as number))
    if (over.length === 0 && under.length === 0)
      return strata.map((_, place) => fixed.get(place) ?? shareOf(place))
    for (const place of over) fixed.set(place, (strata[place] as FrameStratum).population)
    if (over.length === 0) for (const place of under) fixed.set(place, floors[place] as number)
  }
}

/**
 * Whole numbers with the given sum, each within 1 of its share (Hamilton's method); ties to the earlier
 * place.
 */
export function largestRemainders(shares: readonly number[], sum: number): number[] {
  const sizes = shares.map((share) => Math.floor(share + 1e-9))
  const rest = sum - sizes.reduce((total, size) => total + size, 0)
  const remainder = (place: number) =>
    Math.round(((shares[place] as number) - (sizes[place] as number)) * 1e9)
  const order = [...shares.keys()].sort((a, b) => remainder(b) - remainder(a) || a - b)
  for (const place of order.slice(0, rest)) sizes[place] = (sizes[place] as number) + 1
  return sizes
}

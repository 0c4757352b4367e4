import { type Category, type Codes, codesFor } from '../category.ts'

/** Respondents of equal weight as one class each: `weights` by class. */
export type WeightClasses = { codes: Codes; weights: Float64Array; count: number }

const most = 4000
const known = new WeakMap<Float64Array, WeightClasses | 'many'>()

/**
 * The classes of equal weights, where they are few: design weights, post-stratified and raked ones are. Then a table is
 * made of whole numbers alone, and its weighted sums are count × weight by class. Undefined where nearly every weight is
 * another. Weights are never written to after they were used, so what was found is kept.
 */
export function weightClassesOf(weights: Float64Array): WeightClasses | undefined {
  const before = known.get(weights)
  if (before) return before === 'many' ? undefined : before
  const found = classesOf(weights)
  known.set(weights, found ?? 'many')
  return found
}

function classesOf(weights: Float64Array): WeightClasses | undefined {
  const places = new Map<number, number>()
  const codes = codesFor(weights.length, most)
  let last = Number.NaN
  let place = -1
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row] as number
    if (weight !== last) {
      last = weight
      place = places.get(weight) ?? places.size
      places.set(weight, place)
      if (places.size > most) return undefined
    }
    codes[row] = place
  }
  return { codes, weights: Float64Array.from(places.keys()), count: places.size }
}

const packed = new WeakMap<Codes, WeakMap<Codes, Codes>>()

/** Class and column of every row in one code, class × columns + column; who has no column is in the last. */
export function packedCodes(classes: WeightClasses, { codes, count }: Category): Codes {
  const beside = packed.get(codes) ?? new WeakMap<Codes, Codes>()
  packed.set(codes, beside)
  const before = beside.get(classes.codes)
  if (before) return before
  const columns = count + 1
  const both = codesFor(codes.length, classes.count * columns)
  const ofRow = classes.codes
  for (let row = 0; row < both.length; row++) {
    const column = codes[row] as number
    both[row] = (ofRow[row] as number) * columns + (column < 0 ? count : column)
  }
  beside.set(classes.codes, both)
  return both
}

/** How many rows have each code (from −3) and each packed code: place (code + 3) × width + packed. */
export function countPacked(
  codes: Codes,
  both: Codes,
  { lines, width, domain }: { lines: number; width: number; domain?: Uint8Array | undefined },
): Int32Array {
  const cells = new Int32Array((lines + 3) * width)
  if (domain) {
    for (let row = 0; row < codes.length; row++) {
      if (domain[row] === 0) continue
      const cell = ((codes[row] as number) + 3) * width + (both[row] as number)
      cells[cell] = (cells[cell] as number) + 1
    }
    return cells
  }
  for (let row = 0; row < codes.length; row++) {
    const cell = ((codes[row] as number) + 3) * width + (both[row] as number)
    cells[cell] = (cells[cell] as number) + 1
  }
  return cells
}

import type { Category } from '../category.ts'

/** A cell that is weak or empty, and the neighbour it could be merged with. */
export type WeakCell = { cell: number; answers: number; mergeWith?: number }

/**
 * Weights that give every cell its population: wᵢ·N_c/Σ_c w (post-stratification).
 *
 * With start weights of 1 and strata for cells this is the design weight N_h/n_h. `totals` holds the
 * persons of each cell. Refuses (RangeError) a row without cell, and a cell that has people and no
 * respondent, naming a neighbour to merge it with; gives cells of fewer than 10 respondents as `weak`.
 */
export function postStratify(
  cells: Category,
  totals: ArrayLike<number>,
  startWeights: Float64Array,
): { weights: Float64Array; weak: WeakCell[] } {
  const { sums, counts } = cellSums(cells, startWeights)
  checkTotals(totals, cells.count)
  const weak: WeakCell[] = []
  for (let cell = 0; cell < cells.count; cell++) {
    const answers = counts[cell] as number
    const total = totals[cell] as number
    if (total === 0 && answers === 0) continue
    const mergeWith = neighbourOf(cell, counts)
    if (answers === 0) {
      const advice = mergeWith === undefined ? '' : `（${mergeWith + 1}番目の区分と合わせてください）`
      throw new RangeError(`${cell + 1}番目の区分に人口${total}人がいますが、回答がありません${advice}`)
    }
    if (total === 0) throw new RangeError(`${cell + 1}番目の区分に回答がありますが、人口が0人です`)
    if (answers < 10) weak.push({ cell, answers, mergeWith })
  }
  const weights = startWeights.map((weight, row) => {
    const cell = cells.codes[row] as number
    return (weight * (totals[cell] as number)) / (sums[cell] as number)
  })
  return { weights, weak }
}

/** Σw and respondents of each level. Refuses a row without level. */
export function cellSums({ codes, count }: Category, weights: Float64Array) {
  if (codes.length !== weights.length) throw new RangeError('区分の長さが、回答の数と違います')
  const sums = new Float64Array(count)
  const counts = new Int32Array(count)
  for (let row = 0; row < weights.length; row++) {
    const code = codes[row] as number
    if (code < 0 || code >= count)
      throw new RangeError(
        `${row + 1}番目の回答は、補正に使う変数が分かりません（「不明」の区分をつくるか、補ってください）`,
      )
    sums[code] = (sums[code] as number) + (weights[row] as number)
    counts[code] = (counts[code] as number) + 1
  }
  return { sums, counts }
}

/** Refuses (RangeError) totals that are negative, infinite, or not one a level. */
export function checkTotals(totals: ArrayLike<number>, count: number) {
  if (totals.length !== count) throw new RangeError('人口の数が、区分の数と違います')
  for (const total of Array.from(totals)) {
    if (!(total >= 0 && total < Number.POSITIVE_INFINITY)) throw new RangeError('人口は0以上の数です')
  }
}

/** The nearest cell that has respondents; of two as near, the one with fewer. */
function neighbourOf(cell: number, counts: Int32Array): number | undefined {
  const filled = [...counts.keys()].filter((other) => other !== cell && (counts[other] as number) > 0)
  filled.sort(
    (a, b) =>
      Math.abs(a - cell) - Math.abs(b - cell) || (counts[a] as number) - (counts[b] as number) || a - b,
  )
  return filled[0]
}

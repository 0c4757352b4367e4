import { type Category, combineCategories } from '../category.ts'
import type { PreparedDesign } from '../design/sampling-design.ts'
import { chiSquareUpper, fUpper } from '../distributions/distributions.ts'
import { type ShareCovariance, shareCovariance } from '../estimate/share-covariance.ts'
import { relativeEigenvalues } from '../matrix/eigenvalues.ts'

/** Both corrections of one test. */
export type RaoScottTest = {
  /** n·Σ(p̂−p̂ᵣp̂꜀)²/(p̂ᵣp̂꜀) on the weighted shares. */
  pearson: number
  /** Generalised design effects, largest first. */
  eigenvalues: number[]
  /** Second order: F with (ndf, ddf). R `svychisq(statistic = "F")`. */
  secondOrder: { F: number; ndf: number; ddf: number; p: number }
  /** First order: X²/mean(δ) as χ² with (r−1)(c−1). R `svychisq(statistic = "Chisq")`. */
  firstOrder: { statistic: number; degreesOfFreedom: number; p: number }
  /** Rows answering both questions; the weighted shares, by rows of the table. */
  answers: number
  shares: Float64Array
  /** Cells with a share of 0: their part of D⁻¹ is 0, the test is doubtful. */
  emptyCells: number
}

/**
 * Rao–Scott test of independence of two questions under a sampling design (Rao & Scott 1984, Thomas & Rao
 * 1987).
 *
 * δ are the eigenvalues of A⁻¹B, A = CᵀD⁻¹C/n, B = CᵀD⁻¹VD⁻¹C, with C orthogonal to constant, rows and
 * columns. F = X²/Σδ, ndf = (Σδ)²/Σδ², ddf = ndf·df of the domain of rows that answer both. Levels nobody
 * chose must be left out before; an A that is singular (too many empty cells) is a RangeError.
 */
export function raoScottTest(
  { row, column, domain }: { row: Category; column: Category; domain?: Uint8Array },
  design: PreparedDesign,
): RaoScottTest {
  const cells = combineCategories([row, column])
  const covariance = shareCovariance(cells, design, domain)
  const [rows, columns] = [row.count, column.count]
  if (rows < 2 || columns < 2) throw new RangeError('独立性の検定には、2行2列以上が要ります')
  const deltas = designEffectsOf(covariance, rows, columns)
  const sum = deltas.reduce((total, delta) => total + delta, 0)
  const squares = deltas.reduce((total, delta) => total + delta * delta, 0)
  const pearson = pearsonOfShares(covariance, rows, columns)
  const ndf = (sum * sum) / squares
  const ddf = ndf * covariance.degreesOfFreedom
  const tableDf = (rows - 1) * (columns - 1)
  const statistic = (pearson * tableDf) / sum
  return {
    pearson,
    eigenvalues: deltas,
    secondOrder: { F: pearson / sum, ndf, ddf, p: fUpper(pearson / sum, [ndf, ddf]) },
    firstOrder: { statistic, degreesOfFreedom: tableDf, p: chiSquareUpper(statistic, tableDf) },
    answers: covariance.answers,
    shares: covariance.shares,
    emptyCells: covariance.shares.filter((share) => share === 0).length,
  }
}

function pearsonOfShares({ shares, answers }: ShareCovariance, rows: number, columns: number): number {
  const share = (row: number, column: number) => shares[row * columns + column] as number
  const rowShares = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => share(row, column)).reduce((a, b) => a + b, 0),
  )
  const columnShares = Array.from({ length: columns }, (_, column) =>
    Array.from({ length: rows }, (_, row) => share(row, column)).reduce((a, b) => a + b, 0),
  )
  let sum = 0
  for (const [row, rowShare] of rowShares.entries()) {
    for (const [column, columnShare] of columnShares.entries()) {
      const expected = rowShare * columnShare
      if (expected === 0) throw new RangeError('回答のない行か列があります（検定の前に除いてください）')
      sum += (share(row, column) - expected) ** 2 / expected
    }
  }
  return answers * sum
}

/** Interaction contrasts e(a,b) − e(a,last) − e(last,b) + e(last,last), applied through their four places. */
function designEffectsOf({ shares, covariance, answers }: ShareCovariance, rows: number, columns: number) {
  const size = (rows - 1) * (columns - 1)
  const cells = rows * columns
  const inverse = shares.map((share) => (share === 0 ? 0 : 1 / share))
  const contrasts = Array.from({ length: size }, (_, place) => {
    const row = Math.floor(place / (columns - 1))
    const column = place % (columns - 1)
    const last = rows - 1
    return [
      { cell: row * columns + column, sign: 1 },
      { cell: row * columns + columns - 1, sign: -1 },
      { cell: last * columns + column, sign: -1 },
      { cell: last * columns + columns - 1, sign: 1 },
    ]
  })
  const base = new Float64Array(size * size)
  const other = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      for (const left of contrasts[a] as { cell: number; sign: number }[]) {
        for (const right of contrasts[b] as { cell: number; sign: number }[]) {
          const sign = left.sign * right.sign
          const scale = (inverse[left.cell] as number) * (inverse[right.cell] as number)
          const place = a * size + b
          other[place] =
            (other[place] as number) + sign * scale * (covariance[left.cell * cells + right.cell] as number)
          if (left.cell === right.cell)
            base[place] = (base[place] as number) + (sign * (inverse[left.cell] as number)) / answers
        }
      }
    }
  }
  return relativeEigenvalues({ size, values: base }, { size, values: other })
}

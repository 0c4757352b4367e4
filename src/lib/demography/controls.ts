import { refuse } from './projection-error.ts'
import type { Control } from './projection-inputs.ts'

/** The smallest and the largest factor a control multiplied a cell with. */
export type Factors = { least: number; most: number }

/**
 * Makes the states of one or more areas (each 2n cells, males first) meet a control, in place (formula 3.9).
 *
 * `scale`: every cell times C / Σ areas of that cell; with a total only, one factor for all cells. `rake`:
 * cells against sex × age and all of them against the total by turns. E-CTRL when a control asks for persons
 * where nobody is, or when the total and the cells contradict each other.
 */
export function applyControl(states: readonly Float64Array[], control: Control, where: string): Factors {
  const groups = (states[0] as Float64Array).length / 2
  const factors: Factors = { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY }
  const cells = [control.M, control.F].flatMap((values, sex) =>
    (values ?? []).map((value, group) => ({ cell: sex * groups + group, value })),
  )
  for (const { cell, value } of cells) scaleCell(states, { cell, value, where, factors })
  if (control.total === undefined) return factors
  if (cells.length === 2 * groups) {
    const sum = cells.reduce((total, { value }) => total + value, 0)
    if (control.mode === 'rake' && Math.abs(sum - control.total) > 1e-6) {
      refuse('E-CTRL', where, `男女・年齢別の合計（${sum}人）と総数（${control.total}人）が違います`)
    }
    if (control.mode === 'rake') return factors
  }
  scaleTotal(states, { value: control.total, where, factors })
  return factors
}

type CellToScale = { cell: number; value: number; where: string; factors: Factors }

function scaleCell(states: readonly Float64Array[], { cell, value, where, factors }: CellToScale) {
  let sum = 0
  for (const state of states) sum += state[cell] as number
  if (sum === 0 && value === 0) return
  if (sum === 0)
    refuse('E-CTRL', where, `${where}：誰もいない年齢区分に${value}人を割り当てることはできません`)
  const factor = note(factors, value / sum)
  for (const state of states) state[cell] = (state[cell] as number) * factor
}

function scaleTotal(states: readonly Float64Array[], { value, where, factors }: Omit<CellToScale, 'cell'>) {
  let sum = 0
  for (const state of states) for (const persons of state) sum += persons
  if (sum === 0) refuse('E-CTRL', where, `${where}：人口が0人なので、総数${value}人に合わせられません`)
  const factor = note(factors, value / sum)
  for (const state of states) for (const cell of state.keys()) state[cell] = (state[cell] as number) * factor
}

function note(factors: Factors, factor: number): number {
  factors.least = Math.min(factors.least, factor)
  factors.most = Math.max(factors.most, factor)
  return factor
}

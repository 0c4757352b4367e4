import { type CrossTable, type Line, linesOf, valuesOf } from './cross-table.ts'
import { freedomOf } from './protection.ts'

/**
 * A cell of a table that may leave the house. `voices` is null where it is hidden (printed as 「X」). `values`
 * are in order of the dimensions, null for a sum.
 */
export type PublicCell = { values: (string | null)[]; voices: number | null }

export type PublicTable = {
  dimensions: string[]
  cells: PublicCell[]
  /** How many were hidden for being small, and how many so that those cannot be worked out. */
  hidden: { small: number; others: number }
}

export type SuppressionOptions = {
  /** Counts of 1 to one less are hidden. 5 unless said otherwise. */
  least?: number
  /** A hidden count must stay uncertain by so much. 3 unless said otherwise. */
  leastWidth?: number
}

/** Beyond so many unknowns the audit is too long, and the table too fine to tell anybody anything. */
const mostHidden = 400

/**
 * Hides small cells (秘匿; security.md §5): counts of 1–4 persons, zeros in lines whose sum is hidden for that
 * reason, then in every line with a single hidden cell its smallest other one, until no hidden count can be
 * worked out from all sums or narrowed to a width below 3. Sums are kept as long as possible. Ties go by the
 * order of cells.
 *
 * `undefined` when the table is too fine: more than 400 cells would be hidden. Merge values, or drop a
 * dimension.
 */
export function suppressSmallCells(
  table: CrossTable,
  { least = 5, leastWidth = 3 }: SuppressionOptions = {},
): PublicTable | undefined {
  const lines = linesOf(table)
  const small = smallCells(table, lines, least)
  const hidden = new Set(small)
  const totals = new Set(lines.map(({ total }) => total))
  const state: State = { table, lines, linesByCell: linesByCell(lines), totals, hidden }
  if (!protect(state, leastWidth)) return undefined
  return {
    dimensions: table.dimensions.map(({ name }) => name),
    cells: [...table.voices].map((voices, cell) => ({
      values: valuesOf(table, cell),
      voices: hidden.has(cell) ? null : voices,
    })),
    hidden: { small: small.size, others: hidden.size - small.size },
  }
}

type State = {
  table: CrossTable
  lines: readonly Line[]
  linesByCell: ReadonlyMap<number, readonly Line[]>
  totals: ReadonlySet<number>
  hidden: Set<number>
}

function smallCells({ persons }: CrossTable, lines: readonly Line[], least: number): Set<number> {
  const isSmall = (cell: number) => (persons[cell] as number) > 0 && (persons[cell] as number) < least
  const small = new Set([...persons.keys()].filter(isSmall))
  for (const { parts, total } of lines) if (isSmall(total)) for (const part of parts) small.add(part)
  return small
}

function linesByCell(lines: readonly Line[]): Map<number, Line[]> {
  const byCell = new Map<number, Line[]>()
  for (const line of lines) {
    for (const cell of [...line.parts, line.total]) {
      const known = byCell.get(cell)
      if (known) known.push(line)
      else byCell.set(cell, [line])
    }
  }
  return byCell
}

/** Hides more until nothing can be worked out; false when too much would be hidden. */
function protect(state: State, leastWidth: number): boolean {
  const { table, lines, hidden } = state
  while (hidden.size <= mostHidden) {
    const lonely = lines.find((line) => cellsOf(line).filter((cell) => hidden.has(cell)).length === 1)
    if (lonely) {
      hideOneMore(state, [lonely])
      continue
    }
    const freedom = freedomOf(table.voices, lines, {
      isHidden: (cell) => hidden.has(cell),
      enough: leastWidth,
    })
    const exposed = [...freedom].find(([, width]) => width < leastWidth - 1e-6)
    if (!exposed) return true
    // When all lines of the cell are hidden already, any other line may help.
    if (!hideOneMore(state, state.linesByCell.get(exposed[0]) ?? []) && !hideOneMore(state, lines))
      return true
  }
  return false
}

const cellsOf = ({ parts, total }: Line) => [...parts, total]

/** Hides the smallest shown cell of the lines: parts before sums, counts before zeros, then the first. */
function hideOneMore({ table, totals, hidden }: State, lines: readonly Line[]): boolean {
  const shown = [...new Set(lines.flatMap(cellsOf))].filter((cell) => !hidden.has(cell))
  const rank = (cell: number) => (totals.has(cell) ? 2 : 0) + (table.voices[cell] === 0 ? 1 : 0)
  shown.sort((a, b) => rank(a) - rank(b) || (table.voices[a] ?? 0) - (table.voices[b] ?? 0) || a - b)
  const [chosen] = shown
  if (chosen === undefined) return false
  hidden.add(chosen)
  return true
}

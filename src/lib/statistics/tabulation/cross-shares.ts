import { type CrossTable, cellOf, columnBase, totalColumn } from './cross-tabulate.ts'
import type { Base } from './tabulate.ts'

/** What a share of a cross table is of: its column of the banner, its line of answers, or everybody. */
export type ShareOf = 'column' | 'line' | 'total'

/**
 * Weighted shares (0–1) of the options by the columns of the banner, options × columns by lines.
 *
 * `column` and `total` divide by the respondents of the base, `line` by those of the option. A share of
 * nobody is NaN.
 */
export function crossShares(
  table: CrossTable,
  { of, base = 'asked', dontKnow }: { of: ShareOf; base?: Base; dontKnow?: readonly number[] },
): Float64Array {
  const whole = totalColumn(table)
  const shares = new Float64Array(table.options * table.columns)
  for (let option = 0; option < table.options; option++) {
    for (let column = 0; column < table.columns; column++) {
      const { weight } = cellOf(table, option, column)
      const below = {
        column: () => columnBase(table, column, { base, dontKnow }),
        line: () => cellOf(whole, option, 0),
        total: () => columnBase(whole, 0, { base, dontKnow }),
      }[of]()
      shares[option * table.columns + column] = below.weight === 0 ? Number.NaN : weight / below.weight
    }
  }
  return shares
}

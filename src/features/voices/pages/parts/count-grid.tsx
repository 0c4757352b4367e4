import { ScrollFrame } from '#src/ui/parts.tsx'
import { cellWords, gridNote, gridTitle } from '../../core/voice-report-files.ts'
import type { CountGrid } from '../../core/voice-tables.ts'
import { CountBars } from './count-bars.tsx'

/** Two dimensions crossed: the sums of the rows as bars (once, where several tables have the same rows), and the whole table. */
export function GridView({ grid, hasBars = true }: { grid: CountGrid; hasBars?: boolean }) {
  const bars = grid.rows.map((label, at) => ({ label, count: grid.cells[at]?.at(-1) ?? null }))
  return (
    <div class="l-flow l-gap">
      {hasBars && <CountBars title={`${grid.row}ごとの意見の数`} bars={bars} />}
      <ScrollFrame label={gridTitle(grid)}>
        <table class="dads-table dads-table--wide">
          <caption>
            {gridTitle(grid)}
            <small>{gridNote(grid)}</small>
          </caption>
          <thead>
            <tr>
              <th scope="col">{grid.row}</th>
              {[...grid.columns, '計 n'].map((name) => (
                <th key={name} scope="col" class="is-num">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...grid.rows, '計 n'].map((name, at) => (
              <tr key={name} class={at === grid.rows.length ? 'is-total' : undefined}>
                <th scope="row" class="is-nowrap">
                  {name}
                </th>
                {(grid.cells[at] ?? []).map((count, column) => (
                  <td key={grid.columns[column] ?? 'sum'} class="is-num">
                    {cellWords(count)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </div>
  )
}

import type { WriteColumn, WriteValue } from '#src/lib/table/table.ts'
import { EmptyState, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { type RoundView, type RoundViewKind, roundViewLabels } from '../../core/views/round-view.ts'
import { isOfNumbers, shownValue } from '../../core/views/view-files.ts'
import { viewFileAddress, viewsAddress } from './addresses.ts'

type TabsProps = { roundId: string; views: readonly RoundView[]; current: RoundViewKind }

export function ViewTabs({ roundId, views, current }: TabsProps) {
  return (
    <nav class="dads-tab l-gap" aria-label="一覧">
      {views.map(({ kind, rows }) => (
        <a
          key={kind}
          href={`${viewsAddress(roundId)}?view=${kind}`}
          aria-current={kind === current ? 'page' : undefined}
        >
          {roundViewLabels[kind]}（{kind === 'costs' ? Math.max(0, rows.length - 1) : rows.length}）
        </a>
      ))}
    </nav>
  )
}

/** One view as a table with its files; without rows it says what to do. */
export function ViewTable({ roundId, view }: { roundId: string; view: RoundView }) {
  const label = roundViewLabels[view.kind]
  return (
    <section class="l-flow l-gap" aria-label={label}>
      <p>{view.note}</p>
      {view.rows.length === 0 ? (
        <EmptyState title={view.none}>
          <p>{view.advice}</p>
        </EmptyState>
      ) : (
        <>
          <p class="l-cluster">
            <a href={viewFileAddress(roundId, view.kind, 'xlsx')}>Excelで保存する</a>
            <a href={viewFileAddress(roundId, view.kind, 'csv')}>CSVで保存する</a>
          </p>
          <ScrollFrame label={label}>
            <table class="dads-table dads-table--dense dads-table--cards sb-viewtable">
              <caption>
                {label}
                <small>{view.rows.length}行</small>
              </caption>
              <thead>
                <tr>
                  {view.columns.map((column) => (
                    <th key={column.header} scope="col" class={looksOf(column)}>
                      {column.header}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {view.rows.map((row, at) => (
                  <tr key={at}>
                    {view.columns.map((column, place) => (
                      <ViewCell
                        key={column.header}
                        column={column}
                        value={row[place] ?? ''}
                        isHead={place === 0}
                      />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollFrame>
        </>
      )}
    </section>
  )
}

function ViewCell({ column, value, isHead }: { column: WriteColumn; value: WriteValue; isHead: boolean }) {
  const words = shownValue(value, column.format)
  if (isHead)
    return (
      <th scope="row" class={looksOf(column)}>
        {words}
      </th>
    )
  return (
    <td class={looksOf(column)} data-label={column.header}>
      {words === '' ? <NoValue words="回答なし" /> : <span class="sb-prewrap">{words}</span>}
    </td>
  )
}

const [midFrom, longFrom] = [16, 28]

function looksOf({ format, width }: WriteColumn) {
  if (isOfNumbers(format)) return 'is-num'
  if (width >= longFrom) return 'is-long'
  return width >= midFrom ? 'is-mid' : undefined
}

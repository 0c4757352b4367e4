import { groupedNumber } from '#src/lib/text/number-format.ts'
import { NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { type AgeRow, type CareRow, careBands } from '../../core/age-table.ts'
import type { Fan } from '../../core/fan.ts'

export const whole = (value: number) => groupedNumber(Math.round(value), 0)

export const percentOf = (part: number, all: number) =>
  all > 0 ? `${groupedNumber((part / all) * 100, 1)}％` : '―'

/** How much more or less in percent, with its sign. */
export function changePercent(from: number, to: number): string {
  const percent = from > 0 ? (to / from - 1) * 100 : Number.NaN
  if (Number.isNaN(percent)) return '―'
  return `${percent > 0 ? '＋' : ''}${groupedNumber(percent, 1)}％`
}

/** A number with its sign, 増減 of persons. */
export const signed = (value: number) => {
  const rounded = Math.round(value)
  if (rounded === 0) return '±0'
  return rounded > 0 ? `＋${groupedNumber(rounded, 0)}` : `−${groupedNumber(-rounded, 0)}`
}

const Cell = ({ value }: { value: number | undefined }) => (
  <td class="is-num">{value === undefined ? <NoValue /> : whole(value)}</td>
)

/** Population by year in three classes, with 75歳以上 and women of 20–39. */
export function AgeTable({ rows, caption }: { rows: readonly AgeRow[]; caption: string }) {
  return (
    <ScrollFrame label={caption}>
      <table class="dads-table dads-table--dense dads-table--wide">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">年</th>
            {['総人口', '0～14歳', '15～64歳', '65歳以上', '（割合）', '75歳以上', '20～39歳の女性'].map(
              (label) => (
                <th key={label} scope="col" class="is-num">
                  {label}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.year}>
              <th scope="row" class="is-nowrap">
                {row.year}年
              </th>
              <Cell value={row.total} />
              <Cell value={row.child} />
              <Cell value={row.workingAge} />
              <Cell value={row.elderly} />
              <td class="is-num">{percentOf(row.elderly, row.total)}</td>
              <Cell value={row.lateElderly} />
              <Cell value={row.women20to39} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

/** The ages schools and care are planned for, by year. */
export function CareTable({ rows, caption }: { rows: readonly CareRow[]; caption: string }) {
  return (
    <ScrollFrame label={caption}>
      <table class="dads-table dads-table--dense dads-table--wide">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">年</th>
            {careBands.map(({ key, label }) => (
              <th key={key} scope="col" class="is-num">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ year, persons }) => (
            <tr key={year}>
              <th scope="row" class="is-nowrap">
                {year}年
              </th>
              {careBands.map(({ key }, at) => (
                <Cell key={key} value={persons[at]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

const fanColumns = [
  ['95％の幅', 0, 6],
  ['80％の幅', 1, 5],
  ['50％の幅', 2, 4],
] as const

/** The fan of the total in numbers. */
export function FanTable({ fan, caption }: { fan: Fan; caption: string }) {
  const rows = Object.entries(fan.measures['total'] ?? {})
  return (
    <ScrollFrame label={caption}>
      <table class="dads-table dads-table--dense">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">年</th>
            <th scope="col" class="is-num">
              中央値
            </th>
            {fanColumns.map(([label]) => (
              <th key={label} scope="col" class="is-num">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([year, values]) => (
            <tr key={year}>
              <th scope="row" class="is-nowrap">
                {year}年
              </th>
              <td class="is-num">{whole(values[3] ?? 0)}</td>
              {fanColumns.map(([label, low, high]) => (
                <td key={label} class="is-num">
                  {whole(values[low] ?? 0)}～{whole(values[high] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
